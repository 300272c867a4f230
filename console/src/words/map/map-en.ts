// Texts of the map, fetched with it.

import type { Text } from "../../model/words.ts";

export const chart = {
  chart: {
    title: "Map", list: "List", both: "Map and list", loading: "The map is being fetched.", failed: "This browser draws no map. The list has everything.",
    now: "now", fixed: "FIXED TIME: {time}", back_to_now: "Back to now", hour: "Hour shown", nothing: "Nothing is announced, and no site or track of ours is known here.",
    here: "Middle of the map", whole: "Show everything", coast: "Coastline only. Borders and names come from signed layers.",
    sort_approach: "Distance", sort_notice: "Notice", sort_site: "Own site", sort_track: "Track", sort_layer: "Layer",
    side_ours: "ours", side_theirs: "theirs", side_third: "third party", side_unknown: "unknown",
    what: "What", who: "Whose", name: "Name", place: "Place", measure: "Measure", state: "State", show: "Show on the map",
    state_issued: "in force", state_replaced: "replaced", state_cancelled: "cancelled", state_expired: "expired", state_unconfirmed: "nobody has confirmed the area",
    state_caution: "will come near", state_warning: "inside the limit", state_cleared: "gone again", state_no_altitude: "height unknown: counts as inside",
    state_agreed: "signed by both", state_one_sided: "signed by its author only", state_doubtful: "position doubtful",
    state_stale: "position old", no_feeds: "No receiver of ours is followed here.", feed: "{feed}: {state}",
    feed_waiting: "waits", feed_live: "live", feed_stalled: "silent: what is shown is old", feed_broken: "broken",
    private: "Sites and tracks are shown on our side only.", legend: "○ ours · □ theirs · ◇ third party · △ unknown · — ours or agreed · – – theirs · ··· nobody confirmed it",
    own: "Own map (ours, not agreed)", own_shown: "OWN MAP: ours only, not agreed with the other side.", own_drawn: "Its boundaries and names are left out.",
    own_pictures: "Borders and names in it are those of whoever made it.", own_note: "The ground is our own map. Agreed borders and names come from signed layers.",
    own_fault: "Own map: not readable ({code})", nearer: "Nearer", farther: "Farther away", no_place: "no place given",
    fixed_more: "Tracks and their distances are those of now: they are not shown.",
  },
} as const satisfies Record<string, Record<string, Text>>;

export type Charts = { readonly [F in keyof typeof chart]: { readonly [K in keyof (typeof chart)[F]]: Text } };
