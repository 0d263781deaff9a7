import { z } from 'zod';

const degrees = (most: number) => z.number().min(-most).max(most);

/** A place in degrees; north and east are positive. */
export function geoPoint() {
  return z.strictObject({ latitude: degrees(90), longitude: degrees(180) });
}

/** Latitude, longitude and kilometres, as far as there is a place with these degrees. */
const CIRCLE =
  /^-?(90(\.0{1,10})?|[1-8]?\d(\.\d{1,10})?),-?(180(\.0{1,10})?|(1[0-7]\d|[1-9]?\d)(\.\d{1,10})?),\d{1,5}(\.\d{1,3})?$/;

/** A query parameter: what is no farther from a place than so many kilometres. */
export function circle() {
  return z.string().regex(CIRCLE, 'must be latitude,longitude,kilometres such as 51.5,-0.12,10');
}
