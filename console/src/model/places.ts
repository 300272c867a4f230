// A place in the written forms of spec/phrase.md: whole numbers of 1e-7 degrees, so that both are exact.

const DEGREE = 10_000_000;
const COARSE = 100;

/** `49.58830° N, 36.12000° E`; seven decimals where five would round. */
export function decimalDegrees(north: number, east: number): string {
  return `${decimal(north)}° ${northSouth(north)}, ${decimal(east)}° ${eastWest(east)}`;
}

/** `49°35.2980′ N, 036°07.2000′ E` */
export function degreesMinutes(north: number, east: number): string {
  return `${minutes(north, 2)} ${northSouth(north)}, ${minutes(east, 3)} ${eastWest(east)}`;
}

/** ISO 7064 MOD 97-10 over both numbers counted from the south-west. */
export function checkDigits(north: number, east: number): string {
  const both = BigInt(north + 90 * DEGREE) * 10n ** 10n + BigInt(east + 180 * DEGREE);
  return String(98n - ((both * 100n) % 97n)).padStart(2, "0");
}

/** Whether there is such a place on the earth. */
export const isPlace = (north: number, east: number): boolean =>
  Math.abs(north) <= 90 * DEGREE && east >= -180 * DEGREE && east < 180 * DEGREE;

const northSouth = (value: number): string => (value < 0 ? "S" : "N");
const eastWest = (value: number): string => (value < 0 ? "W" : "E");

function decimal(value: number): string {
  const [degrees, rest] = [Math.floor(Math.abs(value) / DEGREE), Math.abs(value) % DEGREE];
  const fraction = rest % COARSE ? String(rest).padStart(7, "0") : String(rest / COARSE).padStart(5, "0");
  return `${degrees}.${fraction}`;
}

function minutes(value: number, width: number): string {
  const rest = Math.abs(value) % DEGREE;
  const [whole, millionths] = [Math.floor((rest * 6) / 1_000_000), (rest * 6) % 1_000_000];
  const fraction = rest % COARSE ? String(millionths).padStart(6, "0") : String(millionths / COARSE).padStart(4, "0");
  const degrees = String(Math.floor(Math.abs(value) / DEGREE)).padStart(width, "0");
  return `${degrees}°${String(whole).padStart(2, "0")}.${fraction}′`;
}
