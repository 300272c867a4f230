// Requests to the console's own server. Its refusals come as {code, text, hint}; nothing else is ever shown of them.

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string;

  constructor(status: number, code: string, text: string, hint: string) {
    super(text);
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

/** Raises Refused; status 0 means that the server could not be reached. */
export async function ask<T = unknown>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
  return (await (await answered(method, path, body)).json()) as T;
}

/** The answer to a POST as a file. Raises Refused. */
export const file = async (path: string, body: unknown): Promise<Blob> => (await answered("POST", path, body)).blob();

/** The answer to a GET as bytes. Raises Refused. */
export const bytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await answered("GET", path)).arrayBuffer());

async function answered(method: "GET" | "POST", path: string, body?: unknown): Promise<Response> {
  const options: RequestInit = { method, credentials: "same-origin", cache: "no-store", redirect: "error" };
  if (method === "POST") {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body ?? {});
  }
  let answer: Response;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refused(0, "", "", "");
  }
  if (!answer.ok) throw refusal(answer.status, await answer.json().catch(() => null));
  return answer;
}

function refusal(status: number, value: unknown): Refused {
  const told = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof told[name] === "string" ? (told[name] as string) : "");
  return new Refused(status, text("code"), text("text"), text("hint"));
}

export const get = <T = unknown>(path: string): Promise<T> => ask<T>("GET", path);
export const post = <T = unknown>(path: string, body?: unknown): Promise<T> => ask<T>("POST", path, body);
export const ofLine = (line: string, rest: string): string => `/api/lines/${encodeURIComponent(line)}/${rest}`;
