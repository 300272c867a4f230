// Ed25519 as spec/point.md wants it: the platform's own verification, and before it the rules in which
// platforms differ. Where there is none, plain arithmetic does it, slowly.

import { hex, join, unhex } from "./bytes.mjs";

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (value, by = P) => ((value % by) + by) % by;

function power(base, exponent) {
  let result = 1n;
  for (base = mod(base); exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % P;
    base = (base * base) % P;
  }
  return result;
}

const inverse = (value) => power(value, P - 2n);
const D = mod(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
const IDENTITY = [0n, 1n, 1n];

const little = (bytes) => BigInt(`0x${hex(Uint8Array.from(bytes).reverse())}`);

// A point as [X, Y, Z], or a word on why there is none.
function point(key) {
  if (key.length !== 32) return "length";
  const whole = little(key);
  const sign = whole >> 255n, y = whole & (2n ** 255n - 1n);
  if (y >= P) return "not canonical";
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
  let x = power(square, (P + 3n) / 8n);
  if (mod(x * x) !== square) x = mod(x * ROOT_OF_MINUS_ONE);
  if (mod(x * x) !== square) return "no point of the curve";
  if (x === 0n && sign) return "not canonical";
  return [(x & 1n) === sign ? x : P - x, y, 1n];
}

function add([x1, y1, z1], [x2, y2, z2]) {
  const a = mod(z1 * z2), c = mod(x1 * x2), d = mod(y1 * y2), b = mod(a * a), e = mod(D * c * d);
  const f = b - e, g = b + e;
  return [mod(a * f * ((x1 + y1) * (x2 + y2) - c - d)), mod(a * g * (d + c)), mod(f * g)];
}

function times(factor, base) {
  let result = IDENTITY;
  for (const bit of factor.toString(2)) {
    result = add(result, result);
    if (bit === "1") result = add(result, base);
  }
  return result;
}

const isIdentity = ([x, y, z]) => x === 0n && y === z;

// The rule of spec/point.md that a key breaks, or nothing.
export function brokenRule(key) {
  const found = point(key);
  if (typeof found === "string") return found;
  if (isIdentity(times(8n, found))) return "small order";
  return isIdentity(times(L, found)) ? "" : "mixed order";
}

const SMALL = new Set([
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]);

const usable = new Map(); // a key in hexadecimal to the platform's key, our own point, or null

async function prepared(key) {
  const name = hex(key);
  if (!usable.has(name)) {
    const ours = point(key);
    const weak = typeof ours === "string" || SMALL.has(name);
    usable.set(name, weak ? null : (await imported(key)) ?? ours);
  }
  return usable.get(name);
}

export const platform = { own: true }; // tests switch it off to try the plain arithmetic

async function imported(key) {
  if (!platform.own) return null;
  try {
    return await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    return null;
  }
}

export async function verifyEd25519(key, signature, message) {
  if (key.length !== 32 || signature.length !== 64) return false;
  if (little(signature.subarray(32)) >= L || SMALL.has(hex(signature.subarray(0, 32)))) return false;
  const with_ = await prepared(key);
  if (with_ === null) return false;
  if (!Array.isArray(with_)) return crypto.subtle.verify("Ed25519", with_, signature, message);
  return plainly(with_, key, signature, message);
}

const BASE = point(unhex("5866666666666666666666666666666666666666666666666666666666666666"));

// S B - k A = R, without the cofactor.
async function plainly([x, y, z], key, signature, message) {
  const digest = await crypto.subtle.digest("SHA-512", join(signature.subarray(0, 32), key, message));
  const k = mod(little(new Uint8Array(digest)), L);
  const [rx, ry, rz] = add(times(little(signature.subarray(32)), BASE), times(k, [P - x, y, z]));
  const scale = inverse(rz);
  const encoded = mod(ry * scale) | (mod(rx * scale) & 1n) << 255n;
  return encoded === little(signature.subarray(0, 32));
}
