### Texte des öffentlichen Kontaktberichts. Kein Satz nennt eine Ursache, und keiner sagt mehr, als sein
### Eintrag in `core/readout/limits.py` erlaubt.

## Tage und Zahlen

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date = { $day }.{"\u00A0"}{ $month }{"\u00A0"}{ $year }
date-of-year = { $day }.{"\u00A0"}{ $month }
date-of-month = { $day }.
span = { $first } bis { $last }
on-day = am { $date }
on-day-at = am { $date } um { $clock } Uhr ({ $zone })
between-days = zwischen dem { $first } und dem { $last }
one-of-days = an einem Tag zwischen dem { $first } und dem { $last }
decimal-sign = ,
amount-exact = { $number }
amount-least = mindestens { $least }
amount-between = { $least } bis { $most }
list = { $others } und { $last }

## Parteien

party-US = die Vereinigten Staaten
    .genitive = der Vereinigten Staaten
    .dative = den Vereinigten Staaten
party-RU = Russland
    .genitive = Russlands
    .dative = Russland
party-UA = die Ukraine
    .genitive = der Ukraine
    .dative = der Ukraine
party-PL = Polen
    .genitive = Polens
    .dative = Polen
party-ROK = Südkorea
    .genitive = Südkoreas
    .dative = Südkorea
party-DPRK = Nordkorea
    .genitive = Nordkoreas
    .dative = Nordkorea
party-UNC = das Kommando der Vereinten Nationen
    .genitive = des Kommandos der Vereinten Nationen
    .dative = dem Kommando der Vereinten Nationen
party-other = die Seite „{ $name }“
    .genitive = der Seite „{ $name }“
    .dative = der Seite „{ $name }“

## Kanäle

channel-minister = Verteidigungsminister
channel-chief_of_staff = Generalstabschefs
channel-foreign_minister = Außenminister
channel-security_adviser = Sicherheitsberater
channel-leaders_line = Leitung der Staatsführungen
channel-intelligence = Nachrichtendienste
channel-diplomatic = Außenministerien
channel-embassy = Botschaft
channel-attache = Militärattachés
channel-deconfliction_line = Leitung zur Vermeidung von Zwischenfällen
channel-syria_deconfliction_line = Leitung zur Vermeidung von Zwischenfällen in Syrien
channel-treaty_notification = Mitteilungen aufgrund von Verträgen
channel-liaison_line = Verbindungsleitung
channel-liaison_office = Verbindungsbüro
channel-military_line = Militärische Leitung
channel-military_line_east = Militärische Leitung Ost
channel-military_line_west = Militärische Leitung West
channel-panmunjom_line = Leitung von Panmunjom
channel-ship_radio = Schiffsfunk
channel-unc_kpa_line = Leitung des Kommandos der Vereinten Nationen
channel-all_lines = Alle Leitungen
channel-undisclosed = Kanal nicht genannt
channel-other = { $name }

## Versuche, wie veröffentlichte Quellen sie berichten

tries-call = { $amount } { $amount_count ->
        [one] Versuch
       *[other] Versuche
    } { $from_genitive }, { $to } anzurufen
tries-check = { $amount } Leitungs{ $amount_count ->
        [one] prüfung
       *[other] prüfungen
    } { $from_genitive }
tries-request = { $amount } { $amount_count ->
        [one] Bitte
       *[other] Bitten
    } { $from_genitive } an { $to } um ein Gespräch
tries-meeting = { $amount } Treffen { $from_genitive } mit { $to_dative }
tries-message = { $amount } { $amount_count ->
        [one] Nachricht
       *[other] Nachrichten
    } { $from_genitive } an { $to }
tries-notice = { $amount } { $amount_count ->
        [one] Mitteilung
       *[other] Mitteilungen
    } { $from_genitive } an { $to }
tries-other = { $amount } { $amount_count ->
        [one] Versuch
       *[other] Versuche
    } { $from_genitive }, { $to } zu erreichen
attempts = { $when } gab es { $tries }.
attempts-unpublished = { $when } gab es { $tries }; die Zahl ist nicht veröffentlicht.
attempts-unknown = { $when } gab es { $tries }; die Zahl in diesem Zeitraum ist nicht bekannt.
single-answered = { $when } { $kind ->
        [call] kam ein Gespräch zwischen { $from_dative } und { $to_dative } zustande
        [check] wurde eine Leitungsprüfung { $from_genitive } von { $to_dative } beantwortet
        [request] wurde eine Bitte { $from_genitive } um ein Gespräch von { $to_dative } angenommen
        [meeting] fand ein Treffen { $from_genitive } mit { $to_dative } statt
        [message] wurde eine Nachricht { $from_genitive } von { $to_dative } beantwortet
        [notice] wurde eine Mitteilung { $from_genitive } von { $to_dative } beantwortet
       *[other] wurde ein Versuch { $from_genitive }, { $to } zu erreichen, beantwortet
    }.
single-delivered = { $when } wurde { $kind ->
        [notice] eine Mitteilung
       *[other] eine Nachricht
    } { $from_genitive } an { $to } zugestellt.
all-answered = { $kind ->
        [request] Alle wurden angenommen.
        [meeting] Alle fanden statt.
        [check] Jede wurde beantwortet.
        [message] Jede wurde beantwortet.
        [notice] Jede wurde beantwortet.
        [call] Jeder wurde angenommen.
       *[other] Jeder wurde beantwortet.
    }
all-delivered = Alle wurden zugestellt.
none-answered = { $count ->
        [1] { $kind ->
            [request] Sie wurde nicht angenommen.
            [meeting] Es fand nicht statt.
            [check] Sie wurde nicht beantwortet.
            [message] Sie wurde nicht beantwortet.
            [notice] Sie wurde nicht beantwortet.
            [call] Der Anruf wurde nicht angenommen.
           *[other] Der Versuch wurde nicht beantwortet.
        }
       *[other] { $kind ->
            [request] Keine davon wurde angenommen.
            [meeting] Keines davon fand statt.
            [check] Keine davon wurde beantwortet.
            [message] Keine davon wurde beantwortet.
            [notice] Keine davon wurde beantwortet.
            [call] Keiner der Anrufe wurde angenommen.
           *[other] Keiner davon wurde beantwortet.
        }
    }
not-known-which = Die Quellen sagen nicht, ob abgelehnt oder nicht geantwortet wurde.
some-not-known-which = Bei { $amount } davon sagen die Quellen nicht, ob abgelehnt oder nicht geantwortet wurde.
some-answered = { $amount } davon { $amount_count ->
        [one] wurde
       *[other] wurden
    } { $kind ->
        [call] angenommen
       *[other] beantwortet
    }: { $dates }.
some-delivered = { $amount } davon { $amount_count ->
        [one] wurde
       *[other] wurden
    } zugestellt.
some-declined = { $single ->
        [yes] Den Quellen zufolge wurde abgelehnt.
       *[no] Den Quellen zufolge { $amount_count ->
            [one] wurde
           *[other] wurden
        } { $amount } davon abgelehnt.
    }
some-no-answer = { $amount } davon { $amount_count ->
        [one] blieb
       *[other] blieben
    } ohne Antwort.
some-busy = Bei { $amount } davon war die Gegenstelle den Quellen zufolge besetzt.
some-unattended = Bei { $amount } davon war den Quellen zufolge niemand auf Wache.
some-withdrawn = { $amount } davon { $amount_count ->
        [one] wurde
       *[other] wurden
    } vom Anrufer zurückgezogen.
some-unreachable = { $amount } davon { $amount_count ->
        [one] kam
       *[other] kamen
    } nicht durch.
some-doubtful = { $single ->
        [yes] Es ist nicht sicher, ob geantwortet wurde.
       *[no] Bei { $amount } davon ist nicht sicher, ob geantwortet wurde.
    }
some-other = Bei { $amount } davon steht der Ausgang nur in den Quellen.
uncertain = Als unsicher gekennzeichnet: { $what }.
doubt-dates = die Daten
doubt-number = die Zahl der Versuche
doubt-outcome = der Ausgang
doubt-direction = wer sich an wen wandte
doubt-initiator = von wem der Kontakt ausging
reaching-answered = Vom { $first } bis über das Ende des Zeitraums hinaus sind { $kind ->
        [check] Leitungsprüfungen verzeichnet, die jedes Mal beantwortet wurden
        [call] Gespräche verzeichnet, die jedes Mal zustande kamen
        [notice] Mitteilungen verzeichnet, die jedes Mal zugestellt wurden
       *[other] Kontakte verzeichnet
    }; wie viele davon in den Zeitraum fallen, ist nicht bekannt.

## Letzter Kontakt und Stille

last-contact = Der letzte vor dem Ende des Zeitraums verzeichnete Kontakt war { $when }.
last-contact-disputed = Der letzte vor dem Ende des Zeitraums verzeichnete Kontakt war { $when }; die Quellen nennen verschiedene Tage.
last-contact-signed = Der letzte vor dem Ende des Zeitraums in den Aufzeichnungen stehende Kontakt, den eine Person unterschrieben hat, war { $when }.
last-sign-signed = Das letzte vor dem Ende des Zeitraums aufgezeichnete Zeichen vom Knoten der Gegenseite kam { $when }.
no-contact = Seitdem ist bis zum { $until } kein Kontakt verzeichnet: { $days } { $days_count ->
        [one] Tag
       *[other] Tage
    }.
no-contact-before = Bis zum Ende des Zeitraums ist kein sicherer Kontakt verzeichnet.
unanswered-since = Auf die Versuche { $from_genitive } { $when } oder später ist keine Antwort verzeichnet.
longest-silence = Der längste Abschnitt ohne verzeichneten Kontakt, der in den Zeitraum reicht, umfasst { $days } { $days_count ->
        [one] Tag
       *[other] Tage
    }.

## Die Leitung selbst und Umstände

line-established = { $when } wurde diese Leitung zwischen { $from_dative } und { $to_dative } eingerichtet.
line-cut = { $when } wurde diese Leitung getrennt.
line-suspended = { $when } wurde diese Leitung ausgesetzt.
line-not-used = { $when } wurde diese Leitung den Quellen zufolge nicht benutzt.
incident = { $when } ist ein Ereignis verzeichnet, das kein Kontakt ist. Die Zeitleiste beschreibt es in diesen Worten: „{ $words }“
incident-distance = Entfernung nach den Quellen: { $distance }{"\u00A0"}km{ $differ ->
        [yes] ; die Quellen weichen voneinander ab
       *[no] {""}
    }.
incident-limit = Ein Ort, von dem aus diese Entfernungen zählen und der ab { $limit }{"\u00A0"}km gewarnt werden soll, { $verdict ->
        [within] wäre alarmiert worden: jede angegebene Entfernung liegt darin
        [perhaps] wäre alarmiert worden: die kleinste angegebene Entfernung liegt darin, die größte nicht, und was darin liegen kann, zählt als darin
       *[beyond] wäre nicht alarmiert worden: jede angegebene Entfernung liegt darüber
    }. { $announced ->
        [yes] Eine Mitteilung dieser Partei an diesem Tag ist verzeichnet; ob sie dies betraf, ist nicht bekannt.
       *[no] Eine Mitteilung dazu ist nicht verzeichnet.
    }

## Unterschriebene Versuche, nach ihrem Beleg

subject = { $kind ->
        [call] { $count ->
            [one] ein Anruf
           *[other] { $count } Anrufe
        }
        [check] { $count ->
            [one] eine Leitungsprüfung
           *[other] { $count } Leitungsprüfungen
        }
        [request] { $count ->
            [one] eine Bitte um ein Gespräch
           *[other] { $count } Bitten um ein Gespräch
        }
        [message] { $count ->
            [one] eine Nachricht
           *[other] { $count } Nachrichten
        }
        [notice] { $count ->
            [one] eine Mitteilung
           *[other] { $count } Mitteilungen
        }
       *[other] { $count ->
            [one] ein Versuch
           *[other] { $count } Versuche
        }
    } { $from_genitive } an { $to }
none-answered-recorded = In den Aufzeichnungen steht zu keinem davon eine Antwort.
signed-attempted = { $when }: { subject }, versucht nach Uhr und Aufzeichnung der rufenden Seite.
signed-withdrawn = { $when }: { subject }, versucht und von der rufenden Seite zurückgezogen.
signed-unreachable = { $when }: { subject }, versucht; der rufende Knoten verzeichnete kein Zeichen des anderen Knotens.
signed-existed = { $when }: { subject }, versucht; ein Zeuge hat den Versuch gestempelt.
signed-not-collected = { $when }: { subject }, bei einem neutralen Postfach hinterlegt und nicht abgeholt.
signed-reached = { $when }: { subject }, beim Knoten { $to_genitive } angekommen.
signed-delivered = { $when }: { subject }, dem Knoten { $to_genitive } zugestellt.
signed-check-answered = { $when }: { subject }, vom Knoten { $to_genitive } beantwortet.
signed-unattended = { $when }: { subject }, beim Knoten { $to_genitive } angekommen, der angibt, dass an der Stelle „{ $desk }“ niemand auf Wache war.
signed-rang = { $when }: { subject }, läutete an der Stelle „{ $desk }“.
signed-rang-out = { $when }: { subject }, läutete an der Stelle „{ $desk }“, nicht beantwortet.
signed-declined = { $when }: { subject }, abgelehnt { $named ->
        [yes] von „{ $officer }“ auf Wache
       *[no] von einer Person auf Wache
    }{ $given ->
        [code] {""}, angegebener Grund: { $reason }
        [none] {""}, ohne Angabe eines Grundes
       *[unknown] {""}
    }.
signed-busy = { $when }: { subject }; { $named ->
        [yes] „{ $officer }“
       *[no] eine Person
    } auf Wache meldete, anderweitig beschäftigt zu sein.
signed-answered = { $when }: { subject }, { $kind ->
        [call] angenommen
       *[other] beantwortet
    } vom Inhaber { $named ->
        [yes] des Schlüssels von „{ $officer }“
       *[no] eines Schlüssels der Wache
    }.
signed-talked = { $when }: { subject }, { $kind ->
        [call] angenommen
       *[other] beantwortet
    } vom Inhaber { $named ->
        [yes] des Schlüssels von „{ $officer }“
       *[no] eines Schlüssels der Wache
    }, mit Ton in beiden Richtungen.

## Was weggelassen wurde und warum

left-outside = { $count ->
        [one] Eine Angabe liegt
       *[other] { $count } Angaben liegen
    } außerhalb des Zeitraums.
left-beyond = { $count ->
        [one] Eine Angabe reicht
       *[other] { $count } Angaben reichen
    } über den Zeitraum hinaus; wie viel davon darin liegt, ist nicht bekannt.
left-overlaps = { $count ->
        [one] Eine Angabe überschneidet
       *[other] { $count } Angaben überschneiden
    } sich zeitlich mit einer gezählten; beide können von denselben Versuchen handeln.
left-led-to-call = { $count ->
        [one] Eine Bitte führte zu einem Gespräch, das gezählt ist.
       *[other] { $count } Bitten führten zu Gesprächen, die gezählt sind.
    }
left-no-attempt = { $count ->
        [one] Eine Angabe ist
       *[other] { $count } Angaben sind
    } kein Versuch, die andere Seite zu erreichen.
left-incident = { $count ->
        [one] Eine Angabe ist ein Ereignis, das nur als Umstand genannt wird.
       *[other] { $count } Angaben sind Ereignisse, die nur als Umstände genannt werden.
    }
left-statement = { $count ->
        [one] Eine Angabe ist eine öffentliche Erklärung
       *[other] { $count } Angaben sind öffentliche Erklärungen
    }, nicht an die andere Seite gesandt.
left-cancellation = { $count ->
        [one] Eine Angabe ist eine Absage
       *[other] { $count } Angaben sind Absagen
    }, kein Versuch, die andere Seite zu erreichen.
left-exchange = { $count ->
        [one] Eine Angabe ist ein vollzogener Austausch
       *[other] { $count } Angaben sind vollzogene Austausche
    }, kein Versuch, die andere Seite zu erreichen.
left-line-event = { $count ->
        [one] Eine Angabe handelt
       *[other] { $count } Angaben handeln
    } von der Leitung selbst, nicht von einem Versuch, die andere Seite zu erreichen.

## Rund um die Sätze

kicker = Öffentlicher Kontaktbericht
exercise = ÜBUNG
exercise-note = Dieser Bericht gehört zu einer Übung. Er meldet keinen wirklichen Kontakt.
label-drawn = Grundlage
label-period = Zeitraum
label-as-of = Stand
label-basis = Belege
drawn = { $name }; gezählt sind { $counted } von { $known } Angaben
up-to = bis { $last }
basis-source = veröffentlichte Berichte, von Menschen zusammengestellt; die Kontakte selbst hat niemand unterschrieben
basis-signed = Einträge der unterschriebenen Aufzeichnungen, Belegklassen { $classes }
basis-none = nichts ist gezählt
no-cause = Dieser Text sagt, was verzeichnet ist, und nichts darüber, warum es geschah oder nicht geschah.
part-context = Umstände, keine Kontakte
part-left-out = Was weggelassen wurde und warum
part-sources = Quellen
sources-note = Bezeichnungen von Ämtern stehen so, wie die Quelle sie schreibt.
strip-title = Kontaktstreifen
strip-description = Jeder Versuch an seinem Tag, eine Spur für jeden Kanal. Jedes Zeichen steht unten auch in Worten.
map-title = Mitgeteilte Gebiete
map-title-newest = Mitgeteilte Gebiete, die jüngsten { $shown } von { $all }
map-description = Jedes mitgeteilte Gebiet mit Partei und Eintrag: durchgezogen das der ersten Partei, gestrichelt das der zweiten, gepunktet eines, das niemand bestätigt hat. Jedes steht unten auch in Worten.
map-coast = Küstenlinie: Natural Earth; Grenzen sind nicht gezeichnet
sign-answered = beantwortet oder zustande gekommen
sign-delivered = zugestellt
sign-declined = abgelehnt oder besetzt
sign-no-answer = nicht beantwortet
sign-not-known = Ausgang nicht bekannt oder unsicher
sign-band = der Tag ist nicht bekannt: irgendein Tag unter dem Balken
sign-beyond = offenes Ende: reicht über den Zeitraum hinaus, nicht gezählt
attached = Die Tatsachen hinter diesem Text liegen dieser Datei als { $name } bei.
