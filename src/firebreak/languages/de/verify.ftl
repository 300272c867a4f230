# Was der Prüfer sagt, für Leser, die von Unterschriften nichts wissen.
# Dieselben Texte verwenden `firebreak verify` und die Seite in verifiers/js.

## Beschriftungen und Urteil

label-finding = Befund
label-note = Hinweis
label-proven = Bewiesen
label-not-proven = Nicht bewiesen
label-meaning = Was das bedeutet
label-stamp = Stempel
label-attested = Erklärung von Zeugen
at-entry = (Eintrag { $entry })
record-of = Aufzeichnung der Leitung zwischen { $lower } und { $higher }.
proof-of = Nachweis des Eintrags { $entry } der Leitung { $line }.
verdict-good = Alle Prüfungen bestanden.
verdict-empty = Es gab nichts zu prüfen: Die Datei enthält keinen Eintrag, dessen Unterschrift stimmt.
verdict-without-card = Alle Prüfungen bestanden, die ohne die Karte möglich sind.
verdict-findings = { $count ->
    [one] { $count } Befund.
   *[other] { $count } Befunde.
}
entries-of = Einträge: { $lower } { $lower_count }, { $higher } { $higher_count }.
card-of = Karte von { $party }: Nr. { $serial }, { $hash }

## Was eine Gruppe von Befunden bedeutet

meaning-altered = Jemand hat die Datei verändert oder etwas hineingelegt, das nicht hineingehört. Wer es war, ist nicht bekannt. Keiner Seite ist damit etwas vorzuwerfen; verlangen Sie vom Aussteller und von der anderen Seite eine neue Datei.
meaning-contradiction = Unterschriebene Aussagen einer Seite widersprechen einander oder dem, was die andere Seite unterschrieben hat. Die Unterschriften zeigen, wer was gesagt hat; was davon stimmt, zeigen sie nicht. Bitten Sie diese Seite um eine Erklärung.
meaning-missing = Etwas, wovon die Aufzeichnung selbst spricht, fehlt in der Datei. Der Aussteller hat es weggelassen oder nie gehabt. Vergleichen Sie mit der Datei der anderen Seite.
meaning-authority = Etwas ist unterschrieben, aber nicht von jemandem, der es zu dieser Zeit unterschreiben durfte, oder nicht so, wie die Regeln es verlangen. Zitieren Sie es nicht als Wort dieser Seite oder dieses Diensthabenden.
meaning-cards = Eine Karte sagt, welche Schlüssel zu einer Partei gehören. Ohne einwandfreie Karten lässt sich keine Unterschrift der Datei jemandem zuordnen.
meaning-unclear = Die Stelle ist unterschrieben, aber dieses Programm kann sie nicht oder nicht vollständig lesen und prüfen. Das kann ein Fehler des Programms sein, das sie geschrieben hat. Ziehen Sie daraus keinen Schluss.

## Befunde: Karten

finding-line-id = Die Nummer der Leitung ergibt sich nicht aus den beiden Parteien und den Zufallszahlen, die sie ausgetauscht haben; diese Karten und diese Einträge gehören vielleicht nicht zusammen.
finding-no-card = Die Datei enthält keine brauchbare Karte der Partei { $party }; über ihre Unterschriften lässt sich daher nichts sagen.
finding-card-unreadable = Eine Karte in der Datei ist nicht lesbar.
finding-card-foreign = Eine Karte in der Datei gehört der Partei { $party }, die nicht an dieser Leitung ist.
finding-card-signature = Karte { $serial } von { $party } ist nicht mit beiden Wurzelschlüsseln dieser Partei unterschrieben, die für alle ihre anderen Schlüssel bürgen.
finding-card-refused = Karte { $serial } von { $party } verletzt eine Regel, die jede Karte einhalten muss: { $rule ->
    [environment] Sie gilt für Übungen und diese Leitung für den Ernstfall, oder umgekehrt
    [roots] Die obersten Schlüssel auf ihr, die für alle anderen bürgen (Wurzelschlüssel), sind nicht die dieser Partei
    [names] Zwei Stellen oder zwei Diensthabende auf ihr heißen gleich
    [certificate] Das Zertifikat, mit dem sich der Knoten der Partei bei Verbindungen ausweist, ist nicht lesbar oder ein anderes, als die Karte nennt
    [twice] Ein Schlüssel steht zweimal auf ihr oder wird schon anderswo benutzt, obwohl jeder Schlüssel nur einen Besitzer und einen Zweck hat
    [weak] Einer ihrer Schlüssel ist so beschaffen, dass auf nichts Verlass ist, was mit ihm gemacht wird
    [period] Sie endet, bevor sie beginnt
    [version] Sie ist für andere Versionen des Programms als diese
   *[other] Welche, sagt nur der maschinenlesbare Bericht
}.
finding-card-order = Karte { $serial } von { $party } folgt nicht auf die Karte davor: { $rule ->
    [number] Eine andere Karte hat ihre Nummer oder eine höhere
    [previous] Sie nennt eine andere Karte als die vorige, oder eine Karte dazwischen fehlt
    [future] Sie nennt für eine spätere Übernahme andere Schlüssel als die Karte davor
   *[other] Warum, sagt nur der maschinenlesbare Bericht
}.

## Befunde: einzelne Einträge

finding-unreadable = Ein Eintrag in der Datei ist nicht als Eintrag lesbar.
finding-foreign-line = Der Eintrag wurde für eine andere Leitung unterschrieben und beweist über diese nichts.
finding-foreign-environment = { $signed ->
    [exercise] Der Eintrag wurde für eine Übung unterschrieben, diese Leitung aber ist für den Ernstfall; eine Übung darf niemals als Ernst ausgegeben werden.
   *[real] Der Eintrag wurde für den Ernstfall unterschrieben, diese Leitung aber ist für eine Übung; was ernst gemeint war, darf niemals als Übung ausgegeben werden.
}
finding-foreign-writer = Der Eintrag nennt einen Verfasser, der keine der beiden Parteien dieser Leitung ist.
finding-unknown-key = Der Eintrag ist mit einem Schlüssel unterschrieben, den keine Karte von { $writer } in dieser Datei nennt.
finding-text-needed = Der Text dieses Eintrags von { $writer } wurde zurückgehalten. Er sagt, welche Vereinbarung, Karten oder widerrufenen Schlüssel von da an gelten; darum lassen sich Schlüssel, Diensthabende und Freigaben nicht beurteilen. Verlangen Sie vom Aussteller eine Datei mit ihm.
finding-card-needed = In diesem Eintrag hat { $writer } eine Karte von { $other } angenommen, die in dieser Datei fehlt oder nicht gilt; was nach dieser Karte unterschrieben wurde, lässt sich nicht beurteilen. Verlangen Sie vom Aussteller eine Datei mit ihr.
finding-card-validity = { $writer } hat den Eintrag zu einer Zeit unterschrieben, für die die eigene Karte nicht galt.
finding-old-key = { $writer } hat den Eintrag mit dem Schlüssel einer älteren Karte unterschrieben, nachdem schon ein neuerer in Gebrauch war.
finding-signature = Die Unterschrift des Eintrags stimmt nicht: { $writer } hat diese Bytes nicht unterschrieben.
finding-commitment = Der Text, der beim Eintrag liegt, ist nicht der Text, den { $writer } unterschrieben hat.
finding-body-unreadable = { $writer } hat einen Eintrag unterschrieben, dessen Inhalt nicht lesbar ist.
finding-critical = Der Eintrag verlangt eine Erweiterung, die diese Version nicht kennt; er ist nicht vollständig geprüft.
finding-repeated = Der Eintrag steht zweimal in der Datei.

## Befunde: Erklärungen von Diensthabenden

finding-statement-missing = { $writer } hat verzeichnet, was nur ein Diensthabender erklären kann, aber ohne dessen Unterschrift.
finding-statement-unreadable = Die Erklärung eines Diensthabenden in einem Eintrag von { $writer } ist nicht lesbar.
finding-statement-action = { $officer } ({ $writer }) hat etwas anderes unterschrieben, als der Eintrag sagt.
finding-statement-detail = Die Unterschrift von { $officer } ({ $writer }) gilt anderen Worten als denen im Eintrag.
finding-officer-unknown = { $officer } steht nicht auf der Karte von { $writer }; die Erklärung zählt nicht.
finding-officer-power = { $officer } ({ $writer }) hat unterschrieben, wozu die Karte keine Befugnis gibt.
finding-statement-signature = Die Unterschrift von { $officer } ({ $writer }) stimmt nicht.
finding-key-not-taken = { $writer } hat den Eintrag mit einem neuen Schlüssel unterschrieben, obwohl { $other } die Karte, die ihn nennt, nie übernommen hat.
finding-officer-then = Wer in diesem Eintrag von { $writer } unterschrieben hat, stand beim Schreiben nicht auf der Karte oder hatte diese Befugnis nicht.
finding-not-released = Zwei Diensthabende von { $writer } hätten den Eintrag freigeben müssen, wie beide Seiten vereinbart hatten. Es waren weniger.
finding-revocation-unsigned = { $writer } hat festgehalten, dass ein Schlüssel von { $other } widerrufen wurde. Die Wurzelschlüssel von { $other } haben das nicht unterschrieben.
finding-revocation-claim = { $writer } gibt an, Einträge von { $other } bestätigt zu haben, bevor deren Schlüssel widerrufen wurde. Die Aufzeichnung zeigt das nicht.
finding-statement-reused = Die Erklärung von { $officer } ({ $writer }) steht schon im Eintrag { $first }. Sie zählt nur einmal.
finding-statement-entry = { $officer } ({ $writer }) hat für einen Eintrag unterschrieben, der nicht in dieser Aufzeichnung steht, oder für einen anderen Text.

## Befunde: ein Protokoll

finding-gap = { $count ->
    [one] Vor diesem Eintrag fehlt ein Eintrag von { $writer } (Nummer { $first }).
   *[other] Vor diesem Eintrag fehlen { $count } Einträge von { $writer } (Nummern { $first } bis { $last }).
}
finding-chain = Der Eintrag schließt nicht an den vorigen Eintrag von { $writer } an, obwohl beide fortlaufend nummeriert sind.
finding-chain-start = { $writer } hat nach einem Eintrag neu zu schreiben begonnen, der nicht in dieser Datei ist.
finding-equivocation = { $writer } hat { $count } verschiedene Einträge unter derselben Nummer { $number } unterschrieben ({ $hashes }). Keiner davon ist verlässlich; die Unterschriften allein beweisen das.
finding-branch = { $count ->
    [one] { $writer } hat an einer früheren Stelle der Aufzeichnung weitergeschrieben und einen Eintrag, Nummer { $number }, unbestätigt zurückgelassen. Er bleibt gültig.
   *[other] { $writer } hat an einer früheren Stelle der Aufzeichnung weitergeschrieben und { $count } Einträge ab Nummer { $number } unbestätigt zurückgelassen. Sie bleiben gültig.
} Der Knoten wurde aus einer alten Kopie wiederhergestellt, oder es liefen zwei Kopien.
finding-time-backwards = Nach der Uhr von { $writer } wurde der Eintrag vor dem geschrieben, an den er anschließt.

## Befunde: zwischen den Protokollen

finding-seen-unknown = { $writer } erklärt, einen Eintrag von { $other } erhalten zu haben, der nicht in dieser Datei ist.
finding-seen-other = { $writer } erklärt, den Eintrag { $number } von { $other } mit anderem Inhalt erhalten zu haben als in dieser Datei.
finding-seen-backwards = { $writer } erklärt, weniger von der Aufzeichnung von { $other } erhalten zu haben als zuvor erklärt.
finding-receipt-unknown = { $writer } hat einen Eintrag von { $other } bestätigt, der nicht in dieser Datei ist.
finding-receipt-other = { $writer } hat einen Eintrag als einen von { $other } bestätigt, der eine andere Nummer oder einen anderen Verfasser hat.
finding-reference-unknown = { $writer } bezieht sich auf einen Eintrag, der nicht in dieser Datei ist.
finding-accusation = { $writer } wirft { $other } zwei verschiedene Einträge unter einer Nummer vor; die Datei enthält keine zwei solchen Einträge.
finding-sound-contradicted = In einem Anruf hat { $writer } für den Ton einen anderen Schlüssel beschrieben oder gefunden als den, den Diensthabende unterschrieben haben, oder eine Prüfung schlug fehl. Jemand kann zwischen den beiden Konsolen gestanden haben.

## Befunde: Eröffnung

finding-not-opened = In der Aufzeichnung von { $writer } fehlt der Eintrag, mit dem diese Seite die Leitung eröffnet hat.
finding-open-other = { $writer } hat die Leitung mit anderen Parteien, Karten oder Zufallszahlen eröffnet, als diese Datei nennt.
finding-not-compared = { $writer } hat die Leitung eröffnet, ohne dass genügend Diensthabende unterschrieben haben, die Karten mündlich verglichen zu haben. Unterschriften: { $count }, nötig: { $needed }.

## Befunde: Prüfpunkte und Stempel von Zeugen

finding-checkpoint-unreadable = Ein Prüfpunkt von { $writer } ist nicht lesbar.
finding-checkpoint-origin = Ein Prüfpunkt von { $writer } gilt einer anderen Leitung, einer anderen Partei oder einem anderen Neustart.
finding-checkpoint-signature = Ein Prüfpunkt von { $writer } ist nicht mit beiden Schlüsseln der Karte unterschrieben.
finding-checkpoint-tree = Ein Prüfpunkt von { $writer } fasst nicht die Einträge zusammen, die vor ihm stehen.
finding-checkpoint-fork = { $writer } hat zwei Prüfpunkte unterschrieben, die nicht beide stimmen können: Keine der beiden Aufzeichnungen setzt die andere fort.
finding-stamp-unreadable = Ein Prüfpunkt mit Stempeln von Zeugen ist nicht lesbar.
finding-stamp-origin = Ein Prüfpunkt mit Stempeln von Zeugen gilt nicht der Aufzeichnung einer der beiden Parteien dieser Leitung.
finding-stamp-signature = Ein Prüfpunkt mit Stempeln von Zeugen ist nicht mit dem Schlüssel von { $writer } unterschrieben.
finding-stamp-cosignature = Ein Stempel im Namen des Zeugen { $witness } stimmt nicht: Er hat diesen Prüfpunkt nicht gestempelt.
finding-stamp-tree = { $writer } hat von einem Zeugen eine andere Aufzeichnung stempeln lassen als die in dieser Datei: Der gestempelte Prüfpunkt über { $size } Einträge passt nicht zu diesen Einträgen.
finding-attest-unreadable = Eine Bescheinigung eines Zeugen, die { $writer } in die Aufzeichnung aufgenommen hat, ist nicht lesbar.
finding-attest-signature = Eine Bescheinigung im Namen des Zeugen { $witness }, die { $writer } in die Aufzeichnung aufgenommen hat, hält nicht: Er hat das nicht unterschrieben.

## Befunde: Nachweis eines Eintrags

finding-inclusion = Der Eintrag gehört nicht zu der Aufzeichnung, die der Prüfpunkt zusammenfasst.

## Befunde: zwei Dateien

finding-other-line = Die beiden Dateien betreffen verschiedene Leitungen und lassen sich nicht vergleichen.
finding-two-cards = Die beiden Dateien enthalten verschiedene Karten { $serial } von { $party }; beide sind unterschrieben.
finding-two-versions = Die beiden Dateien enthalten verschiedene Einträge von { $writer } unter der Nummer { $number }; beide sind unterschrieben.
finding-only-first = { $count ->
    [one] In der zweiten Datei fehlt ein Eintrag von { $writer }, Nummer { $number }, den die erste enthält, obwohl sie spätere enthält.
   *[other] In der zweiten Datei fehlen { $count } Einträge von { $writer } ab Nummer { $number }, die die erste enthält, obwohl sie spätere enthält.
}
finding-only-second = { $count ->
    [one] In der ersten Datei fehlt ein Eintrag von { $writer }, Nummer { $number }, den die zweite enthält, obwohl sie spätere enthält.
   *[other] In der ersten Datei fehlen { $count } Einträge von { $writer } ab Nummer { $number }, die die zweite enthält, obwohl sie spätere enthält.
}
finding-more = Weitere Befunde der Sorte { $code }: { $count }.

## Hinweise

remark-exercise = Dies ist die Aufzeichnung einer Übung. Nichts darin war ernst gemeint.
remark-no-entries = Die Datei enthält keinen Eintrag mit gültiger Unterschrift. Aus ihr folgt nichts, für niemanden.
remark-selection = Der Aussteller hat einen Teil der Aufzeichnung ausgewählt, von { $first } bis { $last }. Was davor oder danach liegt, ist nicht in der Datei und konnte nicht geprüft werden.
remark-bodies-withheld = Von { $entries } Einträgen fehlt bei { $count } der Text. Dass, wann und in welcher Reihenfolge sie unterschrieben wurden, ist bewiesen; was sie sagen, wird nicht gezeigt.
remark-entries-disputed = { $count ->
    [one] { $writer } bestreitet einen Eintrag, dessen Schlüssel widerrufen ist. { $other } hatte ihn vorher bestätigt, darum bleibt er.
   *[other] { $writer } bestreitet { $count } Einträge, deren Schlüssel widerrufen ist. { $other } hatte sie vorher bestätigt, darum bleiben sie.
}
remark-entries-void = { $count ->
    [one] Ein Eintrag von { $writer } ist nichtig: Sein Schlüssel wurde widerrufen, bevor { $other } ihn bestätigte.
   *[other] { $count } Einträge von { $writer } sind nichtig: Ihr Schlüssel wurde widerrufen, bevor { $other } sie bestätigte.
}
remark-card-unanswered = { $writer } hat hier eine neue Karte bekanntgegeben. Diese Datei zeigt nicht, dass { $other } sie angenommen hat; bis dahin gilt die Karte davor weiter.
remark-revocation-unanswered = { $writer } hat hier einen eigenen Schlüssel widerrufen. Diese Datei zeigt nicht, dass { $other } das angenommen hat; bis dahin bleiben alle Einträge gültig.
remark-restored = { $count ->
    [one] { $writer } hatte einmal einen Eintrag verloren, ihn von { $other } zurückerhalten und bestätigt, dass er gilt.
   *[other] { $writer } hatte einmal { $count } Einträge verloren, sie von { $other } zurückerhalten und bestätigt, dass sie gelten.
}
remark-clock-set-back = Zwischen zwei Starts des Knotens ging die Uhr von { $writer } um { $seconds } Sekunden zurück.
remark-clocks-apart = Als dieser Eintrag geschrieben wurde, gingen die Uhren beider Seiten um mindestens { $seconds } Sekunden auseinander.
remark-kinds-unknown = Einträge einer Art, die diese Version nicht kennt: { $count }. Ihre Unterschriften sind geprüft.
remark-pieces-aside = Teile der Datei von einer Sorte, die diese Version nicht kennt und übergangen hat: { $count }.
remark-not-traced = Verweise, die aus dem gewählten Abschnitt hinausführen und nicht verfolgt werden konnten: { $count }.
remark-checkpoints-not-rebuilt = Prüfpunkte, die nicht mit den Einträgen verglichen werden konnten, weil frühere nicht in der Datei sind: { $count }.
remark-stamps-not-rebuilt = Gestempelte Prüfpunkte über Einträge, die nicht alle in der Datei sind und daher nicht verglichen werden konnten: { $count }.
remark-witness-unknown = Stempel von Zeugen, die nicht beide Seiten in dieser Datei nennen: { $count }. Sie wurden übergangen und beweisen hier nichts.
remark-attest-unknown = Bescheinigungen von Zeugen, auf die sich in dieser Datei nicht beide Seiten geeinigt haben: { $count }. Sie blieben beiseite und beweisen hier nichts.
remark-key-unconfirmed = Der Nachweis nennt den Schlüssel { $key } selbst. Wem er gehört, zeigt nur eine Karte, die ihn nennt: Bis dahin ist nichts hier das Wort einer Partei.
remark-card-to-compare = Alles hier beruht auf Karte { $serial } von { $party }, Nummer { $hash }. Wer einen Nachweis erfindet, kann auch eine Karte mit beliebigem Namen erfinden. Vergleichen Sie diese Nummer mit dem, was { $party } anderswo veröffentlicht, bevor Sie etwas zitieren.
remark-card-of-another-time = Karte { $serial } von { $party } ist eine andere als die jener Zeit: Der Eintrag ist mit einem Schlüssel unterschrieben, den sie nicht nennt. Das ist nach einer Erneuerung üblich und niemandes Schuld. Prüfen Sie noch einmal mit der Karte, die damals galt; wer den Nachweis ausgestellt hat, hat sie.
remark-card-of-another-party = Karte { $serial } von { $party } gehört nicht dem Verfasser dieses Eintrags und zeigt nichts über ihn. Prüfen Sie noch einmal mit der Karte des Verfassers.
remark-witness-says = { $witness }, von den Karten beider Seiten als Zeuge genannt, gibt an, diesen Prüfpunkt am { $at } gesehen zu haben. Das ist das Wort eines einzigen Zeugen und beweist keine Zeit.
remark-more = Weitere Hinweise der Sorte { $code }: { $count }.

## Was bewiesen ist

proven-cards = Die Karten sind mit den Wurzelschlüsseln von { $lower } und { $higher } unterschrieben, und die Nummer der Leitung ergibt sich aus ihnen.
proven-opened = Beide Seiten haben diese Leitung mit genau diesen Karten eröffnet, und Diensthabende beider Seiten haben unterschrieben, dass sie sie verglichen haben.
proven-signed = Jeder der { $entries } Einträge ist mit dem Schlüssel von der Karte seines Verfassers unterschrieben: { $lower_count } von { $lower }, { $higher_count } von { $higher }.
proven-unbroken = Die Einträge jeder Seite bilden eine lückenlose nummerierte Kette: Keiner wurde entfernt, eingefügt oder verändert, nachdem der nächste unterschrieben war.
proven-interlocked = { $seen } Einträge erklären, wie viel von der Aufzeichnung der anderen Seite bis dahin angekommen war, und all das ist in der Datei: So weit ist die Reihenfolge zwischen beiden Seiten bewiesen.
proven-officers = { $statements ->
    [one] Eine Erklärung eines Diensthabenden ist mit dessen eigenem Schlüssel unterschrieben, den ein Knoten nicht besitzt.
   *[other] { $statements } Erklärungen von Diensthabenden sind mit deren eigenen Schlüsseln unterschrieben, die ein Knoten nicht besitzt.
}
proven-checkpoints = { $checkpoints ->
    [one] Ein Prüfpunkt, auch mit einem gegen Quantencomputer sicheren Schlüssel unterschrieben, stimmt mit den Einträgen vor ihm überein.
   *[other] { $checkpoints } Prüfpunkte, auch mit einem gegen Quantencomputer sicheren Schlüssel unterschrieben, stimmen mit den Einträgen vor ihnen überein.
}
proven-stamps = { $stamps ->
    [one] Ein Prüfpunkt wurde von so vielen verschiedenen Betreibern von Zeugen gestempelt, wie beide Seiten vereinbart hatten; keiner davon ist eine Seite dieser Leitung.
   *[other] { $stamps } Prüfpunkte wurden von so vielen verschiedenen Betreibern von Zeugen gestempelt, wie beide Seiten vereinbart hatten; keiner davon ist eine Seite dieser Leitung.
}
proven-stamp = Der Zeuge { $witness } sagt: Am { $at } sah er, dass die Aufzeichnung von { $writer } { $size } Einträge enthielt, und zwar die in dieser Datei. Ein Zeuge allein beweist keine Zeit.
proven-existed = Die ersten { $size } Einträge von { $writer }, bis { $through }, gab es am { $at }: Das sagen { $operators } Betreiber von Zeugen, so viele, wie es nach Vereinbarung beider Seiten braucht.
proven-collected = { $witnesses } belegt, dass der Knoten der anderen Seite am { $since } ein versiegeltes Paket abgeholt hat, das nach Angabe von { $writer } den Eintrag { $target } enthielt. Ob dort jemand davon erfuhr, ist damit nicht gezeigt.
proven-not-collected = { $witnesses } bescheinigen: Ein versiegeltes Paket, das nach Angabe von { $writer } den Eintrag { $target } enthielt, lag ab { $since } bereit und wurde bis { $until } nicht abgeholt. Warum, ist nicht bekannt, und auch nicht, ob dort jemand davon wusste.
proven-entry = Der Schlüssel auf der Karte von { $writer } hat diesen Eintrag unterschrieben, Nummer { $seq } seit dem Start des Knotens, und nennt { $lo } als Zeit.
proven-entry-by-key = Wer den Schlüssel { $key } besitzt, hat diesen Eintrag unterschrieben, Nummer { $seq } seit dem Start des Knotens, und nennt { $lo } als Zeit.
proven-in-tree = Der Eintrag ist Nummer { $index } der { $size } Einträge, die derselbe Verfasser in einem Prüfpunkt zusammengefasst und unterschrieben hat.
proven-text = Der Text, der beim Eintrag liegt, ist der Text, der unterschrieben wurde.

## Was nicht bewiesen ist

not-proven-who = Ob die Karten den Organisationen gehören, die sie nennen: Vergleichen Sie die Kartennummern unten mit dem, was jede anderswo veröffentlicht.
not-proven-true = Ob stimmt, was die Einträge sagen, oder wer die Schlüssel in der Hand hatte, als sie benutzt wurden.
not-proven-times = Die Zeiten sind die eigenen Angaben der Verfasser; kein neutraler Zeuge hat sie bestätigt.
not-proven-times-stamped = Die Zeiten sind die eigenen Angaben der Verfasser. Der Stempel eines Zeugen zeigt, dass es einen Eintrag da schon gab, nicht, wann er geschrieben wurde, und nur für die Einträge bis zum letzten Stempel.
not-proven-times-said = Die Zeiten sind die eigenen Angaben der Verfasser. Zeugen sagen, dass sie Prüfpunkte gesehen haben, aber nicht so viele verschiedene, wie es nach Vereinbarung beider Seiten für den Beweis einer Zeit braucht.
not-proven-part-keys = Ob jeder Schlüssel, mit dem unterschrieben wurde, von der anderen Seite angenommen und nicht widerrufen war: nicht alle Einträge, die das zeigen würden, sind in der Datei.
not-proven-part-officers = Ob alle Diensthabenden auf der Karte standen, die galt, als sie unterschrieben: nicht alle Einträge, die das zeigen würden, sind in der Datei.
not-proven-part-release = Ob zwei Diensthabende freigegeben haben, was nach der Vereinbarung beider Seiten zwei freigeben: nicht alle Einträge, die das zeigen würden, sind in der Datei.
not-proven-end = Ob es spätere Einträge gibt: Eine Datei kann immer früher enden. Die neuesten Einträge binden die andere Seite nur, soweit sie sie bestätigt hat.
not-proven-silence = Nichts hier beweist, was eine Seite nicht getan hat, oder etwas, das keine Seite aufgeschrieben hat. Ein Eintrag ohne Bestätigung wurde nicht unbedingt zugestellt.
not-proven-rest = Was vor und nach diesem Eintrag stand und was die andere Seite geantwortet hat. Das zeigt ein Bündel der ganzen Aufzeichnung.

## Zwei Dateien

both-hold = Beide Dateien enthalten { $common } Einträge gemeinsam; { $only_first } sind nur in der ersten, { $only_second } nur in der zweiten.
both-agree = Sie stimmen überein, wo beide etwas sagen.
both-differ = { $count ->
    [one] { $count } Befund zwischen ihnen.
   *[other] { $count } Befunde zwischen ihnen.
}

## Eine Datei, über die nichts gesagt werden kann

refused-FB340 = Das ist kein Firebreak-Bündel. Darüber lässt sich nichts sagen.
refused-FB341 = Dieses Bündel stammt von einer späteren Version. Prüfen Sie es mit einem neueren Programm; an der Datei ist nichts falsch.
refused-FB342 = Die Datei endet zu früh: Das Kopieren wurde nicht abgeschlossen. Über einen Teil eines Bündels wird nichts gesagt. Holen Sie die ganze Datei noch einmal.
refused-FB343 = Die Datei ist beschädigt: Unterwegs wurden Bytes verändert, hinzugefügt oder verloren. Das sagt nichts über eine der Parteien. Holen Sie die Datei noch einmal.

## Die Seite

page-title = Firebreak: ein Bündel prüfen
page-lead = Legen Sie hier ein Bündel ab, die Datei, die eine Seite einer Leitung herausgegeben hat. Sie wird auf diesem Rechner geprüft; nichts wird irgendwohin gesendet.
page-choose = Datei wählen
page-working = Wird geprüft …
page-language = Sprache
page-size = { $kilobytes } kB, geprüft in { $seconds } s
page-good = Die Aufzeichnung ist in Ordnung
page-empty = Die Datei enthält keinen Eintrag
page-bad = Die Aufzeichnung ist nicht in Ordnung
page-refused = Über die Datei lässt sich nichts sagen
page-parties = Die beiden Parteien
page-party = Partei
page-number = Nummer der Partei
page-card = Karte
page-card-line = Nr. { $serial }: { $hash }
page-entries = Einträge
page-exported = Ausgestellt von { $exporter } am { $at }
page-again = Diese Seite ist ein zweiter Prüfer, unabhängig vom Programm geschrieben. Widersprechen sich beide, irrt einer: Sagen Sie es den Herstellern.

## Was Zeugen über Hinterlegtes sagen (`firebreak silence`)

silence-collected = { $witnesses } belegt, dass der Knoten der anderen Seite unseren Eintrag { $target } am { $since } abgeholt hat. Ob dort jemand davon erfuhr, ist damit nicht gezeigt.
silence-not-collected = { $witnesses } bescheinigen: Unser Eintrag { $target } lag ab { $since } bereit und wurde bis { $until } nicht abgeholt. Warum, ist nicht bekannt, und auch nicht, ob dort jemand davon wusste.
silence-no-word = Über unseren Eintrag { $target } lässt sich zwischen { $since } und { $until } nichts sagen: Zu wenige Zeugen sagen dasselbe.
silence-nothing = Zwischen { $since } und { $until } kam nichts von uns zu den Zeugen.
silence-no-answer = { $witness } gab keine Erklärung ab.
silence-recorded = Was die Zeugen unterschrieben haben, steht als Eintrag { $entry } in unserer Aufzeichnung.
silence-not-recorded = In die Aufzeichnung wurde nichts geschrieben: Kein Zeuge antwortete, oder für einen Eintrag geschah zu viel. Fragen Sie nach einer kürzeren Zeit.
