### Wörter für das, was auf einer Leitung geschieht: Vorrang, Empfangsstufen, Leitungsprüfungen, Aussetzung, Zustände.

## Vorrangstufen, von niedrig nach hoch

precedence-routine = Routine
precedence-priority = Dringend
precedence-immediate = Sofort
precedence-flash = Blitz

## Empfangsstufen; R1 und R2 kommen von Maschinen, R3 und R4 von Menschen, und keine bedeutet Zustimmung

receipt-r1 = vom Knoten der Gegenseite empfangen
receipt-r2 = an der Gegenstelle angezeigt
receipt-r3 = von einer Person gelesen
receipt-r4 = von einer Person zur Kenntnis genommen
    .meaning = Eine Person hat es verstanden. Das bedeutet keine Zustimmung.
receipt-refused = von einer Person zurückgewiesen
receipt-bad = für den Knoten der Gegenseite nicht lesbar

## Leitungsprüfungen

check-good = gut
check-late = verspätet
check-missed = ausgefallen
    .meaning = Es kam rechtzeitig keine Antwort. Warum, ist nicht bekannt.
check-refused = verweigert

## Aussetzung

suspension-suspended = ausgesetzt
    .by = ausgesetzt von { $party } seit { $since }
    .until = bis { $until }
    .reason = genannter Grund: { $reason }
suspension-restored = wieder aufgenommen
    .by = wieder aufgenommen von { $party } um { $at }
suspension-scope-all = alles außer maschinellen Leitungsprüfungen
suspension-scope-calls = Anrufe
suspension-scope-messages = Nachrichten
suspension-scope-notices = Bekanntgaben
suspension-scope-below-flash = alles unterhalb von Blitz

## Zustände einer Leitung

line-state-draft = in Vorbereitung
line-state-exchanged = Karten ausgetauscht
line-state-compared = Ziffern verglichen
line-state-open = offen
line-state-suspended = ausgesetzt
line-state-closed = geschlossen
line-state-contradiction = Widerspruch
    .meaning = Die Gegenseite hat unter einer Nummer zwei verschiedene Einträge unterschrieben. Beide als unzuverlässig behandeln und mündlich klären.

## Wie weit auf eine Leitung jetzt Verlass ist

line-health-green = bereit
    .meaning = Eine frische Leitungsprüfung wurde beantwortet.
line-health-amber = unsicher
    .meaning = Eine Leitungsprüfung ist ausgefallen.
line-health-red = kein Verlass
    .meaning = Drei Leitungsprüfungen sind ausgefallen, das Protokoll widerspricht sich oder ein Speicher hat versagt.
