/** A colour of the page's style sheet. */
export const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const LAND_SHARE = 0.25; // of the edges' colour in the ground's: land and sea are told apart, and all above stays readable

/** Red, green and blue of `#123456`, or of `#135` as the built style sheet has it. */
function parts(hex: string): number[] {
  const digits = hex.slice(1).replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3");
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

/** What land is painted with; the sea has the colour of the ground. */
export function landColour(): string {
  const [sea, edge] = [parts(colour("ground")), parts(colour("edge"))];
  const mixed = sea.map((each, at) => Math.round(each + ((edge[at] as number) - each) * LAND_SHARE));
  return `rgb(${mixed.join()})`;
}
