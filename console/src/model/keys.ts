// The keyboard as a table from keys to intents. No bare letters and none of the browser's own function keys.

export type Intent =
  | "acknowledge" | "silence" | "compose" | "send" | "answer" | "decline" | "talk" | "end_call"
  | "line_1" | "line_2" | "line_3" | "line_4" | "line_5" | "line_6" | "line_7" | "line_8" | "line_9"
  | "focus_alerts" | "focus_lines" | "focus_map" | "focus_record" | "focus_call" | "palette" | "help";

export type KeyMap = Readonly<Record<Intent, string>>;

export const KEYS: KeyMap = {
  acknowledge: "F2", silence: "Shift+F2", compose: "F4", send: "Ctrl+Enter", answer: "F8", decline: "Shift+F8",
  talk: "F9", end_call: "Shift+F9",
  line_1: "Alt+1", line_2: "Alt+2", line_3: "Alt+3", line_4: "Alt+4", line_5: "Alt+5", line_6: "Alt+6",
  line_7: "Alt+7", line_8: "Alt+8", line_9: "Alt+9",
  focus_alerts: "Alt+A", focus_lines: "Alt+L", focus_map: "Alt+M", focus_record: "Alt+R", focus_call: "Alt+C",
  palette: "Alt+D", help: "Ctrl+/",
};

/** Intents that begin with the press and end with the release of a key. */
export const HELD: ReadonlySet<Intent> = new Set(["decline", "talk"]);

const BROWSERS = new Set(["F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12"]);
const MODIFIERS = ["Ctrl", "Alt", "Shift"];

export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** `Shift+F8`: letters and digits by their place on the keyboard, so that a Cyrillic layout changes nothing. */
export function chordOf(press: Press): string {
  const held = [press.ctrlKey && "Ctrl", press.altKey && "Alt", press.shiftKey && "Shift", press.metaKey && "Meta"];
  return [...held.filter(Boolean), keyOf(press)].join("+");
}

function keyOf({ key, code }: Press): string {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (/^Digit[0-9]$/.test(code)) return code.slice(5);
  if (code === "Slash") return "/";
  return key === " " ? "Space" : key;
}

/** What a press means. Escape means nothing here: it closes a dialog and never more (CONSOLE, keyboard). */
export function intentOf(press: Press, keys: KeyMap = KEYS): Intent | null {
  const chord = chordOf(press);
  const found = Object.entries(keys).find(([, each]) => each === chord);
  return found ? (found[0] as Intent) : null;
}

export type Refusal = "bare_letter" | "browser" | "taken" | "escape";

/** The map with one key changed, or why that key cannot be had. */
export function remap(keys: KeyMap, intent: Intent, chord: string): KeyMap | Refusal {
  const parts = chord.split("+");
  const key = parts.at(-1) ?? "";
  const held = parts.slice(0, -1).filter((each) => MODIFIERS.includes(each) && each !== "Shift");
  if (key === "Escape") return "escape";
  if (BROWSERS.has(key)) return "browser";
  if (!/^F\d+$/.test(key) && held.length === 0) return "bare_letter";
  if (Object.entries(keys).some(([other, each]) => each === chord && other !== intent)) return "taken";
  return { ...keys, [intent]: chord };
}

/** A stored map, as far as it still fits: what is unknown or clashes is left at its first value. */
export function restored(stored: unknown): KeyMap {
  let keys = KEYS;
  if (typeof stored !== "object" || stored === null) return keys;
  for (const [intent, chord] of Object.entries(stored)) {
    if (!(intent in KEYS) || typeof chord !== "string") continue;
    const next = remap(keys, intent as Intent, chord);
    if (typeof next !== "string") keys = next;
  }
  return keys;
}
