### Wörter für Mitteilungen: worum es geht, wie sie stehen, was an ihnen auffällt.

## Worum es geht

sort-protective-sign = Schutzzeichen
sort-white-flag = weiße Flagge
sort-white-flag-negotiation = weiße Flagge: Wunsch nach Verhandlung
sort-white-flag-surrender = weiße Flagge: Ergebung
sort-red-cross-emblem = Zeichen von Rotem Kreuz, Halbmond oder Kristall
sort-red-cross = Rotes Kreuz
sort-red-crescent = Roter Halbmond
sort-red-crystal = Roter Kristall
sort-united-nations = Vereinte Nationen
sort-protected-zone = Schutzzone
sort-hospital-zone = Sanitäts- und Sicherheitszone
sort-prisoner-of-war-camp = Kriegsgefangenenlager
sort-internment-camp = Internierungslager
sort-civil-defence = Zivilschutz
sort-cultural-property = Kulturgut
sort-dangerous-forces = Anlagen mit gefährlichen Kräften
sort-transport-site = Verkehrsanlage
sort-airport = Flughafen
sort-energy-site = Energieanlage
sort-nuclear-power-plant = Kernkraftwerk
sort-hydro-power-plant = Wasserkraftwerk
sort-water-site = Wasseranlage
sort-undersea-cable = Seekabel
sort-public-service = öffentliche Einrichtung
sort-hospital = Krankenhaus
sort-school = Schule
sort-grid-works = Arbeiten am Stromnetz
sort-network-works = Arbeiten an Datennetzen
sort-plant-danger = Gefahr an einer Anlage
sort-danger-area = Gefahrengebiet
sort-attack = Angriff
sort-hazardous-conflict-area = gefährliches Konfliktgebiet
sort-mine-field = Minenfeld
sort-unexploded-ordnance = Blindgänger
sort-air-defence-threat = Bedrohung durch Flugabwehr
sort-transport-accident = Verkehrsunglück
sort-industrial-accident = Industrieunfall
sort-missile-launch = Raketenstart
sort-space-launch = Weltraumstart
sort-firing = Schießen
sort-underwater-operations = Unterwasserarbeiten
sort-special-caution-area = Gebiet besonderer Vorsicht
sort-closed-airspace = gesperrter Luftraum
sort-emergency = Notfall
sort-distress = Seenot oder Luftnot
sort-medical-help-needed = ärztliche Hilfe nötig
sort-mission = Einsatz
sort-humanitarian-mission = humanitärer Einsatz
sort-medical-evacuation = Verwundetentransport
sort-aid = Hilfe für Zivilpersonen
sort-repair-crew = Reparaturtrupp
sort-military-operation = militärische Operation
sort-exercise = Übung
sort-major-movement = größere Truppenbewegung
sort-convoy = Konvoi
sort-special-signal = besonderes Signal
sort-close-approach = gefährliche Annäherung
sort-unintended-entry = unbeabsichtigtes Eindringen
sort-cease-fire-request = Bitte um Waffenruhe
sort-area-access-request = Bitte um Zugang
sort-status-unknown = Zustand unbekannt
sort-status-good = in gutem Zustand
sort-status-damaged = beschädigt
sort-agreed-line = Linie für die Karte
sort-agreed-area = Gebiet für die Karte
sort-unknown = unbekannter Code

## Gruppen

group-hazard = Gefahr
group-site = Schutzobjekt
group-movement = geschützte Bewegung
group-exercise = Übung
group-works = Arbeiten
group-signal = Signal
group-request = Bitte
group-status = Zustand
group-layer = Kartenebene

## Wie sie steht

state-issued = herausgegeben
state-holding = gilt jetzt
state-replaced = ersetzt
state-cancelled = aufgehoben
state-expired = abgelaufen

## Antworten

answer-acknowledge = von einer Person bestätigt
answer-confirm = Orte zurückgelesen
answer-comply = sie werden danach handeln
answer-reject = nicht angenommen

## Gründe, sie nicht anzunehmen

objection-none-given = kein Grund genannt
objection-too-late = zu spät angekündigt
objection-area = das Gebiet
objection-time = die Zeit
objection-not-understood = nicht verstanden
objection-cannot = nicht möglich
objection-not-accepted = nicht angenommen

## Was berichtet wird

event-notice-issued = Mitteilung herausgegeben
event-notice-replaced = Mitteilung durch eine andere ersetzt
event-notice-cancelled = Mitteilung aufgehoben
event-notice-began = das Angekündigte beginnt
event-notice-expired = Mitteilung abgelaufen
event-notice-answered = Mitteilung beantwortet
event-read-back-differed = ein Ort wurde anders zurückgelesen
event-notice-passed-on = Mitteilung weitergegeben
event-notice-confirmed-again = Mitteilung erneut bestätigt
event-notice-not-confirmed = Mitteilung nicht rechtzeitig erneut bestätigt
event-notice-unanswered = Mitteilung nicht rechtzeitig beantwortet
event-notice-doubted = ein Eintrag zu einer Mitteilung zählt nicht
event-notices-crowd = weitere Mitteilungen der Gegenseite, nicht als Alarm gezeigt
event-explanation-asked = um Erklärung gebeten
event-explanation-given = Erklärung gegeben
event-explanation-overdue = keine Erklärung kam rechtzeitig
event-incident-reported = Vorfall: eine Darstellung wurde abgegeben
