import { z } from 'zod';

/** Language, and where they matter script, region and one variant; without extensions. */
const LOCALE =
  /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?$/;

/** A locale of BCP 47, kept in its canonical form: en-us becomes en-US. */
export function locale() {
  return z
    .string()
    .regex(LOCALE, { error: 'must be a locale such as en-GB', abort: true })
    .overwrite((tag) => new Intl.Locale(tag).toString());
}
