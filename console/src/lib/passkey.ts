// Passkeys: options come as JSON with base64url, the browser wants bytes, the server wants JSON again.

type Json = Record<string, unknown>;

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));

const base64url = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const listed = (held: unknown): PublicKeyCredentialDescriptor[] =>
  ((held ?? []) as Json[]).map((each) => ({ ...each, type: "public-key", id: bytes(String(each["id"])) }));

export const available = (): boolean => "PublicKeyCredential" in globalThis && isSecureContext;

/** Make a passkey. Raises what the browser raises, or Error when nothing came. */
export async function create(options: Json): Promise<Json> {
  const user = options["user"] as Json;
  const publicKey = {
    ...options,
    challenge: bytes(String(options["challenge"])),
    user: { ...user, id: bytes(String(user["id"])) },
    excludeCredentials: listed(options["excludeCredentials"]),
  } as unknown as PublicKeyCredentialCreationOptions;
  return told(await navigator.credentials.create({ publicKey }));
}

/** Use a passkey. */
export async function use(options: Json): Promise<Json> {
  const publicKey = {
    ...options,
    challenge: bytes(String(options["challenge"])),
    allowCredentials: listed(options["allowCredentials"]),
  } as unknown as PublicKeyCredentialRequestOptions;
  return told(await navigator.credentials.get({ publicKey }));
}

function told(credential: Credential | null): Json {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const parts: Json = { clientDataJSON: base64url(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"] as const) {
    if (response[name]) parts[name] = base64url(response[name]);
  }
  if (response.getTransports) parts["transports"] = response.getTransports();
  return {
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}
