## Annäherung

your-craft-is-close =
    { $craft ->
        [aeroplane] Ihr Flugzeug
        [helicopter] Ihr Hubschrauber
        [drone] Ihre Drohne
        [ship] Ihr Schiff
       *[vehicle] Ihr Fahrzeug
    } ist nahe bei unseren Einheiten. Entfernung: { $distance_m } m. Peilung von uns: { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Zeit: { $at }.
    .spoken = Sie sind nah bei uns

please-keep-distance =
    Bitte halten Sie { $craft ->
        [aeroplane] Ihr Flugzeug
        [helicopter] Ihren Hubschrauber
        [drone] Ihre Drohne
        [ship] Ihr Schiff
       *[vehicle] Ihr Fahrzeug
    } mindestens { $distance_m } m von uns entfernt. Position: { $place }.
    .spoken = bitte Abstand halten

we-keep-distance =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } bleibt mindestens { $distance_m } m von Ihnen entfernt. Position: { $place }.
    .spoken = wir halten Abstand

closest-approach =
    Größte Annäherung von { $craft ->
        [aeroplane] Ihrem Flugzeug
        [helicopter] Ihrem Hubschrauber
        [drone] Ihrer Drohne
        [ship] Ihrem Schiff
       *[vehicle] Ihrem Fahrzeug
    } an uns: { $distance_m } m. Position: { $place }. Zeit: { $at }.
    .spoken = größte Annäherung

we-are-observing =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } beobachtet aus der Entfernung und wird nicht stören. Position: { $place }. Von { $at } bis { $until }.
    .spoken = wir beobachten

your-manoeuvre-was-dangerous =
    Ein Manöver von { $craft ->
        [aeroplane] Ihrem Flugzeug
        [helicopter] Ihrem Hubschrauber
        [drone] Ihrer Drohne
        [ship] Ihrem Schiff
       *[vehicle] Ihrem Fahrzeug
    } hat uns gefährdet. Entfernung: { $distance_m } m. Position: { $place }. Zeit: { $at }. Bitte verhindern Sie eine Wiederholung.
    .spoken = Ihr Manöver war gefährlich

state-your-intentions =
    Was hat { $craft ->
        [aeroplane] Ihr Flugzeug
        [helicopter] Ihr Hubschrauber
        [drone] Ihre Drohne
        [ship] Ihr Schiff
       *[vehicle] Ihr Fahrzeug
    } vor? Position: { $place }. Zeit: { $at }.
    .spoken = was haben Sie vor

we-keep-course-and-speed =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } behält Kurs und Geschwindigkeit bei. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Geschwindigkeit: { $speed_kn } kn. Position: { $place }.
    .spoken = Kurs und Fahrt bleiben

we-are-turning-away =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } dreht von Ihnen ab. Neuer Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = wir drehen ab

identify-craft =
    Gehört { $craft ->
        [aeroplane] dieses Flugzeug
        [helicopter] dieser Hubschrauber
        [drone] diese Drohne
        [ship] dieses Schiff
       *[vehicle] dieses Fahrzeug
    } Ihnen? Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }.
    .spoken = gehört es Ihnen

craft-is-ours =
    { $craft ->
        [aeroplane] Dieses Flugzeug
        [helicopter] Dieser Hubschrauber
        [drone] Diese Drohne
        [ship] Dieses Schiff
       *[vehicle] Dieses Fahrzeug
    } gehört uns. Rufzeichen: { $callsign }. Position: { $place }.
    .spoken = es gehört uns

craft-is-not-ours =
    { $craft ->
        [aeroplane] Dieses Flugzeug
        [helicopter] Dieser Hubschrauber
        [drone] Diese Drohne
        [ship] Dieses Schiff
       *[vehicle] Dieses Fahrzeug
    } gehört nicht uns. Position: { $place }. Zeit: { $at }.
    .spoken = es gehört nicht uns

we-stay-on-our-side =
    { $craft ->
        [aeroplane] Unser Flugzeug
        [helicopter] Unser Hubschrauber
        [drone] Unsere Drohne
        [ship] Unser Schiff
       *[vehicle] Unser Fahrzeug
    } wird nahe der Linie zwischen uns sein und sie nicht überqueren. Position: { $place }. Von { $at } bis { $until }.
    .spoken = wir überqueren die Linie nicht
