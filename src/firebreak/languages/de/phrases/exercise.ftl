## Übungen, Schießen, Starts

we-will-fire-for-training = Wir schießen nur zu Übungszwecken. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }. Bitte halten Sie sich fern.
    .spoken = Übungsschießen

we-are-moving-convoy =
    Wir bewegen einen Konvoi mit { $count ->
        [one] { $count } Fahrzeug
       *[other] { $count } Fahrzeugen
    }. Von: { $start }. Nach: { $goal }. Abfahrt: { $at }.
    .spoken = Konvoi unterwegs

we-are-clearing-mines = Wir räumen Minen. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }. Explosionen dort sind kein Angriff.
    .spoken = Minenräumung

exercise-begins = Dort findet eine Übung von uns statt. Sie richtet sich nicht gegen Sie. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = dies ist eine Übung

exercise-forces =
    An der dort angekündigten Übung nehmen { $count ->
        [one] { $count } Fahrzeug
       *[other] { $count } Fahrzeuge
    } und { $people } Personen teil. Position: { $place }. Beginn: { $at }.
    .spoken = Umfang der Übung

exercise-ended = Unsere Übung dort ist beendet. Das Gebiet ist frei. Position: { $place }. Zeit: { $at }.
    .spoken = Übung beendet

exercise-cancelled = Unsere für { $at } dort angekündigte Übung findet nicht statt. Position: { $place }.
    .spoken = Übung abgesagt

missile-exercise = Wir bereiten eine Übung mit Flugkörpern vor. Bitte meiden Sie von dort aus die Richtung { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Von { $at } bis { $until }.
    .spoken = Flugkörperübung

gunnery-exercise = Wir bereiten ein Artillerieschießen zur Übung vor. Bitte meiden Sie von dort aus die Richtung { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Von { $at } bis { $until }.
    .spoken = Artillerieübung

explosive-charges = Wir arbeiten mit Sprengladungen. Diese Explosionen sind kein Angriff. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = Sprengladungen

torpedo-exercise = Wir bereiten Torpedoschüsse zur Übung vor. Bitte meiden Sie von dort aus die Richtung { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Von { $at } bis { $until }.
    .spoken = Torpedoübung

landing-exercise = Wir üben mit kleinen Booten eine Anlandung an unserer eigenen Küste. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = Landungsübung

weapon-system-check =
    Wir prüfen unsere { $checked ->
        [guns] Geschütze
       *[rockets] Raketensysteme
    }. Es wird nicht geschossen. Position: { $place }. Gilt bis { $until }.
    .spoken = Waffenprüfung, kein Schießen

towed-target-firing = Luftfahrzeuge schießen auf ein Schleppziel. Bitte meiden Sie von dort aus die Richtung { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Von { $at } bis { $until }.
    .spoken = Schießen auf Schleppziel

missile-test-launch = Wir starten eine Rakete zur Erprobung. Startgebiet: { $start }. Zielgebiet: { $goal }. Von { $at } bis { $until }. Dies ist kein Angriff.
    .spoken = Raketentest

space-launch = Wir starten eine Weltraumrakete. Startplatz: { $start }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Von { $at } bis { $until }. Entlang dieses Kurses können Teile herabfallen.
    .spoken = Weltraumstart

launch-postponed = Unser für { $at } angekündigter Start ist auf { $until } verschoben. Startplatz: { $start }.
    .spoken = Start verschoben

flares-for-light = Wir setzen Leuchtmittel nur zur Beleuchtung ein. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = nur Leuchtmittel

controlled-explosion = Wir vernichten dort Munition durch kontrollierte Sprengung. Dies ist kein Angriff. Position: { $place }. Umkreis: { $radius_m } m. Zeit: { $at }.
    .spoken = kontrollierte Sprengung
