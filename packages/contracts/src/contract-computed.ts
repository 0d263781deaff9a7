import { z } from 'zod';
import { sourceSchema } from './contract-places.ts';
import { name } from './contract-words.ts';

/** What is worked out from a request alone, the same each time. */
export const computedFunctions = [
  ...(['upper', 'lower', 'capitals', 'reverse', 'trim', 'slug', 'rot13', 'echo'] as const),
  ...(['base64-encode', 'base64-decode', 'hex-encode', 'hex-decode'] as const),
  ...(['url-encode', 'url-decode', 'hash', 'characters', 'words', 'lines'] as const),
  ...(['unit', 'formula', 'arithmetic'] as const),
  ...(['words-said', 'distinct-words', 'top-words', 'sentences', 'vowels', 'letters'] as const),
  ...(['characters-without-spaces', 'palindrome', 'slug-or-nothing'] as const),
  ...(['roman-number', 'roman-numeral'] as const),
  ...(['modes', 'mode', 'sorted', 'unique', 'distinct', 'range', 'product'] as const),
  ...(['variance', 'deviation', 'sample-variance', 'sample-deviation'] as const),
  ...(['sum', 'mean', 'median', 'least', 'most', 'how-many', 'root', 'factorial'] as const),
] as const;
export type ComputedFunction = (typeof computedFunctions)[number];

/** A value of an answer; `formula` has `{0}` for the first source, and is for `formula` alone. */
export const computedValueSchema = z
  .strictObject({
    name,
    function: z.enum(computedFunctions),
    from: z.array(sourceSchema).min(1).max(20),
    formula: z.string().max(500).optional(),
    /** Of `top-words`: what the document calls a word and how often it occurs. */
    names: z.array(name).length(2).optional(),
    /** Decimal places to which a number is rounded. */
    round: z.int().min(0).max(10).optional(),
  })
  .meta({ id: 'ContractComputed' });
export type ComputedValue = z.infer<typeof computedValueSchema>;
