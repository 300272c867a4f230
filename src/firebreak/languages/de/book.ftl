### Was Formulare und Listen rund um die vereinbarten Wendungen sagen. Kein Teil des Buchs, niemand vereinbart es.

## Themen

topic-danger = Gefahr jetzt
topic-fire = Feuer und Waffenruhe
topic-approach = Annäherung
topic-sea = Manöver auf See
topic-air = Luftfahrzeuge und Luftraum
topic-exercise = Übungen, Schießen, Starts
topic-aid = Hilfe und geschützte Orte
topic-rescue = Seenot und Rettung
topic-grid = Strom, Anlagen, Rohre
topic-incident = Zwischenfälle
topic-explain = Erklärungen
topic-message = Zu Nachrichten
topic-call = Gespräche
topic-line = Die Leitung

## Angaben

slot-accident = Was geschah
slot-activity = Zweck
slot-affected = Was betroffen ist
slot-altitude_ft = Höhe
slot-at = Zeit
slot-bearing = Richtung
slot-cable = Art des Kabels
slot-callsign = Rufzeichen
slot-carried = Inhalt
slot-cause = Ursache
slot-checked = Was geprüft wird
slot-closure = Grund
slot-count = Wie viele
slot-craft = Fahrzeug
slot-desk = Stelle
slot-detail = Was fehlt
slot-disturbed = Was gestört ist
slot-distance_m = Entfernung
slot-dose_usvh = Dosisleistung
slot-endangered = Wer gefährdet ist
slot-facility = Anlage
slot-flight = Art des Flugs
slot-flow_m3s = Abfluss
slot-frequency_khz = Frequenz
slot-goal = Nach
slot-harmed = Was beschädigt ist
slot-hazard = Gefahr
slot-heading = Kurs
slot-hours = Stunden
slot-injured = Wie viele Verletzte
slot-level = Ebene
slot-link = Verbindung
slot-medium = Wo gesehen
slot-millihertz = Netzfrequenz
slot-minutes = Minuten
slot-moved = Was zurückgezogen wird
slot-neared = Wem man sich nähert
slot-number = Nummer
slot-obstacle = Grund
slot-people = Wie viele Menschen
slot-place = Position
slot-power_mw = Leistung
slot-purpose = Zweck
slot-radius_m = Umkreis
slot-seconds = Sekunden
slot-seen = Was gesehen wurde
slot-side = Seite
slot-site = Art des Ortes
slot-speed_kn = Geschwindigkeit
slot-start = Von
slot-stray = Was
slot-struck = Wer dort ist
slot-substance = Stoff
slot-threatened = Wer dort ist
slot-tongue = Sprache
slot-traveller = Wer
slot-unknown = Was
slot-until = Bis
slot-right = Richtige Zeit
slot-proposed = Vorgeschlagene Zeit
slot-done = Ausgeführt um
slot-voltage_kv = Spannung
slot-weapon = Waffe

## Einheiten

unit-m = m
unit-min = min
unit-h = h
unit-s = s
unit-degrees = °
unit-kn = kn
unit-ft = ft
unit-kHz = kHz
unit-MW = MW
unit-mHz = mHz
unit-kV = kV
unit-uSv-h = µSv/h
unit-m3-s = m³/s
