import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import type { Item, Noun, Statement } from './statements.ts';

/** "A park contains inverters. They have a serial number": the many things that were spoken of, where the subject was one. */
export function meantByNumber(
  pronoun: string,
  spokenOf: Noun[],
  before: Statement | undefined,
): Noun[] {
  const isMany = pronoun === 'they' || pronoun === 'these';
  if (!isMany || spokenOf.length !== 1 || spokenOf.some(({ plural }) => plural)) return spokenOf;
  const [only, more] = objectsOf(before).filter(isManyThings);
  return only === undefined || more !== undefined ? spokenOf : [only.noun];
}

function objectsOf(before: Statement | undefined): readonly Item[] {
  if (before?.kind === 'belongs') return before.targets;
  return before?.kind === 'has' || before?.kind === 'acts' ? before.items : [];
}

function isManyThings({ noun, children }: Item): boolean {
  const head = noun.words.at(-1) ?? '';
  const isPlain = !isValueWord(head) && !PLURAL_VALUES.has(head);
  return noun.plural && isPlain && children.length === 0;
}
