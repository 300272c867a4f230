// A whole bundle: what is wrong with it, what is worth knowing, and what it proves.

import { hex } from "./bytes.mjs";
import { readBundle } from "./bundle.mjs";
import { readCards } from "./cards.mjs";
import { Judge } from "./entries.mjs";
import { KIND } from "./kinds.mjs";
import { checkLinks, checkLog, Record } from "./logs.mjs";
import { readSilences } from "./silences.mjs";
import { checkSounds } from "./sounds.mjs";
import { Standings } from "./standing.mjs";
import { judgeStamps } from "./quorums.mjs";
import { checkTenure } from "./tenure.mjs";
import { checkTrees, readStamps } from "./trees.mjs";

const SHOWN = 100; // findings of one sort that are listed; the rest is counted

// Everything that was noticed, bounded.
class Notes {
  constructor() {
    this.faults = [];
    this.remarks = [];
  }

  fault(code, entry = "", values = {}) {
    this.faults.push({ code, entry: String(entry), values });
  }

  take(faults) {
    for (const each of faults) this.faults.push(each);
  }

  remark(code, entry = "", values = {}) {
    this.remarks.push({ code, entry: String(entry), values });
  }
}

function bounded(noted) {
  const counts = new Map();
  const listed = noted.filter(({ code }) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts.get(code) <= SHOWN;
  });
  const more = [...counts].filter(([, count]) => count > SHOWN);
  return [...listed, ...more.map(([code, count]) => ({ code: "more", entry: "", values: { count: count - SHOWN, code } }))];
}

export async function verifyBundle(file) {
  const found = readBundle(file);
  const { head } = found;
  const notes = new Notes();
  const cards = await readCards(head, found.cards);
  notes.take(cards.faults);
  const record = new Record(cards, head.whole);
  const judge = new Judge(cards);
  for (const raw of found.entries) {
    const fact = await judge.judge(raw);
    if (fact && !record.add(fact)) judge.fault("repeated", fact);
  }
  notes.take(judge.faults);
  record.settle();
  const { stamps, unknown } = await readStamps(cards, record, found.stamps, notes);
  const said = await readSilences(cards, record, notes);
  const counts = count(record);
  for (const side of [0, 1]) checkLog(record, side, notes);
  const links = [0, 1].map((side) => checkLinks(record, side, notes));
  const trees = [0, 1].map((side) => checkTrees(record, side, stamps[side], notes));
  const standings = new Standings(record), unjudged = new Set();
  checkSounds(record, notes);
  for (const side of [0, 1]) checkTenure(record, side, standings, notes, unjudged);
  for (const side of [0, 1]) {
    if (head.whole && !counts.opened.has(side)) notes.fault("not-opened", "", { writer: cards.name(side) });
  }
  return report(found, cards, record, counts, links, trees, unknown, said, notes, unjudged);
}

function count(record) {
  const counts = { signed: [0, 0], bodies: 0, unknown: 0, statements: 0, checkpoints: 0, opened: new Set(), compared: new Set() };
  for (const side of [0, 1]) {
    for (const fact of record.proven(side)) {
      counts.signed[side] += 1;
      counts.bodies += fact.hasBody ? 1 : 0;
      counts.unknown += fact.known ? 0 : 1;
      counts.statements += fact.statements;
      counts.checkpoints += fact.tree ? 1 : 0;
      if (fact.kind === KIND.lineOpen) {
        counts.opened.add(side);
        if (fact.hasBody) counts.compared.add(side);
      }
    }
  }
  return counts;
}

const iso = (at) => new Date(at).toISOString().replace(".000Z", "Z");
const second = (at) => iso(Math.floor(at / 1000) * 1000);
const sum = (items, key) => items.reduce((total, each) => total + each[key], 0);

function report(found, cards, record, counts, links, trees, unknown, said, notes, unjudged) {
  const { head } = found;
  const findings = bounded(notes.faults);
  const entries = counts.signed[0] + counts.signed[1];
  const { stamps, existed, dropped } = judgeStamps(cards, record, trees.flatMap((each) => each.fitting));
  const rebuilt = sum(trees, "rebuilt");
  const remarks = [];
  const remark = (wanted, code, values = {}, entry = "") => wanted && remarks.push({ code, entry, values });
  remark(head.environment === 1, "exercise");
  remark(entries === 0, "no-entries");
  if (!head.whole) remark(true, "selection", { first: iso(head.selection[0]), last: iso(head.selection[1]) });
  remark(counts.bodies < entries, "bodies-withheld", { count: entries - counts.bodies, entries });
  remark(counts.unknown, "kinds-unknown", { count: counts.unknown });
  remark(found.aside.length, "pieces-aside", { count: found.aside.length });
  remark(sum(links, "outside"), "not-traced", { count: sum(links, "outside") });
  const apart = links[1].apart > links[0].apart ? links[1] : links[0];
  remark(apart.apart, "clocks-apart", { seconds: Math.floor(apart.apart / 1000) }, apart.apartAt);
  remarks.push(...notes.remarks);
  remark(rebuilt < counts.checkpoints, "checkpoints-not-rebuilt", { count: counts.checkpoints - rebuilt });
  remark(sum(trees, "left"), "stamps-not-rebuilt", { count: sum(trees, "left") });
  remark(unknown + dropped, "witness-unknown", { count: unknown + dropped });
  remark(said.unknown, "attest-unknown", { count: said.unknown });
  const values = {
    lower: cards.name(0), higher: cards.name(1), entries, statements: counts.statements, checkpoints: rebuilt,
    lower_count: counts.signed[0], higher_count: counts.signed[1], seen: sum(links, "seen"), stamps: existed.length,
  };
  const parts = ["keys", "officers", "release"].filter((each) => unjudged.has(each)).map((each) => `part-${each}`);
  const codes = new Set(findings.map((each) => each.code));
  return {
    ok: findings.length === 0,
    empty: entries === 0,
    line: hex(head.line),
    environment: head.environment ? "exercise" : "real",
    exporter: hex(head.exporter),
    exporterName: cards.name(head.parties.findIndex((each) => hex(each) === hex(head.exporter))),
    madeAt: iso(head.madeAt),
    whole: head.whole,
    parties: [0, 1].map((side) => ({
      party: hex(head.parties[side]),
      name: cards.name(side),
      cards: cards.sides[side].map((each) => ({ serial: each.serial, hash: hex(each.hash) })),
      entries: counts.signed[side],
      segments: record.segments[side].size,
    })),
    findings,
    remarks: bounded(remarks),
    proven: proven(cards, codes, counts, values).map((code) => ({ code, entry: "", values })),
    silences: said.silences.map((each) => ({ ...each, writer: cards.name(each.side), since: second(each.since), until: second(each.until) })),
    existed: existed.map((each) => ({ ...each, writer: cards.name(each.side), at: iso(each.at) })),
    stamps: stamps.map((each) => ({ ...each, writer: cards.name(each.side), at: iso(each.at) })),
    notProven: ["who", "true", existed.length ? "times-stamped" : stamps.length ? "times-said" : "times", ...parts, "end", "silence"],
  };
}

// A sentence is left out when one of these findings takes it back.
const SPOILT = {
  cards: /^(line-id|no-card|card-(unreadable|foreign|signature|refused|order))$/,
  opened: /^(not-opened|open-other|not-compared|commitment)$/,
  signed: /^(signature|unknown-key|unreadable|foreign-.*|key-not-taken|text-needed|card-needed)$/,
  unbroken: /^(gap|chain|chain-start|equivocation|branch|signature|unknown-key)$/,
  interlocked: /^seen-/,
  officers: /^(statement-.*|officer-.*|text-needed|card-needed)$/,
  checkpoints: /^checkpoint-/,
  stamps: /^stamp-(cosignature|tree)$/,
};

function proven(cards, codes, counts, values) {
  // All rest on the cards of both; one that does not count takes nothing from those that do.
  if (codes.has("line-id") || codes.has("no-card") || cards.sides.some((each) => !each.length)) return [];
  const spoilt = (name) => [...codes].some((code) => SPOILT[name].test(code));
  const there = {
    cards: true, opened: counts.compared.size === 2, signed: values.entries, unbroken: values.entries,
    interlocked: values.seen, officers: values.statements, checkpoints: values.checkpoints, stamps: values.stamps,
  };
  return Object.keys(SPOILT).filter((name) => there[name] && !spoilt(name));
}
