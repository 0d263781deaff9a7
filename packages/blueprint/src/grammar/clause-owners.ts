import { DETERMINERS, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { cursorOf, endOffset } from './cursor.ts';
import { readItems } from './items.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { COUNTS, type Subject } from './subjects.ts';

export function isGathered(
  tokens: readonly Token[],
  { from }: Subject,
  items: readonly Item[],
): boolean {
  const first = tokens[from]?.lower ?? '';
  const isOne = ({ quantity, noun, indefinite }: Item) =>
    quantity !== 'many' && (!noun.plural || !indefinite);
  return first !== 'one' && COUNTS.has(first) && items.length > 0 && items.every(isOne);
}

/** "Several vehicles are sent to an incident": the incident has many vehicles. */
export function gather(subjects: Noun[], targets: Item[], start: number, end: number): Statement[] {
  const items = subjects.map((noun): Item => ({ ...itemOf(noun), quantity: 'many' }));
  const owners = targets.map(({ noun }) => noun);
  return [{ kind: 'has', subjects: owners, items, optional: false, start, end }];
}

/** "An agent (name, email) lists properties": the brackets hold the fields of the subject. */
export function readSubjectBracket(
  tokens: readonly Token[],
  { nouns, bracket }: Subject,
): Statement[] {
  const [noun] = nouns.slice(-1);
  if (bracket === null || noun === undefined) return [];
  const cursor = cursorOf(tokens, bracket.from, bracket.to);
  const items = readItems(cursor);
  const { start } = noun;
  return [{ kind: 'has', subjects: [noun], items, optional: false, start, end: endOffset(cursor) }];
}

/** "a medicine", not "parliament": a word alone only belongs to the name. */
function isDetermined(tokens: readonly Token[], { start }: Noun): boolean {
  const at = tokens.findIndex((token) => token.start === start);
  return DETERMINERS.has(tokens[at - 1]?.lower ?? '') || tokens[at]?.possessive === true;
}

/** "Batches of a medicine have", "an enrolment of a student in a course has": the subject belongs to the others. */
export function ownedBy(tokens: readonly Token[], { nouns, owner, owners }: Subject): Statement[] {
  const isMeant = owner !== null && (owner.plural || isDetermined(tokens, owner));
  const isOwned = isMeant && nouns.every((noun) => noun.plural);
  const all = owners.length > 0 ? owners : isOwned ? [owner] : [];
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return [];
  return [belonging(nouns, all.map(itemOf), { start: first.start, end: last.end })];
}

/** "A concert's programme consists of pieces": the concert has them. */
export function possessorOf(
  tokens: readonly Token[],
  subject: Subject,
  spokenOf: readonly Noun[],
): Noun[] | null {
  const { owner, nouns } = subject;
  if (/^(its|their)$/.test(tokens[subject.from]?.lower ?? '') && spokenOf.length > 0)
    return nouns.every((noun) => !noun.plural) ? [...spokenOf] : null;
  const isPossessive = tokens.some(({ possessive, end }) => possessive && end === owner?.end);
  return owner !== null && isPossessive && nouns.every((noun) => !noun.plural) ? [owner] : null;
}

const RECORDS = words('record profile file entry data details information info card dossier');

/** "A firefighter's record consists of a name": what is kept is about the firefighter. */
export function isRecord({ nouns }: Subject): boolean {
  return nouns.every((noun) => RECORDS.has(noun.words.at(-1) ?? ''));
}

const APP_SUBJECTS = words(
  'app api system platform service tool database software backend program',
);

export function isApp(subjects: Noun[], determiner: string): boolean {
  const head = subjects[0]?.words.at(-1) ?? '';
  return (
    APP_SUBJECTS.has(head) &&
    (['the', 'this', 'our', 'my'].includes(determiner) || head === 'system')
  );
}
