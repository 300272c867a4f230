## Manöver auf See

we-are-towing = Wir schleppen und können kaum manövrieren. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Halten Sie mindestens { $distance_m } m Abstand.
    .spoken = Schleppverband, fernhalten

do-not-cross-ahead = Bitte kreuzen Sie nicht vor dem Bug unseres Schiffs. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = nicht vor dem Bug kreuzen

cannot-alter-course =
    Unser Schiff kann den Kurs nicht nach { $side ->
        [port] Backbord
       *[starboard] Steuerbord
    } ändern. Position: { $place }.
    .spoken = kann Kurs nicht ändern

steering-failure = Die Ruderanlage unseres Schiffs ist ausgefallen. Bitte halten Sie sich fern. Position: { $place }. Zeit: { $at }.
    .spoken = Ruder ausgefallen

engines-stopped = Unser Schiff hat die Maschinen gestoppt. Position: { $place }. Zeit: { $at }.
    .spoken = Maschinen gestoppt

dangerous-operations = Gefährliche Arbeiten sind im Gange. Bitte meiden Sie von dort aus die Richtung { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Gilt bis { $until }.
    .spoken = gefährliche Arbeiten

oceanographic-survey = Unser Schiff führt ozeanographische Arbeiten aus. Position: { $place }. Umkreis: { $radius_m } m. Gilt bis { $until }.
    .spoken = ozeanographische Arbeiten

survey-gear-astern = Unser Schiff schleppt Messgerät { $distance_m } m achteraus. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = Messgerät achteraus

recovering-gear =
    Unser Schiff nimmt Messgerät an Bord und braucht dafür { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Position: { $place }.
    .spoken = nehme Gerät auf

salvage-operations = Unser Schiff führt Bergungsarbeiten aus. Position: { $place }. Umkreis: { $radius_m } m. Gilt bis { $until }.
    .spoken = Bergungsarbeiten

refloating-ship = Wir versuchen, ein auf Grund gelaufenes Schiff freizubekommen. Position: { $place }. Gilt bis { $until }.
    .spoken = Schiff wird freigeschleppt

moored-fore-and-aft = Unser Schiff liegt vorn und achtern fest vermoort und kann sich nicht bewegen. Bitte halten Sie sich fern. Position: { $place }. Umkreis: { $radius_m } m.
    .spoken = fest vermoort

anchored-with-gear-out = Unser Schiff ankert im tiefen Wasser und hat Messgerät ausgebracht. Position: { $place }. Umkreis: { $radius_m } m.
    .spoken = ankere mit Messgerät

proceeding-to-anchor = Unser Schiff läuft zu seinem Ankerplatz. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°.
    .spoken = laufe zum Ankerplatz

will-pass =
    Unser Schiff wird Sie an Ihrer { $side ->
        [port] Backbordseite
       *[starboard] Steuerbordseite
    } passieren. Entfernung: { $distance_m } m. Position: { $place }.
    .spoken = ich passiere Sie

will-overtake =
    Unser Schiff wird Sie an Ihrer { $side ->
        [port] Backbordseite
       *[starboard] Steuerbordseite
    } überholen. Entfernung: { $distance_m } m. Position: { $place }.
    .spoken = ich überhole Sie

formation-manoeuvring = Unser Verband manövriert. Bitte meiden Sie von dort aus die Richtung { NUMBER($bearing, minimumIntegerDigits: 3) }°. Position: { $place }. Gilt bis { $until }.
    .spoken = Verband manövriert

will-approach-side =
    Unser Schiff wird sich Ihrer { $side ->
        [port] Backbordseite
       *[starboard] Steuerbordseite
    } auf { $distance_m } m nähern. Position: { $place }.
    .spoken = ich nähere mich Ihrer Seite

will-cross-astern = Unser Schiff wird { $distance_m } m achteraus von Ihnen kreuzen. Position: { $place }.
    .spoken = ich kreuze achteraus

turning-soon =
    Unser Schiff wird in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } nach { $side ->
        [port] Backbord
       *[starboard] Steuerbord
    } drehen. Neuer Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = ich drehe bald

formation-turning =
    Unser Verband ändert gleich den Kurs nach { $side ->
        [port] Backbord
       *[starboard] Steuerbord
    }. Neuer Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Position: { $place }.
    .spoken = Verband dreht

manoeuvring-exercise = Wir üben Manöver im Verband. Der Aufenthalt innerhalb des Verbands ist gefährlich. Position: { $place }. Umkreis: { $radius_m } m. Gilt bis { $until }.
    .spoken = nicht in den Verband fahren

about-to-submerge = Unser U-Boot bereitet das Tauchen vor. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Zeit: { $at }.
    .spoken = tauche gleich

submarine-surfacing =
    Ein U-Boot von uns taucht dort innerhalb von { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } auf. Bitte halten Sie sich fern. Position: { $place }. Umkreis: { $radius_m } m.
    .spoken = U-Boot taucht auf

request-course-and-speed = Bitte nennen Sie Kurs, Geschwindigkeit und Passierabsicht Ihres Schiffs. Position: { $place }. Zeit: { $at }.
    .spoken = nennen Sie Kurs und Fahrt

fishery-patrol = Unser Schiff ist auf Fischereischutzfahrt. Position: { $place }. Von { $at } bis { $until }.
    .spoken = Fischereischutz

replenishment-at-sea = Unsere Schiffe versorgen sich in See und können nicht frei manövrieren. Bitte halten Sie sich fern. Position: { $place }. Kurs: { NUMBER($heading, minimumIntegerDigits: 3) }°. Gilt bis { $until }.
    .spoken = Versorgung in See

boats-launching = Unser Schiff manövriert, um Boote auszusetzen oder aufzunehmen. Bitte halten Sie sich fern. Position: { $place }. Umkreis: { $radius_m } m. Gilt bis { $until }.
    .spoken = setze Boote aus
