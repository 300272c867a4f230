## Strom, Anlagen, Rohre

plant-tripped =
    Plötzlicher Ausfall: { $facility ->
        [power-plant] Kraftwerk
        [nuclear-plant] Kernkraftwerk
        [substation] Umspannwerk
        [power-line] Stromleitung
       *[hydro-plant] Wasserkraftwerk
    }. Ausgefallene Leistung: { $power_mw } MW. Position: { $place }. Zeit: { $at }.
    .spoken = Ausfall im Stromnetz

grid-frequency = Unsere Netzfrequenz beträgt { $millihertz } mHz (Millihertz). Zeit: { $at }. Bitte nennen Sie Ihre.
    .spoken = unsere Netzfrequenz

reduce-exchange = Bitte verringern Sie den Leistungsfluss zwischen uns um { $power_mw } MW. Zeitraum: { $at } bis { $until }.
    .spoken = Leistungsfluss senken

line-switched-off = Unsere { $voltage_kv }-kV-Leitung ist abgeschaltet. Von: { $start }. Nach: { $goal }. Zeit: { $at }.
    .spoken = Stromleitung abgeschaltet

ready-to-reconnect = Wir sind bereit, unser { $voltage_kv }-kV-Netz wieder mit Ihrem zu verbinden. Position: { $place }. Vorgeschlagene Zeit: { $at }.
    .spoken = bereit zum Verbinden

nuclear-plant-on-diesel =
    Ein Kernkraftwerk hat die Fremdstromversorgung verloren und läuft mit Diesel. Kraftstoff für { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Kernkraftwerk auf Diesel

nuclear-plant-safe = Das Kernkraftwerk ist in einem sicheren Zustand. Die Strahlung dort ist normal. Position: { $place }. Zeit: { $at }.
    .spoken = Kernkraftwerk sicher

radiation-measured = Dort gemessene Strahlung: { $dose_usvh } µSv/h. Position: { $place }. Zeit: { $at }.
    .spoken = Strahlung gemessen

dam-release = Aus einem Staudamm wird Wasser abgelassen. Abfluss: { $flow_m3s } m³/s. Position: { $place }. Von { $at } bis { $until }. Menschen flussabwärts müssen gewarnt werden.
    .spoken = Wasser aus Staudamm

pipeline-damaged =
    Eine Rohrleitung von uns ist beschädigt. Sie führt { $carried ->
        [gas] Gas
        [oil] Öl
        [ammonia] Ammoniak
       *[water] Trinkwasser
    }. Position: { $place }. Zeit: { $at }.
    .spoken = Rohrleitung beschädigt

cable-damaged =
    Ein Kabel ist beschädigt. Art: { $cable ->
        [power] Stromkabel
       *[data] Datenkabel
    }. Position: { $place }. Zeit: { $at }. Wir bitten um Ruhe, solange die Ursache geprüft wird.
    .spoken = Kabel beschädigt

computer-fault =
    Eine Computerstörung auf unserer Seite betrifft: { $affected ->
        [power] Stromversorgung
        [air-traffic] Flugverkehrskontrolle
        [railway] Bahnsteuerung
        [telephone] Telefonnetz
       *[this-line] diese Leitung
    }. Die Ursache kennen wir nicht. Zeit: { $at }.
    .spoken = Computerstörung
