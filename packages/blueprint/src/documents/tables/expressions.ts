/** What checks and defaults are made of, without the casts and brackets of a dialect. */
export type Expression =
  | { kind: 'column'; name: string }
  | { kind: 'value'; value: string | number | boolean | null }
  /** Functions and operators in lower case: `and`, `>=`, `between`, `in`, `is null`, `length`. */
  | { kind: 'call'; name: string; of: Expression[] }
  | { kind: 'list'; of: Expression[] };

export const call = (name: string, ...of: Expression[]): Expression => ({ kind: 'call', name, of });
export const value = (of: string | number | boolean | null): Expression => ({
  kind: 'value',
  value: of,
});
