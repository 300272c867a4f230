### Wörter für das, was auf einer Leitung geschieht: Vorrang, Empfangsstufen, Leitungsprüfungen, Aussetzung, Zustände.

## Vorrangstufen, von niedrig nach hoch

precedence-routine = Routine
precedence-priority = Dringend
precedence-immediate = Sofort
precedence-flash = Blitz

## Wie weit eine Nachricht gekommen ist; die ersten Stufen melden Maschinen, „gelesen“ und „zur Kenntnis genommen“ Menschen, und keine bedeutet Zustimmung

receipt-sent = gesendet
    .meaning = Sie ist unterwegs. Von der Gegenseite ist noch nichts bekannt.
receipt-stored = vom Knoten der Gegenseite empfangen
receipt-shown = an der Gegenstelle angezeigt
receipt-read = von einer Person gelesen
receipt-acknowledged = von einer Person zur Kenntnis genommen
    .meaning = Eine Person hat sie verstanden. Das bedeutet keine Zustimmung.
receipt-bad = für den Knoten der Gegenseite nicht lesbar
receipt-refused = von einer Person zurückgewiesen

## Genannte Gründe für eine Zurückweisung

refusal-none-given = kein Grund genannt
refusal-wrong-desk = falsche Stelle
refusal-wrong-level = falsche Ebene
refusal-not-understood = nicht verstanden
refusal-language = Sprache nicht verstanden
refusal-suspended = Leitung ausgesetzt
refusal-not-accepted = nicht angenommen
refusal-other = anderer Grund

## Warum ein Knoten einen Eintrag nicht verwenden kann

bad-undecodable = nicht lesbar aufgebaut
bad-commitment = der Inhalt ist nicht der unterschriebene
bad-critical = braucht eine Erweiterung, die hier nicht bekannt ist
bad-limit = größer als vereinbart
bad-other = anderer Fehler

## Was eine Nachricht für eine frühere ist

relation-original = neu
relation-update = Aktualisierung
relation-add = Ergänzung
relation-correct = Berichtigung
relation-replace = Ersatz
relation-recall = Rücknahme
relation-relate = zugehörig
relation-answer = Antwort

## Leitungsprüfungen

check-good = gut
check-late = verspätet
check-missed = ausgefallen
    .meaning = Es kam rechtzeitig keine Antwort. Warum, ist nicht bekannt.
check-refused = verweigert

## Genannte Gründe für eine verweigerte Leitungsprüfung

check-refusal-none-given = kein Grund genannt
check-refusal-off-hours = außerhalb der Dienstzeit
check-refusal-exercise = Übung
check-refusal-suspended = Leitung ausgesetzt
check-refusal-other = anderer Grund

## Aussetzung

suspension-suspended = ausgesetzt
    .by = ausgesetzt von { $party } seit { $since }
    .until = bis { $until }
    .reason = genannter Grund: { $reason }
suspension-restored = wieder aufgenommen
    .by = wieder aufgenommen von { $party }, { $at }
suspension-scope-all = alles, was Menschen senden
suspension-scope-voice = Anrufe und Gesprächsbitten
suspension-scope-messages = Nachrichten
suspension-scope-notices = Mitteilungen
suspension-scope-all-but-emergency = alles unterhalb von Sofort

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

colour-green = bereit
    .meaning = Eine frische Leitungsprüfung wurde beantwortet.
colour-unknown = nicht bekannt
    .meaning = Keine Leitungsprüfung ist frisch genug für ein Urteil.
colour-amber = unsicher
    .meaning = Etwas ist nicht wie vereinbart; die Gründe sagen, was.
colour-red = kein Verlass
    .meaning = Drei Leitungsprüfungen sind ausgefallen, das Protokoll widerspricht sich oder ein Speicher hat versagt.

## Die Tatsachen dahinter; nie eine Ursache

status-answered = Leitungsprüfung beantwortet
status-not-yet-checked = noch nicht geprüft
status-last-answer-too-old = letzte Antwort zu alt
status-answer-late = Antwort verspätet
status-missed = eine Leitungsprüfung ausgefallen
status-missed-three = drei Leitungsprüfungen ausgefallen
status-refused = Leitungsprüfung verweigert
status-text-changed = Prüftext kam verändert zurück
status-our-trouble = unser Knoten meldet eine Störung
status-their-trouble = der Knoten der Gegenseite meldet eine Störung
status-our-clock = auf unsere Uhr ist kein Verlass
status-their-clock = ihr Knoten meldet: auf seine Uhr ist kein Verlass
status-our-link = eine unserer Verbindungen ist unterbrochen
status-their-link = ihr Knoten meldet: eine Verbindung ist unterbrochen
status-our-witness = ein Zeuge antwortet uns nicht
status-their-witness = ihr Knoten meldet: ein Zeuge antwortet nicht
status-our-space = unser Datenträger ist fast voll
status-their-space = ihr Knoten meldet: sein Datenträger ist fast voll
status-our-storage = unser Speicher hat versagt
status-their-storage = der Speicher der Gegenseite hat versagt
status-contradiction = das Protokoll widerspricht sich

## Was nicht rechtzeitig gekommen ist

overdue-contact = Lebenszeichen
overdue-check = Antwort auf eine Leitungsprüfung
overdue-person = Leitungsprüfung durch eine Person
overdue-receipt = Empfangsbestätigung
overdue-answer = erbetene Antwort

## Karten, Schlüssel und Freigabe: was den Stellen gesagt wird

told-card-in-force = neue Karte gilt
    .meaning = Diensthabende, Stellen und Schlüssel dieser Seite sind ab hier die der neuen Karte. Was vorher geschrieben wurde, bleibt, wie es ist.
told-card-offered = unsere neue Karte wartet auf die andere Seite
    .meaning = Bis die andere Seite sie übernommen hat, gilt die Karte davor.
told-card-not-taken = Karte nicht übernommen
    .meaning = Sie verstößt gegen eine Regel. Die Karte davor gilt weiter; der anderen Seite wird gesagt, warum.
told-card-taken-over = von den nächsten Wurzelschlüsseln übernommen
    .meaning = Die Seite hat diese Schlüssel selbst angekündigt. Fragen Sie mündlich, warum sie gewechselt hat.
told-card-new-keys = neue Schlüssel, sobald ihr Knoten neu startet
told-key-revoked = Logschlüssel widerrufen
    .meaning = Nichts Neues unter diesem Schlüssel zählt. Lassen Sie sich mündlich bestätigen, was zuletzt darunter geschrieben wurde.
told-revocation-not-taken = Widerruf nicht übernommen
    .meaning = Er ist nicht unterschrieben, wie er es sein muss. Nichts hat sich geändert.
told-entry-void = nichtiger Eintrag eingetroffen
    .meaning = Er ist mit einem widerrufenen Schlüssel unterschrieben. Er wird aufbewahrt, und nichts folgt daraus.
told-contradiction-explained = Widerspruch erklärt
    .meaning = Die Wurzelschlüssel des Verfassers sagen, wie er zustande kam. Der Beweis bleibt.
told-not-released = nicht freigegeben wie vereinbart
    .meaning = Zwei Diensthabende hätten es freigeben müssen. Echt ist es trotzdem; fragen Sie mündlich, wer dafür einsteht.
told-record-damaged = das Protokoll auf unserer Platte ist beschädigt
    .meaning = Der Knoten arbeitet mit dem weiter, was er hat. Was nicht lesbar ist, kommt von der anderen Seite zurück.

## Was ein Widerruf aus einem Eintrag macht

mark-good = gilt
mark-disputed = vom Verfasser bestritten
    .meaning = Sein Schlüssel wurde widerrufen. Er war vorher bestätigt worden, darum bleibt er.
mark-void = nichtig
    .meaning = Sein Schlüssel wurde widerrufen, und niemand hatte ihn bestätigt. Er wird aufbewahrt und ist nichts wert.

## Wovon es zu viel sein kann

limit-entries = Einträge
limit-bytes = Platz auf unserem Datenträger
limit-checks = Anfragen zur Leitungsprüfung
limit-lists = Listen des Vorhandenen
limit-flash = Blitzmeldungen
limit-calls = Rufe und Rufanfragen
limit-answers = Empfangsbestätigungen und Antworten
limit-segments = Starts des Knotens
limit-sessions = Sitzungen
limit-sound = Schlüssel und Adressen für den Ton von Rufen
limit-notices = Mitteilungen, Fragen und Vorfälle
limit-matchings = verdeckte Abgleiche

## Der Zustand des Knotens und Überflutung: was die Plätze erfahren

health-floods = ihr Knoten sendet mehr als seinen Anteil
    .meaning = Es wird langsamer aufgenommen, und nichts davon geht verloren. Blitzmeldungen und Rufe kommen durch.
health-slows = ihr Knoten nimmt langsamer auf, was wir senden
    .meaning = Er sagt es in der Aufzeichnung. Nichts davon geht verloren.
health-link-up = Verbindung steht
health-link-lost = Verbindung ist unterbrochen
    .meaning = Warum, ist nicht bekannt.
health-space-low = unser Datenträger füllt sich
    .meaning = Unterhalb der Reserve werden nur Blitzmeldungen, Rufe, Bestätigungen und Eigenes aufgenommen.
health-clocks-apart = die beiden Uhren gehen auseinander
    .meaning = Eine von beiden geht falsch. Welche, ist nicht bekannt.
health-store-failed = unser Speicher hat versagt
    .meaning = Dieser Knoten unterschreibt nichts mehr und endet. Nichts Beantwortetes geht verloren.
health-over = vorbei

## Ton von Rufen

sound-media-described = Ton: ein Ende ist beschrieben
sound-candidates-came = Ton: Adressen sind da
sound-media-signed = Ton: Diensthabende beider Seiten haben die Schlüssel unterschrieben
sound-media-secured = Ton: eine Konsole hat die Schlüssel geprüft
sound-media-contradicted = nicht sicher
    .meaning = Der Ton kam mit einem anderen Schlüssel als dem, den Diensthabende unterschrieben haben. Dort nichts mehr sagen; auf anderem Weg nachfragen.
sound-held = Ruf gehalten
sound-resumed = Ruf fortgesetzt
sound-joined = eine dritte Person ist dazugekommen
sound-left = die dritte Person hat den Ruf verlassen
sound-handed-over = Ruf an andere Diensthabende übergeben
sound-recording-asked = um Aufnahme gebeten
sound-recording-agreed = beide Seiten sind mit einer Aufnahme einverstanden
sound-recording-ended = ab hier keine Aufnahme
sound-recorded = ein Teil der Aufnahme ist gesichert
sound-minutes-proposed = Niederschrift vorgeschlagen
sound-minutes-agreed = Niederschrift zugestimmt

## Sprachnotizen

voice-note-announced = Sprachnotiz angekündigt, ihr Ton folgt
voice-note-completed = Sprachnotiz ist vollständig da
voice-note-doubted = ein Eintrag zu einer Sprachnotiz zählt nicht

## Wie es um einen Weg des Tons steht

leg-silent = kein Ton
leg-described = ein Ende beschrieben
leg-warm = verbunden, stumm
leg-signed = Schlüssel unterschrieben
leg-checked = auf einer Seite geprüft
leg-secured = gesichert
leg-contradicted = nicht sicher

## Wie eine Seite zu einer Aufnahme steht

consent-asked = erbeten
consent-given = zugestimmt
consent-withdrawn = zurückgezogen

## Verdeckte Abgleiche: was über einen gesagt wird

matching-proposed = Abgleich vorgeschlagen
matching-answered = Abgleich beantwortet
matching-committed = auf eine Menge festgelegt
matching-message-whole = Nachricht ist vollständig da
matching-completed = Abgleich vollständig; jede Seite kann die Zellen erfahren, die beide genannt haben
matching-concluded = ein Offizier sagt, was er ergab
matching-lapsed = Abgleich verfallen
    .meaning = Warum er nicht zu Ende kam, ist nicht bekannt.
matching-doubted = zählt nicht
matching-word-accept = angenommen
matching-word-decline = abgelehnt
matching-word-off = ihr Knoten nimmt an so etwas nicht teil
matching-result-hits = Zellen, die beide genannt haben
matching-result-nothing = keine Zelle, die beide genannt haben
matching-result-not-told = nicht mitgeteilt
