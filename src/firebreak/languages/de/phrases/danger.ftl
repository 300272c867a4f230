## Gefahr jetzt

stop-firing-at =
    Stellen Sie sofort das Feuer ein. Position: { $place }. { $struck ->
        [our-troops] Dort befinden sich unsere Truppen.
        [civilians] Dort befinden sich Zivilpersonen.
        [hospital] Dort befindet sich ein Krankenhaus.
        [medical-transport] Dort befindet sich ein Sanitätstransport.
        [aid-convoy] Dort befindet sich ein Hilfskonvoi.
        [observers] Dort befinden sich Beobachter.
        [ship] Dort befindet sich ein Schiff.
        [aircraft] Dort befindet sich ein Luftfahrzeug.
        [power-plant] Dort befindet sich ein Kraftwerk.
       *[dam] Dort befindet sich ein Staudamm.
    }
    .spoken = Feuer einstellen

you-are-approaching =
    Sie nähern sich { $neared ->
        [our-troops] unseren Truppen
        [our-ship] unserem Schiff
        [our-aircraft] unserem Luftfahrzeug
        [our-border] unserer Grenze
        [protected-site] einem geschützten Ort
        [hazard-area] einem Gefahrengebiet
       *[minefield] einem Minenfeld
    }. Position: { $place }. Entfernung: { $distance_m } m.
    .spoken = Sie nähern sich

keep-clear-of =
    Halten Sie sich fern. Gefahr: { $hazard ->
        [mines] Minen
        [unexploded-ordnance] nicht explodierte Kampfmittel
        [firing] scharfes Schießen
        [missile-launch] Raketenstart
        [debris] herabfallende Trümmer
        [fire] Brand
        [chemicals] gefährliche Chemikalien
        [radiation] radioaktive Strahlung
       *[flood] Überflutung
    }. Position: { $place }. Umkreis: { $radius_m } m. Gilt bis { $until }.
    .spoken = fernhalten

change-course =
    Gefahr für { $craft ->
        [aeroplane] Ihr Flugzeug
        [helicopter] Ihren Hubschrauber
        [drone] Ihre Drohne
        [ship] Ihr Schiff
       *[vehicle] Ihr Fahrzeug
    }. Position: { $place }. Ändern Sie sofort den Kurs auf { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = Kurs sofort ändern

we-lost-control-of =
    Wir haben die Kontrolle über { $stray ->
        [drone] eine Drohne
        [missile] einen Flugkörper
        [aeroplane] ein Flugzeug
        [ship] ein Schiff
        [balloon] einen Ballon
       *[mine] eine treibende Mine
    } verloren. Letzte Position: { $place }. Letzter Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }. Dies ist kein Angriff.
    .spoken = Kontrolle verloren

laser-danger =
    Ihr Laser gefährdet { $endangered ->
        [aircrew] unsere Flugbesatzung
        [ship] unser Schiff
        [vehicle] unser Fahrzeug
       *[people] unsere Leute
    }. Position: { $place }. Zeit: { $at }. Bitte schalten Sie ihn ab.
    .spoken = Gefahr durch Laser

interference-danger =
    Funkstörungen von Ihrer Seite behindern { $disturbed ->
        [command] unseren Führungsfunk
        [distress] eine Notfrequenz
        [air-traffic] die Flugverkehrskontrolle
        [navigation] die Satellitennavigation
       *[radar] unser Radar
    }. Frequenz: { $frequency_khz } kHz. Position: { $place }. Bitte beenden Sie die Störung.
    .spoken = Störung beenden

weapons-pointed-at-us =
    { $weapon ->
        [guns] Geschütze
        [missile-launchers] Flugkörperstarter
        [torpedo-tubes] Torpedorohre
       *[fire-control-radar] Feuerleitradare
    } Ihrer Seite sind auf unsere Einheiten gerichtet. Position: { $place }. Zeit: { $at }. Bitte richten Sie sie anders aus.
    .spoken = Waffen wegdrehen

unknown-object-towards-you =
    { $unknown ->
        [drone] Eine unbekannte Drohne
        [missile] Ein unbekannter Flugkörper
        [aeroplane] Ein unbekanntes Flugzeug
        [ship] Ein unbekanntes Schiff
       *[balloon] Ein unbekannter Ballon
    } bewegt sich auf Ihre Seite zu und gehört nicht uns. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }.
    .spoken = unbekanntes Objekt, nicht von uns

launched-in-error =
    { $stray ->
        [drone] Eine Drohne
        [missile] Ein Flugkörper
        [aeroplane] Ein Flugzeug
        [ship] Ein Schiff
        [balloon] Ein Ballon
       *[mine] Eine Mine
    } hat unsere Seite versehentlich verlassen. Dies ist kein Angriff. Von: { $start }. Erwartet bei: { $goal }. Zeit: { $at }.
    .spoken = versehentlich gestartet, kein Angriff

fire-close-to =
    Ihr Feuer liegt nahe bei { $threatened ->
        [our-troops] unseren Truppen
        [civilians] Zivilpersonen
        [hospital] einem Krankenhaus
        [school] einer Schule
        [plant] einer Industrieanlage
       *[ship] einem Schiff
    }. Entfernung: { $distance_m } m. Position: { $place }. Zeit: { $at }. Bitte prüfen Sie das und stellen Sie es ein.
    .spoken = Ihr Feuer zu nah

collision-risk =
    Gefahr eines Zusammenstoßes mit { $craft ->
        [aeroplane] Ihrem Flugzeug
        [helicopter] Ihrem Hubschrauber
        [drone] Ihrer Drohne
        [ship] Ihrem Schiff
       *[vehicle] Ihrem Fahrzeug
    }. Entfernung: { $distance_m } m. Größte Annäherung in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Position: { $place }.
    .spoken = Gefahr eines Zusammenstoßes

move-people-away =
    Bitte bringen Sie Ihre Leute von dort fort. Gefahr: { $hazard ->
        [mines] Minen
        [unexploded-ordnance] nicht explodierte Kampfmittel
        [firing] scharfes Schießen
        [missile-launch] Raketenstart
        [debris] herabfallende Trümmer
        [fire] Brand
        [chemicals] gefährliche Chemikalien
        [radiation] radioaktive Strahlung
       *[flood] Überflutung
    }. Position: { $place }. Umkreis: { $radius_m } m. Spätestens bis { $until }.
    .spoken = Menschen fortbringen

drifting-mine-sighted = Eine treibende Mine wurde gesichtet. Position: { $place }. Drift: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }.
    .spoken = treibende Mine

gas-cloud =
    Gefährlicher Stoffaustritt: { $substance ->
        [chlorine] Chlor
        [ammonia] Ammoniak
        [fuel] Kraftstoff
        [smoke] giftiger Rauch
       *[unknown] Stoff nicht bekannt
    }. Position: { $place }. Die Wolke zieht in Richtung { NUMBER($bearing, minimumIntegerDigits: 3) }°. Zeit: { $at }. Dies ist kein Angriff.
    .spoken = gefährliche Wolke

danger-over = Die von uns gemeldete Gefahr dort ist vorüber. Position: { $place }. Zeit: { $at }.
    .spoken = Gefahr vorüber
