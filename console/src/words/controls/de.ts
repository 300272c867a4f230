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
};
