// Texts in Fluent, as far as verify.ftl uses it: placeables, and variants by plural form or by word.

export class Words {
  constructor(language, source) {
    this.language = language;
    this.plural = new Intl.PluralRules(language);
    this.messages = new Map();
    let held = null;
    for (const line of source.split("\n")) {
      const start = /^([a-zA-Z][\w-]*) = ?(.*)$/.exec(line);
      if (start) this.messages.set((held = start[1]), start[2]);
      else if (held && /^[ }]/.test(line)) this.messages.set(held, `${this.messages.get(held)}\n${line.trim()}`);
      else held = null;
    }
  }

  say(key, values = {}) {
    const source = this.messages.get(key);
    if (source === undefined) throw new Error(`no text ${key} in ${this.language}`);
    return this.pattern({ source, at: 0 }, values).trim();
  }

  // Text up to the end, or inside variants up to the next one.
  pattern(reader, values, inside = false) {
    let said = "";
    while (reader.at < reader.source.length) {
      if (inside && /^\s*\n(\*?\[|\})/.test(reader.source.slice(reader.at))) break;
      const sign = reader.source[reader.at];
      if (sign === "{") said += this.placeable(reader, values);
      else {
        said += sign;
        reader.at += 1;
      }
    }
    return said;
  }

  placeable(reader, values) {
    const [whole, name, arrow] = /^\{ \$(\w+)( ->)?/.exec(reader.source.slice(reader.at));
    const value = values[name];
    if (value === undefined) throw new Error(`a text wants ${name}`);
    reader.at += whole.length;
    if (!arrow) {
      reader.at += " }".length;
      return shown(value);
    }
    const wanted = typeof value === "number" ? this.plural.select(value) : value;
    let chosen = null, found;
    while ((found = /^\s*\n(\*?)\[(\w+)\] ?/.exec(reader.source.slice(reader.at)))) {
      reader.at += found[0].length;
      const said = this.pattern(reader, values, true);
      if (found[2] === wanted) return this.close(reader, values, said);
      if (found[1]) chosen ??= said;
    }
    return this.close(reader, values, chosen);
  }

  // Passes over the variants that are left.
  close(reader, values, said) {
    let found;
    while ((found = /^\s*\n\*?\[\w+\] ?/.exec(reader.source.slice(reader.at)))) {
      reader.at += found[0].length;
      this.pattern(reader, values, true);
    }
    reader.at += /^\s*\}/.exec(reader.source.slice(reader.at))[0].length;
    return said;
  }
}

// Names come from the record: what could mislead is shown by its number (spec/text.md).
const MISLEADING = /[\p{C}\p{Zl}\p{Zp}\u{34f}\u{115f}\u{1160}\u{3164}\u{ffa0}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\u{27e6}\u{27e7}]/gu;

export const shown = (value) =>
  String(value).replace(MISLEADING, (sign) => `⟦U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`);

// Finding to what findings of its sort mean, as in the first verifier.
const GROUPS = {
  cards: "line-id no-card card-unreadable card-foreign card-signature card-refused card-order unknown-key",
  altered: `unreadable foreign-line foreign-environment foreign-writer signature commitment repeated
    stamp-unreadable stamp-origin stamp-signature stamp-cosignature`,
  authority: `card-validity old-key statement-missing statement-action statement-detail officer-unknown
    officer-power statement-signature statement-reused not-compared checkpoint-signature key-not-taken
    officer-then not-released revocation-unsigned attest-signature`,
  unclear: "body-unreadable critical statement-unreadable checkpoint-unreadable attest-unreadable more",
  missing: `gap chain-start seen-unknown receipt-unknown reference-unknown statement-entry not-opened open-other
    accusation text-needed card-needed`,
  contradiction: `chain equivocation branch time-backwards seen-other seen-backwards receipt-other
    checkpoint-origin checkpoint-tree checkpoint-fork stamp-tree revocation-claim
    sound-contradicted`,
};

export const MEANING = new Map(
  Object.entries(GROUPS).flatMap(([meaning, codes]) => codes.split(/\s+/).map((code) => [code, meaning])),
);
