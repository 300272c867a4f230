### Ergebnisse eines Anrufs und Gründe, ihn abzulehnen. Sieben verschiedene Tatsachen: nie ein Wort für das andere nehmen.
### „Besetzt“ heißt hier immer: Ein Mensch ist anderweitig beschäftigt. Eine Stelle ohne Wache heißt nie „unbesetzt“.

## Ergebnisse; `meaning` sagt, was bekannt ist, und nicht mehr

outcome-answered = angenommen
    .meaning = Eine Person an der Stelle hat den Anruf angenommen.
outcome-declined = abgelehnt
    .meaning = Eine Person an der Stelle hat den Anruf abgelehnt.
outcome-busy = besetzt
    .meaning = Eine Person an der Stelle hat gemeldet, dass sie anderweitig beschäftigt ist.
outcome-no-answer = keine Antwort
    .meaning = Es hat an der Stelle geläutet, und niemand hat geantwortet.
outcome-unattended = niemand auf Wache
    .meaning = Der Knoten der Gegenseite hat geantwortet, aber an der Stelle war niemand auf Wache.
outcome-withdrawn = zurückgezogen
    .meaning = Die anrufende Seite hat aufgegeben, bevor es eine Antwort gab.
outcome-unreachable = nicht erreichbar
    .meaning = Der Knoten der anrufenden Seite hat vom Knoten der Gegenseite keine Antwort erhalten. Warum, ist nicht bekannt.

## Noch kein oder gar kein Ergebnis

outcome-placed = angerufen
    .meaning = Der Anruf läuft. Bekannt ist bisher nur, dass er abgesetzt wurde.
outcome-ringing = läutet
    .meaning = Der Knoten der Gegenseite meldet, dass es an der Stelle läutet.
outcome-glare = gleichzeitig angerufen
    .meaning = Beide Seiten riefen zugleich an. Es zählt der andere Anruf; dieser ist kein eigener Versuch.

## Genannte Gründe für eine Ablehnung

decline-busy = anderweitig beschäftigt
decline-off-hours = außerhalb der Dienstzeit
decline-wrong-level = falsche Ebene
decline-principal-absent = verantwortliche Person abwesend, Nachricht entgegengenommen
decline-needs-agenda = zuerst ist eine Tagesordnung nötig
decline-not-now = jetzt nicht, aber später
    .until = nicht vor { $until }
decline-refused = verweigert
decline-none-given = kein Grund genannt
