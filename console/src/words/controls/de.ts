// Deutsche Texte der Bedienung eines Anrufs.

import type { Controls } from "./controls.ts";

export const controls: Controls = {
  recording: {
    agree: "Zustimmen", ask: "Aufzeichnen…", asked: "Sie haben um Aufzeichnung gebeten. Die Gegenseite hat noch nicht zugestimmt.", asks: "Die Gegenseite bittet, diesen Anruf aufzuzeichnen. Ohne Ihre Zustimmung wird nichts aufgezeichnet.",
    discard: "Verwerfen", discard_sure: "Endgültig verwerfen", kept: "Aufzeichnung von {time}, {length}, {kilobytes} kB, noch nicht gespeichert",
    kept_means: "Sie liegt nur in dieser Seite. Speichern Sie sie, bevor Sie die Seite schließen; firebreak call check-recording hält die Datei gegen das Protokoll.",
    refuse: "Ablehnen", refused: "Die Gegenseite stimmt einer Aufzeichnung nicht zu. Nichts wird aufgezeichnet.", runs: "Aufzeichnung läuft, beide haben zugestimmt", save: "Datei speichern",
    starts: "Beide haben zugestimmt. Die Aufzeichnung beginnt, sobald die Stimme offen ist.", stop: "Aufzeichnung beenden", take_back: "Bitte zurücknehmen", tone: "Beide hören alle 15 Sekunden einen kurzen Ton.",
  },
  minutes: {
    agree: "Zustimmen…", agreed: "Von beiden Seiten vereinbart", by_them: "Vorschlag der Gegenseite", by_us: "Unser Vorschlag", change: "Änderung vorschlagen", means: "Vereinbart ist, was beide signiert haben. Ein Vorschlag allein ist das Wort einer Seite.",
    none: "Zu diesem Anruf ist noch keine Niederschrift vorgeschlagen.", open: "Niederschrift…", propose: "Prüfen und signieren", proposed: "Vorgeschlagen von {officer}", signed: "Zugestimmt: {officer}",
    text: "Was gesagt und vereinbart wurde, in Worten, die beide signieren können", title: "Niederschrift des Anrufs", waits: "Die Gegenseite hat noch nicht zugestimmt.", waits_us: "Wartet auf Sie: zustimmen oder eine Änderung vorschlagen.",
  },
  rung: {
    above: "mehr, als die Leitung trägt", by: "Ton", carries: "Die Leitung trägt {kilobits} kbit/s je Richtung, hin und zurück {trip} ms, {loss} % verloren.", carries_unlost: "Die Leitung trägt {kilobits} kbit/s je Richtung, hin und zurück {trip} ms.",
    half_means: "Nur einer spricht: F9 oder Sprechen halten. Ein kurzer Ton sagt, dass Sie fertig sind.", lower: "Weiter mit „{rung}“ (Sie signieren)", note_means: "Ein Gespräch ist auf dieser Leitung nicht zu verstehen. Eine Sprachnotiz aufnehmen: Sie wird gespeichert und gesendet.",
    record: "Sprachnotiz aufnehmen", text_means: "Diese Leitung trägt nur Text.", unmeasured: "Die Leitung ist noch nicht gemessen.", weak: "Die Leitung ist zu schwach für diesen Ton: {loss} % von dem, was die Gegenseite sagt, gehen verloren.", weak_gone: "Der Weg zur Gegenseite bricht ab.", write: "Nachricht schreiben",
  },
  reach: { wide: "Stimme, voll", low: "Stimme, 6 kbit/s", half: "Stimme, im Wechsel", note: "Sprachnotiz", text: "nur Text" },
};
