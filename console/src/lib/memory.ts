// What this browser remembers (IndexedDB): the officer's key, which cannot be taken out of it, and the ids of lines.

import { fromHex, toHex, type Bytes } from "../model/bytes.ts";

export interface KeptKey {
  /** Party and account: a desk is shared, keys are not. */
  id: string;
  officer: string;
  pair: CryptoKeyPair;
  publicHex: string;
}

export interface KeptLine {
  /** Party and the line's own name. */
  id: string;
  line: string;
  environment: number;
}

/** A handover that one officer has signed and the other has not. */
export interface KeptHandover {
  /** Party, line and desk. */
  id: string;
  kind: number;
  body: string;
  officer: string;
}

const STORES = ["keys", "lines", "handovers"] as const;
type Store = (typeof STORES)[number];

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open("firebreak", 1);
  request.onupgradeneeded = () => {
    for (const each of STORES) request.result.createObjectStore(each, { keyPath: "id" });
  };
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("this browser keeps nothing"));
  });
}

async function work<T>(store: Store, mode: IDBTransactionMode, act: (held: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await done(act(database.transaction(store, mode).objectStore(store)));
  } finally {
    database.close();
  }
}

const take = <T>(store: Store, id: string): Promise<T | undefined> =>
  work<T | undefined>(store, "readonly", (held) => held.get(id) as IDBRequest<T | undefined>);
const keep = (store: Store, value: object): Promise<unknown> => work(store, "readwrite", (held) => held.put(value));

export const keyOf = (party: string, account: string): Promise<KeptKey | undefined> => take("keys", `${party}/${account}`);

/** A fresh key whose secret half never leaves the browser's own keeping. */
export async function makeKey(party: string, account: string, officer: string): Promise<KeptKey> {
  const pair = (await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])) as CryptoKeyPair;
  const publicHex = toHex(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  const kept = { id: `${party}/${account}`, officer, pair, publicHex };
  await keep("keys", kept);
  void navigator.storage?.persist?.();
  return kept;
}

export async function sign(key: KeptKey, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("Ed25519", key.pair.privateKey, bytes));
}

/** The line as it was when this browser first saw it; null where it says something else now. */
export async function lineOf(party: string, name: string, told: string, environment: number) {
  const id = `${party}/${name}`;
  const held = await take<KeptLine>("lines", id);
  if (!held) await keep("lines", { id, line: told, environment });
  else if (held.line !== told || held.environment !== environment) return null;
  return { id: fromHex(held?.line ?? told), environment };
}

const handoverId = (party: string, line: string, desk: string): string => `${party}/${line}/${desk}`;

export const handover = (party: string, line: string, desk: string): Promise<KeptHandover | undefined> =>
  take("handovers", handoverId(party, line, desk));

export const keepHandover = (party: string, line: string, desk: string, rest: Omit<KeptHandover, "id">) =>
  keep("handovers", { id: handoverId(party, line, desk), ...rest });

export const dropHandover = (party: string, line: string, desk: string): Promise<unknown> =>
  work("handovers", "readwrite", (held) => held.delete(handoverId(party, line, desk)));
