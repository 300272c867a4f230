// An area in a body: every place is written out with its check digits, as it will be read back.

import type { Parts, Shown } from "../bodies.ts";
import { NotStrict, type Value } from "../cbor.ts";
import { checkDigits, degreesMinutes, isPlace } from "../places.ts";
import { integer, list, map, number, octets, text } from "../values.ts";
import { NOTICE_CHOICES, type NoticeField } from "./kinds.ts";

const PLACE_BYTES = 8;

/** Places of a ring, eight bytes each. Raises NotStrict. */
function ring(value: Value): [number, number][] {
  const bytes = octets(value);
  if (bytes.length % PLACE_BYTES) throw new NotStrict("a ring with a piece of a place");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / PLACE_BYTES }, (_, at) => {
    const place: [number, number] = [view.getInt32(at * PLACE_BYTES), view.getInt32(at * PLACE_BYTES + 4)];
    if (!isPlace(...place)) throw new NotStrict("a place that is not on the earth");
    return place;
  });
}

/** `1  49°35.2980′ N, 036°07.2000′ E  [47]`; a multipolygon says with which ring each begins. */
function lines(value: Value): string[] {
  const rings = list(value).map(ring);
  const many = rings.length > 1;
  return rings
    .flatMap((places, which) => places.map((place) => ({ place, which })))
    .map(({ place, which }, at) =>
      `${many ? `${which + 1}/` : ""}${at + 1}  ${degreesMinutes(...place)}  [${checkDigits(...place)}]`,
    );
}

const said = (field: NoticeField, shown: string): Shown => ({ field, form: "text", text: shown });

function band(value: Value): Shown[] {
  const held = map(value, 1, 2, 3);
  const datum = NOTICE_CHOICES.datum[number(held.get(3) ?? null)];
  if (!datum) throw new NotStrict("an altitude without a datum");
  const ends = ([[1, "altitude_from"], [2, "altitude_to"]] as const).filter(([key]) => held.has(key));
  return [
    { field: "altitude", form: "choice", of: "datum", name: datum },
    ...ends.map(([key, field]) => said(field, `${integer(held.get(key) ?? null)} m`)),
  ];
}

const FIELDS: Record<number, (value: Value) => Shown[]> = {
  2: (value) => [{ field: "places", form: "texts", texts: lines(value) }],
  3: (value) => [said("radius", `${number(value)} m`)],
  4: (value) => [said("buffer", `${number(value)} m`)],
  5: (value) => [said("uncertainty", `${number(value)} m`)],
  6: band,
  7: (value) => [said("area_name", text(value))],
};

export const area: Parts = (_, value) => {
  const held = map(value, 1, ...Object.keys(FIELDS).map(Number));
  const name = NOTICE_CHOICES.area_kind[number(held.get(1) ?? null)];
  if (!name) throw new NotStrict("an area of no kind");
  const rest = [...held].filter(([key]) => key !== 1);
  return [
    { field: "area_kind", form: "choice", of: "area_kind", name },
    ...rest.flatMap(([key, part]) => (FIELDS[key] as (value: Value) => Shown[])(part)),
  ];
};
