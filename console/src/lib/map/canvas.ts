// MapLibre behind four verbs: draw a picture, look at places, take the colours of the page, end.

import * as maplibre from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";

import { bounds } from "../../model/map/earth.ts";
import type { Drawn } from "../../model/map/shapes.ts";
import type { Position } from "../../model/map/wire.ts";
import { FINE_FROM_ZOOM, land, type Grain } from "./land.ts";
import { colour, SOURCES, style } from "./style.ts";
import { pointer, SIDES, symbol } from "./symbols.ts";

maplibre.setWorkerUrl(worker);
const START: Position = [52, 20];

export class Canvas {
  readonly #map: maplibre.Map;
  #drawn: Drawn | null = null;
  #grain: Grain = "coarse";

  private constructor(map: maplibre.Map) {
    this.#map = map;
    map.on("zoomend", () => void this.#refine());
  }

  /** Raises Error where the browser has no WebGL. */
  static async begin(place: HTMLElement, onmove: (middle: Position) => void): Promise<Canvas> {
    await document.fonts.load("12px 'Noto Sans'", "Жїß");
    const map = new maplibre.Map({
      container: place, style: style(await land("coarse")), center: [START[1], START[0]], zoom: 3,
      attributionControl: false, fadeDuration: 0, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: true,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    const canvas = new Canvas(map);
    map.on("move", () => onmove(canvas.middle));
    map.on("style.load", () => canvas.#dress());
    await new Promise<void>((done) => map.once("load", () => done()));
    onmove(canvas.middle);
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

  look(places: readonly Position[]): void {
    const box = bounds(places);
    if (!box) return;
    const corners: maplibre.LngLatBoundsLike = [[box[0][1], box[0][0]], [box[1][1], box[1][0]]];
    this.#map.fitBounds(corners, { padding: 48, maxZoom: 9, animate: false });
  }

  zoom(step: 1 | -1): void {
    this.#map.jumpTo({ zoom: this.#map.getZoom() + step });
  }

  /** After the palette changed. */
  async repaint(): Promise<void> {
    this.#map.setStyle(style(await land(this.#grain)));
  }

  end(): void {
    this.#map.remove();
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
