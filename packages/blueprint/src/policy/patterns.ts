import type { PolicyStatement } from './statements.ts';

type Bare<Statement> = Statement extends unknown ? Omit<Statement, 'start' | 'end'> : never;
/** A rule as the words of a clause tell it, without its place in the prompt. */
export type BareRule = Bare<PolicyStatement>;
/** Statements without their places, and the index after them. */
export type Found = { statements: BareRule[]; end: number } | null;
export type Pattern = readonly [
  RegExp,
  (groups: Record<string, string | undefined>) => BareRule | null,
];

export const whole = (text: string) => new RegExp(`^(?:${text})$`);

/** A noun in the text of a clause: up to four words. */
export const noun = (name: string) =>
  `(?:(?:an?|the|each|every|any|one|all|its|their|his|her|this|of) )*(?<${name}>[a-z][a-z0-9'/-]*(?: [a-z0-9][a-z0-9'/-]*){0,3}?)`;

export const CANNOT =
  "(?:cannot ever|can't ever|cannot|can not|can't|may not|must not|mustn't|should not|shouldn't|can never|must never|may never|should never|is not to|are not to|is never to|are never to|is not|are not|isn't|aren't|is never|are never|never)";
export const DELETED = '(?:be )?(?:deleted|removed|erased)';

/** The words of a noun, without its articles. */
export const split = (text = '') =>
  text
    .replace(/\b(a|an|the|its|their)\b /g, '')
    .split(' ')
    .filter(Boolean);

/** "number, year and month": the words of each. */
export const list = (text = '') =>
  text
    .split(/ ?, (?:and |or )?| and | or | \+ | plus /)
    .map((part) => split(part.trim()))
    .filter((words) => words.length > 0);
