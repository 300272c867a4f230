import type { Charts } from "./map-en.ts";

export const chart: Charts = {
  chart: {
    title: "Karte", list: "Liste", both: "Karte und Liste", loading: "Die Karte wird geholt.", failed: "Dieser Browser zeichnet keine Karte. In der Liste steht alles.",
    now: "jetzt", fixed: "FESTE ZEIT: {time}", back_to_now: "Zurück zu jetzt", hour: "Gezeigte Stunde", nothing: "Nichts ist mitgeteilt, und hier ist kein eigener Ort und keine Spur bekannt.",
    here: "Mitte der Karte", whole: "Alles zeigen", coast: "Nur die Küstenlinie. Grenzen und Namen kommen aus signierten Ebenen.",
    sort_approach: "Abstand", sort_notice: "Mitteilung", sort_site: "Eigener Ort", sort_track: "Spur", sort_layer: "Ebene",
    side_ours: "unsere", side_theirs: "ihre", side_third: "Dritte", side_unknown: "unbekannt",
    what: "Was", who: "Wessen", name: "Name", place: "Ort", measure: "Maß", state: "Stand", show: "Auf der Karte zeigen",
    state_issued: "in Kraft", state_replaced: "ersetzt", state_cancelled: "aufgehoben", state_expired: "abgelaufen", state_unconfirmed: "niemand hat das Gebiet bestätigt",
    state_caution: "wird nahe kommen", state_warning: "innerhalb der Grenze", state_cleared: "wieder fort", state_no_altitude: "Höhe unbekannt: gilt als innerhalb",
    state_agreed: "von beiden signiert", state_one_sided: "nur vom Verfasser signiert", state_doubtful: "Position zweifelhaft",
    state_stale: "Position alt", no_feeds: "Hier wird keinem eigenen Empfänger gefolgt.", feed: "{feed}: {state}",
    feed_waiting: "wartet", feed_live: "läuft", feed_stalled: "still: Gezeigtes ist alt", feed_broken: "gestört",
    private: "Orte und Spuren sieht nur unsere Seite.", legend: "○ unsere · □ ihre · ◇ Dritte · △ unbekannt · — unsere oder vereinbart · – – ihre · ··· von niemandem bestätigt",
    own: "Eigene Karte (nicht vereinbart)", own_shown: "EIGENE KARTE: nur unsere, mit der anderen Seite nicht vereinbart.",
    own_drawn: "Ihre Grenzen und Namen sind weggelassen.", own_pictures: "Grenzen und Namen darin stammen von dem, der sie gemacht hat.",
    own_note: "Der Grund ist unsere eigene Karte. Vereinbarte Grenzen und Namen kommen aus signierten Ebenen.", own_fault: "Eigene Karte: nicht lesbar ({code})",
    nearer: "Näher", farther: "Weiter weg", no_place: "kein Ort angegeben", fixed_more: "Spuren und ihre Abstände gibt es nur für jetzt: Sie sind nicht gezeigt.",
  },
};
