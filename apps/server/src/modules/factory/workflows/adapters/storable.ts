/** Any escape in a JSON text, whole, so that the escape of a backslash is never taken for the start of another. */
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/g;
const REFUSED = /\\u(?:0000|d[89a-f])/;

/**
 * The data as jsonb keeps it. Programs and prompts hold characters that Postgres refuses: U+0000 goes, and half of a
 * surrogate pair, which cutting a text may leave, becomes U+FFFD.
 */
export function toStorable<Data>(data: Data): Data {
  const text = JSON.stringify(data);
  return JSON.parse(REFUSED.test(text) ? text.replaceAll(ESCAPE, mend) : text);
}

/** `JSON.stringify` escapes surrogates only where they stand alone. */
function mend(escaped: string): string {
  if (escaped === '\\u0000') return '';
  return escaped.startsWith('\\ud') ? '\\ufffd' : escaped;
}
