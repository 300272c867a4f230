// The Ed25519 key of a TLS certificate (spec/card.md, CARD-026): one form of DER, read to its end.

import { same, text, unhex } from "./bytes.mjs";
import { Bad } from "./cbor.mjs";

const VERSION_3 = unhex("a003020102"), ED25519 = unhex("300506032b6570"), CRITICAL = unhex("0101ff");
const SEQUENCE = 0x30, SET = 0x31, INTEGER = 2, BITS = 3, OCTETS = 4, OBJECT = 6, UTF8 = 12, PRINTABLE = 19, EXTENSIONS = 0xa3;

// The key, or null for what is no certificate of this form.
export function certificateKey(der) {
  try {
    const outer = new Der(der), certificate = outer.inside(SEQUENCE), facts = certificate.inside(SEQUENCE);
    outer.end();
    certificate.exactly(ED25519).bits(64);
    certificate.end();
    return keyIn(facts);
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    return null;
  }
}

function keyIn(facts) {
  serial(facts.exactly(VERSION_3).take(INTEGER));
  facts.exactly(ED25519);
  name(facts.inside(SEQUENCE));
  const validity = facts.inside(SEQUENCE);
  time(validity);
  time(validity);
  validity.end();
  name(facts.inside(SEQUENCE));
  const info = facts.inside(SEQUENCE), key = info.exactly(ED25519).bits(32);
  info.end();
  if (facts.more) extensions(facts.inside(EXTENSIONS));
  facts.end();
  return key;
}

class Der {
  constructor(data) {
    this.data = data;
    this.at = 0;
  }

  get more() {
    return this.at < this.data.length;
  }

  get next() {
    return this.data[this.at];
  }

  take(tag) {
    const { data, at } = this;
    need(data[at] === tag && data.length > at + 1);
    let length = data[at + 1], start = at + 2;
    if (length === 0x81) {
      length = data[start++];
      need(length >= 0x80);
    } else if (length === 0x82) {
      length = data[start] * 256 + data[start + 1];
      start += 2;
      need(length >= 0x100);
    } else need(length < 0x80);
    this.at = start + length;
    need(this.at <= data.length);
    return data.subarray(start, this.at);
  }

  inside(tag) {
    return new Der(this.take(tag));
  }

  bits(size) {
    const held = this.take(BITS);
    need(held.length === size + 1 && held[0] === 0);
    return held.subarray(1);
  }

  begins(bytes) {
    return same(this.data.subarray(this.at, this.at + bytes.length), bytes);
  }

  exactly(bytes) {
    need(this.begins(bytes));
    this.at += bytes.length;
    return this;
  }

  end() {
    need(!this.more);
  }
}

function need(good) {
  if (!good) throw new Bad("not a certificate for an Ed25519 key");
}

// A positive number in its shortest form.
function serial(bytes) {
  const [first, second] = bytes;
  need(bytes.length >= 1 && bytes.length <= 20 && first < 0x80 && (first > 0 || second >= 0x80));
}

function object(bytes) {
  let begins = true;
  for (const each of bytes) {
    need(!begins || each !== 0x80);
    begins = each < 0x80;
  }
  need(bytes.length && begins);
}

function time(reader) {
  const short = reader.next === 0x17, held = reader.take(short ? 0x17 : 0x18);
  need(held.length === (short ? 13 : 15) && held.at(-1) === 0x5a);
  need(held.subarray(0, -1).every((each) => each >= 0x30 && each <= 0x39));
}

function name(reader) {
  while (reader.more) {
    const only = reader.inside(SET), attribute = only.inside(SEQUENCE);
    only.end();
    object(attribute.take(OBJECT));
    if (attribute.next === PRINTABLE) need(attribute.take(PRINTABLE).every((each) => each >= 0x20 && each <= 0x7e));
    else need(isText(attribute.take(UTF8)));
    attribute.end();
  }
}

function extensions(outer) {
  const listed = outer.inside(SEQUENCE);
  outer.end();
  need(listed.more);
  while (listed.more) {
    const extension = listed.inside(SEQUENCE);
    object(extension.take(OBJECT));
    if (extension.begins(CRITICAL)) extension.exactly(CRITICAL);
    extension.take(OCTETS);
    extension.end();
  }
}

function isText(bytes) {
  try {
    text(bytes);
    return true;
  } catch {
    return false;
  }
}
