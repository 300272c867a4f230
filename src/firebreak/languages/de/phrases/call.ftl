## Gespräche

call-me-now = Rufen Sie sofort unsere Stelle „{ $desk }“ an.
    .spoken = sofort anrufen

interpreter-needed =
    Wir brauchen eine Sprachmittlung für { $tongue ->
        [de] Deutsch
        [en] Englisch
        [ru] Russisch
       *[uk] Ukrainisch
    }.
    .spoken = Sprachmittlung nötig

call-requested =
    Wir bitten um ein Gespräch mit Ihrer Stelle „{ $desk }“. Ebene: { $level ->
        [duty-officers] diensthabende Offiziere
        [commanders] Befehlshaber
        [experts] Fachleute
       *[principals] oberste Leitung
    }. Zeit: { $at }.
    .spoken = bitten um Gespräch

call-agreed = Wir sind mit dem Gespräch einverstanden. Zeit: { $at }.
    .spoken = Gespräch vereinbart

call-other-time = Ein Gespräch um { $at } ist uns nicht möglich. Wir schlagen { $proposed } vor.
    .spoken = Gespräch zu anderer Zeit

principal-not-here = Die gewünschte Person ist nicht hier. Unsere Stelle „{ $desk }“ nimmt Ihre Nachricht entgegen. Zurück voraussichtlich: { $until }.
    .spoken = nicht hier, wir nehmen Nachricht an

stay-on-line =
    Bitte bleiben Sie { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } in der Leitung.
    .spoken = in der Leitung bleiben

speak-slowly = Wir hören Sie schlecht. Bitte sprechen Sie langsam und wiederholen Sie.
    .spoken = langsam sprechen

continue-in-writing = Wir hören Sie schlecht. Wir machen auf dieser Leitung schriftlich weiter.
    .spoken = schriftlich weiter

interpreter-ready =
    Unsere Sprachmittlung ist bereit. Sprache: { $tongue ->
        [de] Deutsch
        [en] Englisch
        [ru] Russisch
       *[uk] Ukrainisch
    }. Zeit: { $at }.
    .spoken = Sprachmittlung bereit

call-broke-off =
    Das Gespräch brach durch eine Störung ab. Wir rufen in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } wieder an.
    .spoken = Gespräch abgebrochen, wir rufen an

voice-alone-not-enough = Bitte bestätigen Sie das um { $at } Gesagte durch eine signierte Nachricht. Die Stimme allein genügt uns nicht.
    .spoken = schriftlich bestätigen
