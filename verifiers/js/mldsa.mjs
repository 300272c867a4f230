// ML-DSA verification (FIPS 204), parameter sets 65 and 44, in plain arithmetic: no platform has it yet.

import { join, same } from "./bytes.mjs";

const Q = 8380417;
const SETS = {
  65: { k: 6, l: 5, gamma1: 2 ** 19, gamma2: (Q - 1) / 32, tau: 49, beta: 196, omega: 55, challenge: 48 },
  44: { k: 4, l: 4, gamma1: 2 ** 17, gamma2: (Q - 1) / 88, tau: 39, beta: 78, omega: 80, challenge: 32 },
};

// -- SHAKE (FIPS 202) -----------------------------------------------------------------------------

const ROTATE = [], MOVE = [], ROUND = [];
{
  let x = 1, y = 0;
  for (let step = 0; step < 24; step++) {
    MOVE.push(x + 5 * y);
    ROTATE.push((((step + 1) * (step + 2)) / 2) % 64);
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  let register = 1;
  for (let round = 0; round < 24; round++) {
    let low = 0, high = 0;
    for (let bit = 0; bit < 7; bit++) {
      const at = (1 << bit) - 1;
      if (register & 1) {
        if (at < 32) low |= 1 << at;
        else high |= 1 << (at - 32);
      }
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
    ROUND.push([low, high]);
  }
}

const column = new Int32Array(10), row = new Int32Array(10);

function permute(state) {
  for (let round = 0; round < 24; round++) {
    for (let x = 0; x < 10; x++) {
      column[x] = state[x] ^ state[x + 10] ^ state[x + 20] ^ state[x + 30] ^ state[x + 40];
    }
    for (let x = 0; x < 5; x++) {
      const left = 2 * ((x + 4) % 5), right = 2 * ((x + 1) % 5);
      const low = column[left] ^ ((column[right] << 1) | (column[right + 1] >>> 31));
      const high = column[left + 1] ^ ((column[right + 1] << 1) | (column[right] >>> 31));
      for (let at = 2 * x; at < 50; at += 10) {
        state[at] ^= low;
        state[at + 1] ^= high;
      }
    }
    let low = state[2], high = state[3];
    for (let step = 0; step < 24; step++) {
      const next = 2 * nextPlace(step), by = ROTATE[step];
      const [a, b] = by < 32 ? [low, high] : [high, low], turn = by % 32;
      const newLow = turn ? (a << turn) | (b >>> (32 - turn)) : a;
      const newHigh = turn ? (b << turn) | (a >>> (32 - turn)) : b;
      low = state[next];
      high = state[next + 1];
      state[next] = newLow;
      state[next + 1] = newHigh;
    }
    for (let y = 0; y < 50; y += 10) {
      row.set(state.subarray(y, y + 10));
      for (let x = 0; x < 10; x++) state[y + x] = row[x] ^ (~row[(x + 2) % 10] & row[(x + 4) % 10]);
    }
    state[0] ^= ROUND[round][0];
    state[1] ^= ROUND[round][1];
  }
}

const nextPlace = (step) => MOVE[(step + 1) % 24];

class Shake {
  constructor(rate, ...parts) {
    this.rate = rate;
    this.state = new Int32Array(50);
    this.bytes = new Uint8Array(this.state.buffer); // words are little-endian wherever browsers run
    this.at = 0;
    for (const byte of join(...parts)) {
      this.bytes[this.at++] ^= byte;
      if (this.at === rate) this.turn();
    }
    this.bytes[this.at] ^= 0x1f;
    this.bytes[rate - 1] ^= 0x80;
    this.turn();
  }

  turn() {
    permute(this.state);
    this.at = 0;
  }

  byte() {
    if (this.at === this.rate) this.turn();
    return this.bytes[this.at++];
  }

  take(length) {
    return Uint8Array.from({ length }, () => this.byte());
  }
}

export const shake256 = (length, ...parts) => new Shake(136, ...parts).take(length);

// -- polynomials ----------------------------------------------------------------------------------

const ZETAS = Array.from({ length: 256 }, (_, at) => {
  let exponent = 0, result = 1;
  for (let bit = 0; bit < 8; bit++) exponent |= ((at >> bit) & 1) << (7 - bit);
  for (let count = 0; count < exponent; count++) result = (result * 1753) % Q;
  return result;
});

function ntt(poly) {
  const w = poly.map((each) => (each + Q) % Q);
  let m = 0;
  for (let length = 128; length >= 1; length /= 2) {
    for (let start = 0; start < 256; start += 2 * length) {
      const zeta = ZETAS[++m];
      for (let j = start; j < start + length; j++) {
        const t = (zeta * w[j + length]) % Q;
        w[j + length] = (w[j] - t + Q) % Q;
        w[j] = (w[j] + t) % Q;
      }
    }
  }
  return w;
}

function back(poly) {
  const w = poly.slice();
  let m = 256;
  for (let length = 1; length < 256; length *= 2) {
    for (let start = 0; start < 256; start += 2 * length) {
      const zeta = Q - ZETAS[--m];
      for (let j = start; j < start + length; j++) {
        const t = w[j];
        w[j] = (t + w[j + length]) % Q;
        w[j + length] = (zeta * ((t - w[j + length] + Q) % Q)) % Q;
      }
    }
  }
  return w.map((each) => (each * 8347681) % Q);
}

// Numbers of so many bits each, the lowest bit first.
function unpack(bytes, bits) {
  const result = new Array((bytes.length * 8) / bits);
  let held = 0, count = 0, at = 0;
  for (const byte of bytes) {
    held += byte * 2 ** count;
    count += 8;
    while (count >= bits) {
      result[at++] = held % 2 ** bits;
      held = Math.floor(held / 2 ** bits);
      count -= bits;
    }
  }
  return result;
}

function pack(numbers, bits) {
  const result = new Uint8Array((numbers.length * bits) / 8);
  let held = 0, count = 0, at = 0;
  for (const each of numbers) {
    held += each * 2 ** count;
    count += bits;
    for (; count >= 8; count -= 8, held = Math.floor(held / 256)) result[at++] = held % 256;
  }
  return result;
}

const slices = (bytes, size) =>
  Array.from({ length: bytes.length / size }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

function uniform(seed, column_, row_) {
  const stream = new Shake(168, seed, Uint8Array.of(column_, row_));
  const poly = [];
  while (poly.length < 256) {
    const each = stream.byte() | (stream.byte() << 8) | ((stream.byte() & 127) << 16);
    if (each < Q) poly.push(each);
  }
  return poly;
}

function ball(seed, tau) {
  const stream = new Shake(136, seed);
  const signs = unpack(stream.take(8), 1);
  const poly = new Array(256).fill(0);
  for (let i = 256 - tau; i < 256; i++) {
    let j = stream.byte();
    while (j > i) j = stream.byte();
    poly[i] = poly[j];
    poly[j] = signs[i + tau - 256] ? Q - 1 : 1;
  }
  return poly;
}

// The places where a hint is set, polynomial by polynomial; null for a spelling that is not the one.
function hints(bytes, { k, omega }) {
  const result = [];
  let at = 0;
  for (let row_ = 0; row_ < k; row_++) {
    const end = bytes[omega + row_];
    if (end < at || end > omega) return null;
    const places = bytes.subarray(at, end);
    if (places.some((each, place) => place > 0 && each <= places[place - 1])) return null;
    result.push(new Set(places));
    at = end;
  }
  return bytes.subarray(at, omega).some(Boolean) ? null : result;
}

function useHint(hinted, value, gamma2) {
  let low = value % (2 * gamma2);
  if (low > gamma2) low -= 2 * gamma2;
  const turned = value - low === Q - 1;
  const high = turned ? 0 : (value - low) / (2 * gamma2);
  if (turned) low -= 1;
  const count = (Q - 1) / (2 * gamma2);
  return hinted ? (high + (low > 0 ? 1 : count - 1)) % count : high;
}

export function verifyMldsa(set, key, signature, message, context = new Uint8Array(0)) {
  const parameters = SETS[set];
  const { k, l, gamma1, gamma2, tau, beta, omega, challenge } = parameters;
  const bits = Math.log2(gamma1) + 1;
  if (key.length !== 32 + 320 * k || signature.length !== challenge + 32 * bits * l + omega + k) return false;
  const seed = key.subarray(0, 32), hashed = signature.subarray(0, challenge);
  const hinted = hints(signature.subarray(signature.length - omega - k), parameters);
  const packed = signature.subarray(challenge, signature.length - omega - k);
  const z = slices(packed, 32 * bits).map((each) => unpack(each, bits).map((value) => gamma1 - value));
  if (!hinted || z.some((poly) => poly.some((each) => Math.abs(each) >= gamma1 - beta))) return false;

  const mu = shake256(64, shake256(64, key), Uint8Array.of(0, context.length), context, message);
  const c = ntt(ball(hashed, tau));
  const zs = z.map((poly) => ntt(poly));
  const high = slices(key.subarray(32), 320).map((bytes, r) => {
    const t = ntt(unpack(bytes, 10).map((each) => each * 2 ** 13));
    const sum = t.map((each, at) => Q - ((each * c[at]) % Q));
    zs.forEach((poly, s) => {
      const a = uniform(seed, s, r);
      for (let at = 0; at < 256; at++) sum[at] = (sum[at] + a[at] * poly[at]) % Q;
    });
    return back(sum).map((each, at) => useHint(hinted[r].has(at), each, gamma2));
  });
  const width = gamma2 === (Q - 1) / 32 ? 4 : 6;
  return same(hashed, shake256(challenge, mu, ...high.map((each) => pack(each, width))));
}
