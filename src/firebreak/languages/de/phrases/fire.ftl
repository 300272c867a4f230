## Feuer und Waffenruhe

please-hold-fire =
    Bitte halten Sie eine Feuerpause ein. Zweck: { $purpose ->
        [evacuation] Evakuierung
        [medical-help] medizinische Hilfe
        [recovery-of-dead] Bergung von Toten
        [repair-work] Reparaturarbeiten
       *[aid-delivery] Lieferung von Hilfsgütern
    }. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = bitte Feuerpause

we-ceased-fire = Wir haben dort das Feuer eingestellt. Position: { $place }. Zeit: { $at }.
    .spoken = Feuer eingestellt

ceasefire-proposed = Wir schlagen dort eine Waffenruhe vor. Position: { $place }. Umkreis: { $radius_m } m. Von { $at } bis { $until }.
    .spoken = Waffenruhe vorgeschlagen

ceasefire-accepted = Wir sind mit der Waffenruhe dort einverstanden. Position: { $place }. Von { $at } bis { $until }.
    .spoken = Waffenruhe angenommen

ceasefire-not-possible =
    Wir können der Waffenruhe nicht zustimmen. Grund: { $obstacle ->
        [no-contact-with-unit] kein Kontakt zur Einheit
        [not-our-unit] es ist nicht unsere Einheit
        [danger-to-our-people] Gefahr für unsere Leute
        [outside-our-authority] außerhalb unserer Befugnis
       *[technical-failure] technischer Defekt
    }. Wir sprechen spätestens bis { $until } erneut darüber.
    .spoken = Waffenruhe nicht möglich

ceasefire-ordered = Unsere Einheiten dort haben den Befehl, das Feuer einzustellen. Position: { $place }. Der Befehl gilt ab { $at }.
    .spoken = Feuereinstellung befohlen

ceasefire-extended = Wir schlagen vor, die Waffenruhe dort zu verlängern. Position: { $place }. Neues Ende: { $until }.
    .spoken = Waffenruhe verlängern

ceasefire-ends-as-agreed = Die Waffenruhe dort endet wie vereinbart und wurde nicht verlängert. Position: { $place }. Zeit: { $at }.
    .spoken = Waffenruhe endet wie vereinbart

fire-during-ceasefire =
    Wir haben während der Waffenruhe Feuer von Ihrer Seite bemerkt. Position: { $place }. Zeit: { $at }. Bitte prüfen Sie das und antworten Sie innerhalb von { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }.
    .spoken = Feuer während der Waffenruhe

we-are-not-returning-fire = Wir werden dort beschossen und erwidern das Feuer nicht. Position: { $place }. Zeit: { $at }.
    .spoken = wir erwidern das Feuer nicht

we-are-halting = Unsere Einheiten dort halten an, wo sie sind. Position: { $place }. Zeit: { $at }.
    .spoken = unsere Einheiten halten an

we-are-withdrawing =
    Wir ziehen zurück: { $moved ->
        [troops] Truppen
        [tanks] Panzer
        [artillery] Artillerie
        [missiles] Raketensysteme
       *[ships] Schiffe
    }. Von: { $start }. Nach: { $goal }. Zeitraum: { $at } bis { $until }.
    .spoken = wir ziehen zurück
