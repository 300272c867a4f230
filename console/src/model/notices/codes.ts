// Codes of notices (src/firebreak/core/notice/kinds.py): the key of their name, and their group.

export const CODES: Readonly<Record<string, readonly [sort: string, group: string]>> = {
  P00: ["protective_sign", "site"], P01: ["white_flag", "signal"], P02: ["white_flag_negotiation", "signal"], P03:
  ["white_flag_surrender", "signal"], P10: ["red_cross_emblem", "site"], P11: ["red_cross", "site"], P12:
  ["red_crescent", "site"], P13: ["red_crystal", "site"], P20: ["united_nations", "site"], P30: ["protected_zone",
  "site"], P31: ["hospital_zone", "site"], P32: ["prisoner_of_war_camp", "site"], P33: ["internment_camp", "site"],
  P40: ["civil_defence", "site"], P50: ["cultural_property", "site"], P60: ["dangerous_forces", "site"], I10:
  ["transport_site", "site"], I17: ["airport", "site"], I20: ["energy_site", "site"], I27: ["nuclear_power_plant",
  "site"], I28: ["hydro_power_plant", "site"], I30: ["water_site", "site"], I49: ["undersea_cable", "site"], I50:
  ["public_service", "site"], I51: ["hospital", "site"], I52: ["school", "site"], IF0: ["grid_works", "works"], IF1:
  ["network_works", "works"], IF2: ["plant_danger", "hazard"], D00: ["danger_area", "hazard"], D10: ["attack",
  "hazard"], D20: ["hazardous_conflict_area", "hazard"], D21: ["mine_field", "hazard"], D22: ["unexploded_ordnance",
  "hazard"], D27: ["air_defence_threat", "hazard"], D30: ["transport_accident", "hazard"], D40:
  ["industrial_accident", "hazard"], DF0: ["missile_launch", "hazard"], DF1: ["space_launch", "hazard"], DF2:
  ["firing", "hazard"], DF3: ["underwater_operations", "hazard"], DF4: ["special_caution_area", "hazard"], DF5:
  ["closed_airspace", "hazard"], E00: ["emergency", "hazard"], E01: ["distress", "hazard"], E11:
  ["medical_help_needed", "hazard"], M00: ["mission", "movement"], M10: ["humanitarian_mission", "movement"], M23:
  ["medical_evacuation", "movement"], M24: ["aid", "movement"], M29: ["repair_crew", "movement"], M80:
  ["military_operation", "exercise"], MF0: ["exercise", "exercise"], MF1: ["major_movement", "exercise"], MF2:
  ["convoy", "movement"], MF3: ["special_signal", "signal"], MF4: ["close_approach", "signal"], MF5:
  ["unintended_entry", "signal"], Q10: ["cease_fire_request", "request"], Q20: ["area_access_request", "request"],
  S20: ["status_unknown", "status"], S22: ["status_good", "status"], S26: ["status_damaged", "status"],
  SF0: ["agreed_line", "layer"], SF1: ["agreed_area", "layer"],
};
export const GROUPS = ["hazard", "site", "movement", "exercise", "works", "signal", "request", "status", "layer"] as const;

/** Codes whose name or letters hold the words that are looked for, by group. */
export function found(sought: string, worded: (sort: string) => string): Map<string, string[]> {
  const wanted = sought.trim().toLowerCase();
  const fit = Object.entries(CODES).filter(([code, [sort]]) => `${code} ${worded(sort)}`.toLowerCase().includes(wanted));
  const groups = GROUPS.map((group): [string, string[]] => [group, fit.filter(([, [, of]]) => of === group).map(([code]) => code)]);
  return new Map(groups.filter(([, codes]) => codes.length > 0));
}
