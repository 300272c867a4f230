export const third = {
  third: {
    again: "Wieder dazukommen", ask: "Bitten", asked: "{name} ist gebeten. Noch keine Antwort.", back: "Zurück zum Anruf", come_interpret: "Dolmetschen (Sie signieren)", come_take: "Zuerst sprechen",
    consecutive: "Original 12 dB leiser als der Dolmetscher", consulting: "Sie sprechen allein mit {name}. {party} wird gehalten und hört nichts.",
    give: "Übergeben: ich signiere zuerst", given: "Der Anruf ist übergeben. Ihr Kollege führt ihn fort.", goes_on: "Dort führt ihn {officer} fort, {desk}.",
    hand_over: "Übergeben…", has_signed: "{name} hat signiert. Mit Ihrer Signatur ist es Ihr Anruf.", in_call: "Auch im Anruf",
    interpret_means: "Ab dann hören beide Seiten, was gedolmetscht wird, und beide Protokolle sagen, wer wann kam.", interpreter: "Dolmetscher…",
    leave: "Anruf verlassen", let_go: "Entlassen", no_desk: "kein Platz", no_path: "Sie sind in diesen Anruf gebeten; diese Seite hat darin keinen Ton.",
    nobody: "Kein Kollege, der kommen könnte, hat eine Seite offen.", not_now: "Jetzt nicht", other_call: "Das ist nicht die Übergabe dieses Anrufs. Nichts wurde signiert.", ours: "von uns",
    refused: "{name} kommt jetzt nicht.", signs_next: "Sie haben signiert. Nun signiert {name}.", take: "Anruf übernehmen: signieren", take_back: "Zurücknehmen",
    take_means: "Die Gegenseite wird gehalten, während Sie beide sprechen. Wenn beide signiert haben, führt Ihr Kollege den Anruf fort.",
    they_hold: "Die Gegenseite hält den Anruf.", wants_interpret: "{name} bittet Sie, im Anruf mit {party} zu dolmetschen.",
    wants_take: "{name} bittet Sie, den Anruf mit {party} zu übernehmen.", who_interprets: "Wer dolmetscht?", who_takes: "Wer übernimmt den Anruf?",
  },
  change: { hold: "halten", resume: "fortsetzen", join: "dazukommen", leave: "verlassen", hand_over: "übergeben" },
  outlet: {
    again: "Ein Mikrofon nehmen", ear: "Kopfhörer", ear_gone: "Der Kopfhörer ist weg: die Stimme kommt aus dem Ausgang des Systems.", means: "Was gewählt ist, gilt sofort, auch im Anruf.",
    microphone: "Mikrofon", missing: "nicht angeschlossen", nameless: "Gerät {n}", open: "Geräte…", own: "das des Systems", ringer: "Klingel und Alarme",
    ringer_gone: "Der Lautsprecher der Klingel ist weg: es klingelt am Ausgang des Systems.", title: "Mikrofon und Lautsprecher", try_ring: "Klingel abspielen",
  },
} as const;
