// The page: takes a file, shows the report. Everything from the record goes in as text, never as markup.

import { Refused } from "./bundle.mjs";
import { verifyBundle } from "./verifier.mjs";
import { MEANING, shown, Words } from "./words.mjs";

const TEXTS = globalThis.firebreakTexts; // filled in where the page is built
const LANGUAGES = { de: "Deutsch", en: "English", ru: "Русский", uk: "Українська" };
const preferred = navigator.languages.map((each) => each.slice(0, 2)).find((each) => each in LANGUAGES);
const state = { language: preferred ?? "en", result: null, working: false };

function element(name, content = [], attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...[content].flat());
  return made;
}

const at = (id) => document.getElementById(id);

function render() {
  const words = new Words(state.language, TEXTS[state.language]);
  const say = (key, values) => words.say(key, values);
  document.documentElement.lang = state.language;
  document.title = say("page-title");
  at("title").textContent = say("page-title");
  at("lead").textContent = say("page-lead");
  at("choose").textContent = say("page-choose");
  at("language-label").textContent = say("page-language");
  at("again").textContent = say("page-again");
  const { result } = state;
  at("result").replaceChildren(...(state.working ? [element("p", say("page-working"))] : result ? told(result, say) : []));
}

function told({ report, refused, name, size, seconds }, say) {
  const empty = report?.ok && report.empty;
  const outcome = refused ? "refused" : empty ? "empty" : report.ok ? "good" : "bad";
  const look = empty ? "refused" : outcome, verdict = `page-${outcome}`;
  const sign = { refused: "?", good: "✓", bad: "✗" }[look];
  const kilobytes = Math.max(1, Math.round(size / 1000));
  const banner = element("div", [
    element("span", sign, { className: "sign", ariaHidden: "true" }),
    element("div", [
      element("h2", say(verdict)),
      element("p", `${shown(name)} · ${say("page-size", { kilobytes, seconds: seconds.toFixed(1) })}`),
    ]),
  ], { className: `verdict ${look}` });
  if (refused) return [banner, element("p", say(`refused-${refused.code}`)), element("p", refused.message, { className: "faint" })];
  const [lower, higher] = report.parties;
  const summary = [
    say("record-of", { lower: lower.name, higher: higher.name }),
    empty ? say("verdict-empty") : report.ok ? say("verdict-good") : say("verdict-findings", { count: report.findings.length }),
  ].join(" ");
  const sentences = (family, items) => items.map((each) => element("li", say(`${family}-${each.code}`, each.values)));
  return [
    banner,
    element("p", summary),
    ...section(say("label-finding"), findings(report, say), "findings"),
    ...section(say("label-note"), sentences("remark", report.remarks)),
    ...section(say("label-proven"), [
      ...sentences("proven", report.proven),
      ...newest(report).map((each) => element("li", say("proven-existed", each))),
    ]),
    ...section(say("label-stamp"), [
      ...report.stamps.map((each) => element("li", say("proven-stamp", each))),
      ...report.silences.map((each) => element("li", say(each.word === "collected" ? "proven-collected" : "proven-not-collected", { ...each, witnesses: each.witnesses.join(", "), target: each.entry }))),
    ]),
    ...section(say("label-not-proven"), report.notProven.map((code) => element("li", say(`not-proven-${code}`)))),
    ...parties(report, say),
  ];
}

// Of each side the newest checkpoint that a quorum stamped.
const newest = ({ proven, existed }) =>
  proven.some(({ code }) => code === "stamps") ? [...new Map(existed.map((each) => [each.side, each])).values()] : [];

const section = (title, items, className = "") =>
  items.length ? [element("h3", title), element("ul", items, { className })] : [];

function findings(report, say) {
  const explained = new Set();
  return report.findings.map(({ code, entry, values }) => {
    const parts = [say(`finding-${code}`, values)];
    if (entry) parts.push(" ", element("span", say("at-entry", { entry }), { className: "faint" }));
    const meaning = MEANING.get(code);
    if (!explained.has(meaning)) {
      explained.add(meaning);
      parts.push(element("p", [element("strong", `${say("label-meaning")}: `), say(`meaning-${meaning}`)], { className: "meaning" }));
    }
    return element("li", parts);
  });
}

function parties(report, say) {
  const rows = report.parties.map((each) =>
    element("tr", [
      element("th", shown(each.name), { scope: "row" }),
      element("td", element("code", each.party)),
      element("td", each.cards.map((card) => element("div", element("code", say("page-card-line", card))))),
      element("td", String(each.entries), { className: "number" }),
    ]),
  );
  const titles = ["page-party", "page-number", "page-card", "page-entries"];
  const head = element("tr", titles.map((key) => element("th", say(key), { scope: "col" })));
  const exported = say("page-exported", { exporter: report.exporterName, at: report.madeAt });
  return [
    element("h3", say("page-parties")),
    element("div", element("table", [element("thead", head), element("tbody", rows)]), { className: "wide" }),
    element("p", exported, { className: "faint" }),
  ];
}

async function take(file) {
  if (!file) return;
  state.working = true;
  render();
  await new Promise((done) => setTimeout(done, 30)); // let the page show that it works
  const begun = performance.now();
  const result = { name: file.name, size: file.size };
  try {
    result.report = await verifyBundle(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    result.refused = error;
  }
  Object.assign(state, { working: false, result: { ...result, seconds: (performance.now() - begun) / 1000 } });
  render();
}

for (const [code, name] of Object.entries(LANGUAGES)) {
  at("language").append(element("option", name, { value: code, selected: code === state.language }));
}
at("language").addEventListener("change", ({ target }) => {
  state.language = target.value;
  render();
});
at("file").addEventListener("change", ({ target }) => take(target.files[0]));
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    document.body.classList.toggle("over", name === "dragover");
    if (name === "drop") take(event.dataTransfer.files[0]);
  });
}
document.addEventListener("dragleave", () => document.body.classList.remove("over"));
render();
