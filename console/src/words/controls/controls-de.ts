// Deutsche Texte, die kein erstes Bild zeigt.

import type { Controls } from "./controls.ts";
import { third } from "../third/de.ts";

export const controls: Controls = {
  ...third,
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
    half_means: "Nur einer spricht: F9 oder Sprechen halten. Ein kurzer Ton sagt, dass Sie fertig sind.", lower: "Weiter mit „{rung}“ (Sie signieren)", note_means: "Ein Gespräch ist auf dieser Leitung nicht zu verstehen. Eine Nachricht schreiben: Sprachnotizen werden von hier noch nicht gesendet.",
    text_means: "Diese Leitung trägt nur Text.", unmeasured: "Die Leitung ist noch nicht gemessen.", weak: "Die Leitung ist zu schwach für diesen Ton: {loss} % von dem, was die Gegenseite sagt, gehen verloren.", weak_gone: "Der Weg zur Gegenseite bricht ab.", write: "Nachricht schreiben",
  },
  reach: { wide: "Stimme, voll", low: "Stimme, 6 kbit/s", half: "Stimme, im Wechsel", note: "Sprachnotiz", text: "nur Text" },
  break_in: {
    answer: "Anruf „{precedence}“ annehmen", breaks: "Ein dringenderer Anruf bricht ein",
    means: "Nach drei Sekunden Ton wird dieser Anruf gehalten: Beide hören einander nicht, bis Sie weitermachen. Annehmen beendet nichts.",
    waits: "Ein weiterer Anruf wartet",
  },
  accounts: {
    acts: "Tun", close: "Schließen…", close_sure: "Endgültig schließen", link: "Link wartet", link_for: "Einmal-Link für {name}",
    link_hint: "Auf einem Weg übergeben, den andere nicht lesen. Er gilt einmal.", make: "Neues Konto", make_do: "Konto und Link anlegen",
    means: "Verwalter legen Konten an und schließen sie. Sie sehen keine Leitung und können auf keiner sprechen.",
    mixed: "Dieses Konto gehört auch einem Wachhabenden. Im Ernstbetrieb beides trennen.", new_link: "Neuer Link", officer: "Offizier",
    officer_on_card: "Name auf der Liste der Karte (leer: keiner)",
    passkeys: { one: "{n} Passkey", other: "{n} Passkeys" }, revoked: "nicht mehr auf der Liste", roles: "Rollen", title: "Konten",
    until: "bis {time}", ways: "Zugänge",
  },
  action: {
    hand_call: "gab den Anruf weiter", take_call: "übernahm den Anruf", speak: "spricht", record: "zur Aufzeichnung", minute: "Niederschrift", read: "gelesen", acknowledge: "bestätigt", refuse: "zurückgewiesen", answer: "angenommen", decline: "abgelehnt", busy: "war beschäftigt",
    take_watch: "Wache übernommen", hand_over: "Wache übergeben", check: "geprüft", request: "um Anruf gebeten", reply: "geantwortet",
    suspend: "ausgesetzt", restore: "wieder aufgenommen", close: "geschlossen", compare: "verglichen", release: "freigegeben",
  },
  checks: {
    means: "Die Antwort eines Knotens zeigt, dass die Maschine da ist. Einen Menschen zeigt nur eine von ihm signierte Prüfung.", node: "Knoten jetzt prüfen",
    person: "Prüfung als Person signieren", since: "seit {age}", title: "Leitungsprüfungen mit {party}",
  },
  decline: {
    call_back: "Um Rückruf bitten", in_minutes: { one: "in {n} Minute", other: "in {n} Minuten" }, keep_ringing: "Weiter läuten lassen",
    means: "Eine Ablehnung ist eine Antwort: Beide Protokolle sagen, dass Sie abgelehnt haben, und warum.", reason: "Grund", review: "Prüfen und signieren",
    text: "Worte für sie (darf leer bleiben)", title: "Anruf von {party} ablehnen",
    none_given: "kein Grund genannt", busy: "anderweitig beschäftigt", off_hours: "außerhalb der Dienstzeit", wrong_level: "falsche Ebene",
    principal_absent: "verantwortliche Person abwesend, Nachricht entgegengenommen", needs_agenda: "zuerst ist eine Tagesordnung nötig", not_now: "jetzt nicht, aber später", refused: "verweigert",
  },
  drill: {
    is: "Diese Leitung ist eine ÜBUNG.", is_means: "Sie hat eigene Schlüssel. Nichts, was hier signiert wird, gilt auf einer echten Leitung. Der Rahmen steht auf beiden Seiten.",
    real: "Diese Leitung ist im Ernstbetrieb.", real_means: "Übungen brauchen eine eigene Leitung: Auf dieser lässt sich nichts als Übung kennzeichnen.", title: "Übung",
  },
  entry: {
    checkpoint: "Zusammengefasst in", copies: "Kopien", hash: "Hash", name: "Eintrag", no_checkpoint: "noch kein Prüfpunkt", node_of: "Knoten von {party}",
    signed_by: "Signiert von", stored: "Hier gespeichert", written: "Geschrieben zwischen", wrong: "Gilt nicht",
  },
  field: {
    change: "Was sich ändert", who: "Wer", chunks: "Sekunden aufgezeichnet", ended: "Beendet", last: "Ende der Kette", size_bytes: "Bytes", agrees: "Zugestimmt wird", by: "Wessen Ende", consent: "Einwilligung", description: "Beschreibung der Verbindung", fingerprint: "Abdruck des Schlüssels", leg: "Weg", number: "Nummer", sdp: "Hälfte",
    by_timer: "Nur durch die Uhr", kept: "Anruf, der zählt", late: "Nach der Zeit", media_up: "Mit Ton", rang_seconds: "Läutete, s", tried_seconds: "Versucht, s",
    answer: "Antwort", answer_by: "Antwort bis", asked: "Was sie tun sollen", call: "Anruf", call_back_at: "Rückruf nach", contact: "Weiter erreichbar über",
    consoles: "Konsolen", desk: "Stelle", entry: "Zu Eintrag", expires_at: "Gilt bis", from_desk: "Von Stelle", interpreter: "Dolmetscher", language: "Sprache",
    languages: "Sprachen", level: "Ebene", media_key: "Schlüssel der Stimme", message: "Nachricht", nonce: "Prüfung", open_items: "Offene Punkte", paraphrase: "In eigenen Worten",
    path: "Über", phrase: "Vereinbarte Wendung", precedence: "Dringlichkeit", reason: "Grund", relation: "Bezug", request: "Bitte", ring_seconds: "Läutet, s", role: "Dienstgrad",
    scope: "Was ausgesetzt wird", seconds: "Sekunden", subject: "Betreff", text: "Text", to: "An", until: "Bis", window: "Zeit", windows: "Zeiten",
  },
  part: { caller: "die anrufende Seite", callee: "die angerufene Seite" },
  sdp: { offer: "Angebot", answer: "Antwort" },
  consent: { asked: "Ich bitte um eine Aufnahme", given: "Ich willige ein", withdrawn: "Ich willige nicht ein" },
  sound_fault: {
    foreign_fingerprint: "Ihre Beschreibung nennt einen anderen Schlüssel als den signierten.", other_key: "Für dasselbe Ende kam später ein anderer Schlüssel.",
    other_certificate: "Jemand steht dazwischen: Die Verbindung zeigt einen anderen Schlüssel.", unsigned: "Niemand von ihnen stand mit einer Signatur für den Schlüssel ein.",
    no_certificate: "Die Verbindung zeigte keinen Schlüssel.", unreadable: "Ihre Beschreibung ist nicht lesbar.", with_candidates: "Ihre Beschreibung enthält Adressen.", refused: "Der Browser nahm ihre Beschreibung nicht an.",
  },
  microphone: {
    refused: "Das Mikrofon wurde verweigert: Sie hören und werden nicht gehört. Im Browser erlauben.", absent: "Kein Mikrofon: Sie hören und werden nicht gehört.", unplugged: "Das Mikrofon wurde ausgesteckt: Sie hören und werden nicht gehört.",
  },
  handover: {
    calls_since: "Anrufe seit {time}", deaf: { one: "{n} Platz hat keinen Ton.", other: "{n} Plätze haben keinen Ton." }, end: "Wache beenden: niemand übernimmt",
    have_read: "Ich habe gelesen, was offen ist.", held: "{officer} hat die Wache seit {time}.", no_calls: "Keine.", no_positions: "Keine Seite hält diese Stelle.",
    nobody: "An dieser Stelle hat niemand die Wache.", nothing_open: "Nichts ist offen.", offer: "Übergeben: ich signiere zuerst", offered: "Signiert. Als Nächstes signiert die Ablösung.",
    offered_hint: "Abmelden. Die Ablösung meldet sich an diesem Browser an und signiert hier.", open_matters: "Offene Punkte", positions: "Plätze",
    promised: "Antwort zugesagt bis {time}", relieve: "Ich löse ab: signieren", shelved: "zurückgestellt", signed_by_you: "Sie haben die Übergabe signiert. Die Wache ist Ihre, bis die Ablösung signiert.",
    take: "Wache übernehmen", take_back: "Zurücknehmen", taking_over: "Die Wache ist besetzt. Eine Übernahme ohne Übergabe sehen beide Seiten.", title: "Wachübergabe",
    waits: "{officer} hat die Übergabe signiert und wartet auf Sie.",
  },
  help: {
    change: "ändern", copies: "Kopien eines Eintrags", decline: "Ablehnen heißt: eine Sekunde halten und signieren.", escape: "Esc schließt einen Dialog. Es beendet keinen Anruf und lehnt keinen ab.",
    first_keys: "Ursprüngliche Tasten", keys: "Tasten", press: "Tasten drücken…", ranks: "Meldungen", rules: "Gut zu wissen", times: "Alle Zeiten sind UTC (Z) nach der Uhr des Knotens.", title: "Hilfe und Tasten",
  },
  intent: {
    acknowledge: "Oberste Meldung quittieren", silence: "30 s stumm", compose: "Neue Nachricht", send: "Prüfen; signieren; senden", answer: "Annehmen", decline: "Ablehnen (1 s halten)",
    talk: "Sprechen (halten)", end_call: "Auflegen", line_1: "Leitung wählen", focus_alerts: "Zu den Meldungen", focus_lines: "Zu den Leitungen", focus_map: "Zur Karte",
    focus_record: "Zum Protokoll", focus_call: "Zum Anruf", palette: "Nächste Anzeige", help: "Diese Hilfe",
  },
  interpreter: { nobody: "niemand", asking_side: "die bittende Seite", asked_side: "die gebetene Seite", both: "beide Seiten" },
  key_refusal: {
    bare_letter: "Ein Buchstabe allein wird aus Versehen getippt. Strg oder Alt dazu halten.", browser: "Diese Taste braucht der Browser.", taken: "Diese Taste bedeutet schon etwas anderes.",
    escape: "Esc schließt nur Dialoge.",
  },
  ladder: {
    machine: "durch eine Maschine", means: "Bestätigt heißt verstanden. Es heißt nie einverstanden.", not_yet: "noch nicht", person: "durch eine Person", title: "Was bekannt ist",
  },
  ledger: {
    answered: "Angenommen", attempts: "Versuche", channel: "Stelle", day_attempt: "Versuch, niemand erreicht", day_contact: "eine Person reagierte", day_none: "kein Versuch von uns",
    days: { one: "{n} Tag", other: "{n} Tage" }, kind: "Art", last: "Letzter Kontakt", longest: "Längste Stille",
    means: "Nur signierte Einträge zählen. Eine Ablehnung ist Kontakt. Nichts hier sagt, warum.", never: "nie", node_means: "Seit dem neuesten Eintrag ihres Knotens.", node_silence: "Knoten stumm",
    outcomes: "Ergebnisse", over: "über der Grenze", person_means: "Seit dort jemand annahm, ablehnte oder besetzt war.", person_silence: "Menschen stumm", rests_on: "Beruht auf",
    strip: "Unsere Anrufe, Tag für Tag", strip_words: "{contacts} Tage mit Kontakt, {tried} nur mit Versuchen, von {n}", title: "Kontaktbuch: {party}", way: "Von → an",
    window: "Zeitraum", within: "innerhalb der Grenze",
  },
  ledger_kind: { check: "Leitungsprüfung", call: "Anruf", request: "Bitte", meeting: "Treffen", message: "Nachricht", notice: "Mitteilung", other: "anderes" },
  rank_means: {
    emergency: "läutet an allen Plätzen; zwei Personen quittieren.", alarm: "läutet, bis eine Person quittiert.", warning: "läutet jede Minute, bis quittiert ist.", caution: "ohne Ton; steht in der Übergabe.",
  },
  relation: {
    original: "steht für sich", update: "neuer Stand", add: "Ergänzung", correct: "Berichtigung", replace: "Ersatz", recall: "Rücknahme", relate: "gehört zusammen", answer: "Antwort",
  },
  screen_test: { how: "Alle vier Ränge, acht Graustufen und jeder Buchstabe müssen in jeder Anzeige zu unterscheiden sein.", next: "Nächste Anzeige", title: "Bildschirmprobe" },
  sign_kind: {
    call_part: "Der Anruf wird übergeben", call_media: "Ich spreche mit diesem Schlüssel", call_record: "Aufnahme des Anrufs", call_minutes: "Niederschrift des Anrufs",
    receipt_read: "Ich habe gelesen", receipt_acknowledge: "Ich bestätige", receipt_refuse: "Ich weise eine Nachricht zurück", call_answer: "Ich nehme einen Anruf an", call_decline: "Ich lehne einen Anruf ab", call_busy: "Ich bin beschäftigt",
    call_request: "Ich bitte um einen Anruf", call_reply: "Ich antworte auf eine Bitte", check_person: "Ein Mensch ist hier", check_refuse: "Ich verweigere eine Prüfung", watch_take: "Ich übernehme die Wache",
    watch_hand_over: "Die Wache wird übergeben", line_suspend: "Die Leitung wird ausgesetzt", line_restore: "Die Leitung wird wieder aufgenommen", line_close: "Die Leitung wird endgültig geschlossen", message: "Nachricht",
  },
  sound: {
    ring: "Läuten", alarm: "Alarm", warning: "Warnung", ring_back: "Läutet dort", heard: "{sound}: wie oft gehört?", how: "Jeden Ton abspielen, zählen und eintippen, wie oft er zu hören war.",
    passed: "Alle vier Töne wurden gehört.", play: "Abspielen", playing: "Hören…", refused: "Der Browser gibt keinen Ton.", refused_hint: "Ton für diese Seite erlauben, Lautsprecher ansehen, noch einmal.",
    right: "gehört", title: "Tonprobe", wrong: "stimmt nicht",
  },
  suspend: { held: "Die Leitung ist ausgesetzt.", restore: "Wieder aufnehmen", suspend: "Aussetzen…", title: "Leitung aussetzen" },
  reply: {
    answer: "Antwort", asks: "Sie bitten um einen Anruf auf der Ebene „{level}“. Thema: {subject}.", title: "Bitte um einen Anruf",
    accept: "annehmen", propose: "Zeit vorschlagen", decline: "ablehnen", message: "Nachricht entgegennehmen",
  },
};
