// Symbols by shape, never by colour alone: a circle is ours, a square theirs, a diamond a third party's, a triangle unknown.

import type { Side } from "../../model/map/wire.ts";

export const SIDES: readonly Side[] = ["ours", "theirs", "third", "unknown"];
const PIXELS = 40;
const MIDDLE = PIXELS / 2;

type Pen = CanvasRenderingContext2D;

function polygon(pen: Pen, corners: number, radius: number, turn: number): void {
  for (let at = 0; at < corners; at += 1) {
    const angle = turn + (2 * Math.PI * at) / corners;
    pen.lineTo(MIDDLE + radius * Math.cos(angle), MIDDLE + radius * Math.sin(angle));
  }
  pen.closePath();
}

const OUTLINES: Record<Side, (pen: Pen) => void> = {
  ours: (pen) => pen.arc(MIDDLE, MIDDLE, 11, 0, 2 * Math.PI),
  theirs: (pen) => pen.rect(MIDDLE - 10, MIDDLE - 10, 20, 20),
  third: (pen) => polygon(pen, 4, 14, 0),
  unknown: (pen) => polygon(pen, 3, 14, -Math.PI / 2),
};

function drawn(draw: (pen: Pen) => void): ImageData {
  const sheet = document.createElement("canvas");
  sheet.width = sheet.height = PIXELS;
  const pen = sheet.getContext("2d") as Pen;
  pen.lineWidth = 4;
  pen.beginPath();
  draw(pen);
  return pen.getImageData(0, 0, PIXELS, PIXELS);
}

export const symbol = (side: Side, ink: string, ground: string): ImageData =>
  drawn((pen) => {
    OUTLINES[side](pen);
    pen.fillStyle = ground;
    pen.strokeStyle = ink;
    pen.fill();
    pen.stroke();
  });

/** Points to where a track goes; it is turned by its course. */
export const pointer = (ink: string): ImageData =>
  drawn((pen) => {
    pen.moveTo(MIDDLE, MIDDLE - 12);
    pen.lineTo(MIDDLE, 0);
    pen.strokeStyle = ink;
    pen.stroke();
  });
