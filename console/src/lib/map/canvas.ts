// MapLibre behind a few verbs: draw a picture, lay a map of one's own under it, look at places, end.

import * as maplibre from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";

import type { OwnMap } from "../../model/map/archive.ts";
import { bounds } from "../../model/map/earth.ts";
import type { Drawn } from "../../model/map/shapes.ts";
import type { Position } from "../../model/map/wire.ts";
import { preferences } from "../preferences.svelte.ts";
import { colour } from "./colour.ts";
import { FINE_FROM_ZOOM, land, type Grain } from "./land.ts";
import { Own, tinted } from "./own.ts";
import { SOURCE } from "./own-style.ts";
import { SOURCES, style } from "./style.ts";
import { pointer, SIDES, symbol } from "./symbols.ts";

maplibre.setWorkerUrl(worker);
const START: Position = [52, 20];
const TILE = new RegExp(`^${SOURCE}://(\\w+)/(\\d+)/(\\d+)/(\\d+)$`);

let own: Own | null = null;
maplibre.addProtocol(SOURCE, async ({ url }, { signal }) => {
  const [, palette, ...numbers] = TILE.exec(url) ?? [];
  const [zoom, x, y] = numbers.map(Number) as [number, number, number];
  const reading = own;
  const bytes = reading && (await reading.tile(zoom, x, y, signal));
  signal.throwIfAborted();
  if (reading?.told.form === "mvt") return { data: (bytes ?? new Uint8Array()).buffer };
  if (!bytes) return { data: await createImageBitmap(new ImageData(1, 1)) };
  return { data: palette === "red" ? await tinted(bytes, colour("ink")) : bytes.buffer };
});

export interface Told {
  moved: (middle: Position) => void;
  /** The map of one's own cannot be read any more, with the code of why. */
  lost: (code: string) => void;
}

export class Canvas {
  readonly #map: maplibre.Map;
  readonly #told: Told;
  #drawn: Drawn | null = null;
  #own: OwnMap | null = null;
  #grain: Grain = "coarse";
  #fitted = 0;
  #isTheirs = false; // somebody moved it: it does not move by itself any more

  private constructor(map: maplibre.Map, told: Told) {
    this.#map = map;
    this.#told = told;
    map.on("zoomend", () => void this.#refine());
    map.on("move", () => told.moved(this.middle));
    map.on("movestart", (event) => (this.#isTheirs ||= Boolean((event as { originalEvent?: Event }).originalEvent)));
    map.on("style.load", () => this.#dress());
  }

  /** Raises Error where the browser has no WebGL. */
  static async begin(place: HTMLElement, name: string, told: Told): Promise<Canvas> {
    await document.fonts.load("12px 'Noto Sans'", "Жїß");
    const map = new maplibre.Map({
      container: place, style: style(await land("coarse"), null, preferences.palette), center: [START[1], START[0]], zoom: 3,
      attributionControl: false, fadeDuration: 0, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: true,
      locale: { "Map.Title": name },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    const canvas = new Canvas(map, told);
    await new Promise<void>((done) => map.once("load", () => done()));
    told.moved(canvas.middle);
    return canvas;
  }

  get middle(): Position {
    const { lat, lng } = this.#map.getCenter();
    return [lat, lng];
  }

  draw(drawn: Drawn): void {
    this.#drawn = drawn;
    for (const name of SOURCES) this.#map.getSource<maplibre.GeoJSONSource>(name)?.setData(drawn[name]);
  }

  /** What there is now: looked at, until somebody moves the map or looks at something else. */
  offer(places: readonly Position[]): void {
    if (this.#isTheirs || places.length === this.#fitted) return;
    this.#fitted = places.length;
    this.#fit(places);
  }

  look(places: readonly Position[]): void {
    this.#isTheirs = true;
    this.#fit(places);
  }

  zoom(step: 1 | -1): void {
    this.#isTheirs = true;
    this.#map.jumpTo({ zoom: this.#map.getZoom() + step });
  }

  /** The map of one's own under the picture, or none. */
  async lay(map: OwnMap | null): Promise<void> {
    this.#own = map;
    own = map && new Own(map, this.#told.lost);
    await this.repaint();
  }

  /** In the colours of the palette that is chosen now. The old style goes as a whole: what was drawn is drawn anew. */
  async repaint(): Promise<void> {
    const ground = await land(this.#grain);
    this.#map.setStyle(style(ground, this.#own, preferences.palette), { diff: false });
  }

  end(): void {
    this.#map.remove();
  }

  #fit(places: readonly Position[]): void {
    const box = bounds(places);
    if (!box) return;
    const corners: maplibre.LngLatBoundsLike = [[box[0][1], box[0][0]], [box[1][1], box[1][0]]];
    this.#map.fitBounds(corners, { padding: 40, maxZoom: 9, animate: false });
  }

  #dress(): void {
    const [ink, ground] = [colour("ink"), colour("panel")];
    for (const side of SIDES) this.#map.addImage(side, symbol(side, ink, ground), { pixelRatio: 1 });
    this.#map.addImage("pointer", pointer(ink));
    if (this.#drawn) this.draw(this.#drawn);
  }

  async #refine(): Promise<void> {
    if (this.#grain === "fine" || this.#map.getZoom() < FINE_FROM_ZOOM) return;
    this.#grain = "fine";
    const finer = await land("fine").catch(() => null);
    if (finer) this.#map.getSource<maplibre.GeoJSONSource>("land")?.setData(finer);
    else this.#grain = "coarse";
  }
}
