const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** No countries: groups of them, and codes that are kept free. */
const OTHERS = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** A code that stands for no other: `UK` is spelt `GB`. */
function isCurrent(code: string): boolean {
  return !OTHERS.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

let codes: ReadonlyMap<string, string> | null = null;

/** The ISO 3166 code of a country by its English name or by the code itself: "Austria" and "AT" are `AT`; else null. */
export function countryCode(text: string): string | null {
  codes ??= new Map(
    LETTERS.flatMap((first) =>
      LETTERS.flatMap((second): [string, string][] => {
        const code = `${first}${second}`;
        const name = isCurrent(code) ? names.of(code) : undefined;
        return name === undefined ? [] : [[name.toLowerCase(), code]];
      }),
    ),
  );
  const upper = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(upper)) return isCurrent(upper) && names.of(upper) ? upper : null;
  return codes.get(text.toLowerCase().replace(/^the /, '')) ?? null;
}
