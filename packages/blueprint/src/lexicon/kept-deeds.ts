import { DEED_NAMES, DEED_NOUNS, PASSIVE_NOUNS, TRADE_NOUNS } from './predicates.ts';

/** Further names of what is kept of a deed. */
const FURTHER: ReadonlyMap<string, readonly string[]> = new Map([
  ['lend', ['Loan', 'Lending']],
  ['lend out', ['Loan', 'Lending']],
  ['take out', ['Loan', 'Checkout']],
  ['hand out', ['Handover', 'Loan']],
  ['give out', ['Loan', 'Handover']],
  ['rent out', ['Rental']],
  ['adopt', ['Adoption']],
  ['stay', ['Stay']],
  ['come', ['Attendance']],
  ['participate', ['Participation']],
  ['clean', ['Cleaning']],
  ['milk', ['Milking']],
  ['feed', ['Feeding']],
  ['water', ['Watering']],
  ['wash', ['Washing']],
  ['play', ['Play']],
  ['vaccinate', ['Vaccination']],
  ['measure', ['Measurement']],
  ['train', ['Training']],
  ['spray', ['Spraying']],
  ['earn', ['Award']],
  ['win', ['Award']],
  ['call', ['Call']],
  ['challenge', ['Challenge']],
]);

/** Names of deeds that only what is kept of them tells: a loan of what is lent. */
export function furtherNames(verb: string): readonly string[] {
  return FURTHER.get(verb) ?? [];
}

/** What a deed that is kept may be called, the usual name first. */
export function recordNames(verb: string): readonly string[] {
  const maps = [DEED_NOUNS, FURTHER, DEED_NAMES, PASSIVE_NOUNS, TRADE_NOUNS];
  return maps.flatMap((names) => names.get(verb) ?? []);
}

export function isRecorded(verb: string): boolean {
  return recordNames(verb).length > 0;
}

const LOGS: ReadonlySet<string> = new Set(['log', 'diary', 'journal', 'history', 'logbook']);

/** What is kept of something again and again: each row of it is one entry. */
export function isLogWord(word: string): boolean {
  return LOGS.has(word);
}
