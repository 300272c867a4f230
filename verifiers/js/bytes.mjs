// Bytes: hexadecimal, base64 in its one spelling, text, comparing, and SHA-256 without waiting.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const utf8 = (text) => encoder.encode(text);
export const text = (bytes) => decoder.decode(bytes);
export const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
export const unhex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (each) => parseInt(each, 16));
export const same = (one, other) => one.length === other.length && one.every((each, at) => each === other[at]);
export const zeros = (bytes) => bytes.every((each) => each === 0);

export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, each) => length + each.length, 0));
  let at = 0;
  for (const each of parts) {
    whole.set(each, at);
    at += each.length;
  }
  return whole;
}

// Standard base64 with padding; null for any other spelling.
export function unbase64(letters) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(letters)) return null;
  const bytes = Uint8Array.from(atob(letters), (each) => each.charCodeAt(0));
  return base64(bytes) === letters ? bytes : null;
}

export const base64 = (bytes) => btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(""));

// -- SHA-256 (FIPS 180-4) -------------------------------------------------------------------------

const ROUNDS = new Uint32Array(64);
const START = new Uint32Array(8);
{
  let found = 0;
  const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);
  for (let number = 2; found < 64; number++) {
    let prime = true;
    for (let by = 2; by * by <= number; by++) if (number % by === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(number));
    ROUNDS[found++] = fraction(Math.cbrt(number));
  }
}

export class Sha256 {
  #state = START.slice();
  #block = new Uint8Array(64);
  #words = new Uint32Array(64);
  #held = 0;
  #length = 0;

  update(data) {
    this.#length += data.length;
    let at = 0;
    while (at < data.length) {
      const part = data.subarray(at, at + 64 - this.#held);
      this.#block.set(part, this.#held);
      this.#held += part.length;
      at += part.length;
      if (this.#held === 64) this.#fold();
    }
    return this;
  }

  digest() {
    const bits = this.#length * 8;
    const rest = new Uint8Array(((this.#held < 56 ? 56 : 120) - this.#held) + 8);
    rest[0] = 0x80;
    const view = new DataView(rest.buffer);
    view.setUint32(rest.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(rest.length - 4, bits >>> 0);
    this.update(rest);
    const result = new DataView(new ArrayBuffer(32));
    this.#state.forEach((word, at) => result.setUint32(4 * at, word));
    return new Uint8Array(result.buffer);
  }

  #fold() {
    const words = this.#words, block = this.#block, state = this.#state;
    for (let at = 0; at < 16; at++) {
      words[at] = (block[4 * at] << 24) | (block[4 * at + 1] << 16) | (block[4 * at + 2] << 8) | block[4 * at + 3];
    }
    for (let at = 16; at < 64; at++) {
      const early = words[at - 15], late = words[at - 2];
      const one = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
      const two = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
      words[at] = words[at - 16] + one + words[at - 7] + two;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at++) {
      const upper = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + upper + ((e & f) ^ (~e & g)) + ROUNDS[at] + words[at]) | 0;
      const lower = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + first) | 0; d = c; c = b; b = a; a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] += word; });
    this.#held = 0;
  }
}

export const sha256 = (...parts) => parts.reduce((hash, each) => hash.update(each), new Sha256()).digest();
