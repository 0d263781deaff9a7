import { isPersonWord } from '../lexicon/people.ts';
import { TELLING_VERBS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { phrases, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, cursorOf } from './cursor.ts';
import { like } from './questions.ts';
import { baseForm } from './verbs.ts';

const ONE = words('a an each every the');
const VALUE_STARTS = words('the a an its their whose');

/** "A permit shows the zone and the plate", "a contract says the start date": it has them. */
function withShown(tokens: readonly Token[]): readonly Token[] {
  if (!ONE.has(tokens[0]?.lower ?? '')) return tokens;
  const verb = tokens.findIndex(({ lower }, at) => at > 1 && at < 5 && TELLING_VERBS.has(lower));
  const subject = tokens.slice(1, Math.max(verb, 1));
  const isThing =
    subject.length > 0 &&
    subject.every(({ kind, lower }) => kind === 'word' && !TELLING_VERBS.has(lower)) &&
    !isPersonWord(subject.at(-1)?.lower ?? '');
  const shown = tokens.slice(verb + 1);
  if (verb < 0 || !isThing || !VALUE_STARTS.has(shown[0]?.lower ?? '')) return tokens;
  const parts = shown.filter(
    ({ lower }, at) => VALUE_STARTS.has(lower) && (at === 0 || isBetween(shown[at - 1])),
  );
  const isValue = shown.some(({ lower }) => isValueWord(lower));
  if (!isValue && parts.length < 2) return tokens;
  return tokens.map((token, at) => (at === verb ? like(token, 'has') : token));
}

function isBetween(token: Token | undefined): boolean {
  return /^(,|and)$/.test(token?.lower ?? '');
}

const MOST_OF_A_NAME = 3;
const SPEAKERS_OWN = words('our my');
const RUNNING = words(
  'keeps tracks stores records manages collects registers sells rents lends offers organises organizes runs hosts lists',
);

/** "Our law office keeps clients": we do, and who speaks is nothing to keep. */
function withSpeakersOwn(tokens: readonly Token[]): readonly Token[] {
  const [own] = tokens;
  if (own === undefined || !SPEAKERS_OWN.has(own.lower)) return tokens;
  const verb = tokens.findIndex(({ lower }, at) => at > 1 && RUNNING.has(lower));
  const name = tokens.slice(1, Math.max(verb, 1));
  const head = name.at(-1)?.lower ?? '';
  const isName = name.length > 0 && name.length <= MOST_OF_A_NAME && name.every(isWord);
  if (!isName || isPersonWord(head) || isPlural(head)) return tokens;
  return tokens
    .toSpliced(1, name.length)
    .map((token, at) =>
      at === 0 ? like(token, 'we') : at === 1 ? like(token, baseForm(token.lower)) : token,
    );
}

function isWord({ kind }: Token): boolean {
  return kind === 'word';
}

const HOLDERS = words('of on for in from');
const KEPT = words('keep store record track manage register list want need have');

/** "the policies of each client", in a list of what is kept: policies per client. */
function withEachHolder(tokens: readonly Token[]): readonly Token[] {
  const isKeeping = tokens.slice(0, 6).some(({ lower }) => KEPT.has(lower));
  if (!isKeeping || !/^(we|i|to|please)$/.test(tokens[0]?.lower ?? '')) return tokens;
  return tokens.flatMap((token, at) => {
    if (isHeld(tokens, at + 2) && token.lower === 'the') return [];
    if (isHeld(tokens, at)) return [like(token, 'per')];
    return isHeld(tokens, at - 1) ? [] : [token];
  });
}

/** Whether a preposition stands at `at`, after things of a list and before each of their holders. */
function isHeld(tokens: readonly Token[], at: number): boolean {
  const [things, link, each, holder] = [-1, 0, 1, 2].map((by) => tokens[at + by]?.lower ?? '');
  const before = tokens[at - 2]?.lower ?? '';
  return (
    HOLDERS.has(link ?? '') &&
    /^(each|every)$/.test(each ?? '') &&
    isPlural(things ?? '') &&
    !isValueWord(singular(things ?? '')) &&
    /^(,|and|the|keep|store|record|track|manage|register)$/.test(before) &&
    /^[a-z]{3,}$/.test(holder ?? '')
  );
}

/** "Fridges: each restaurant has several, with a label": the things before the colon are those of which there are several. */
function withSeveralOfLabel(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const label = tokens.slice(0, Math.max(colon, 0));
  const isLabel = label.length > 0 && label.length < 4 && label.every(isWord);
  if (!isLabel || !isPlural(label.at(-1)?.lower ?? '')) return tokens;
  const rest = tokens.slice(colon + 1);
  const several = rest.findIndex(
    ({ lower }, at) =>
      at > 1 &&
      /^(several|many|some|multiple)$/.test(lower) &&
      /^(has|have)$/.test(rest[at - 1]?.lower ?? '') &&
      !isWordAt(rest, at + 1, ['with']),
  );
  if (several < 0 || !/^(a|an|each|every)$/.test(rest[0]?.lower ?? '')) return tokens;
  return rest.toSpliced(several + 1, 0, ...label);
}

function isWordAt(tokens: readonly Token[], at: number, but: readonly string[]): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && !but.includes(token.lower);
}

const CARING = phrases(
  'is in charge of | is responsible for | takes care of | looks after | is the contact for',
);

/** "..., and one educator is in charge of it": it has that one. */
function withCarer(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ lower }, index) => index > 2 && lower === 'one');
  const person = tokens[at + 1];
  if (at < 0 || !isBetween(tokens[at - 1]) || !isPersonWord(person?.lower ?? '')) return tokens;
  const cursor = cursorOf(tokens, at + 2);
  if (acceptAny(cursor, CARING) === null || acceptAny(cursor, ['it', 'them', 'this']) === null)
    return tokens;
  return [...tokens.slice(0, at + 2), ...tokens.slice(cursor.at)];
}

const REGISTERS = words('list register directory log catalogue catalog database record');

/** "subscriber list for our magazine: name, address": subscribers with these. */
function withRegister(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const register = tokens.findIndex(({ lower }, at) => at > 0 && at < 3 && REGISTERS.has(lower));
  const [link, whose] = tokens.slice(register + 1);
  const isFor =
    /^(for|of)$/.test(link?.lower ?? '') && /^(our|my|the|an?)$/.test(whose?.lower ?? '');
  const name = tokens.slice(0, Math.max(register, 0));
  const isName = name.every(
    ({ kind, lower }) =>
      kind === 'word' && !ONE.has(lower) && !SPEAKERS_OWN.has(lower) && !isPlural(lower),
  );
  const isValue = isValueWord(name.at(-1)?.lower ?? '');
  if (register < 0 || isValue || colon < register || colon > register + 6 || !isFor || !isName)
    return tokens;
  return [...name, ...tokens.slice(colon)];
}

/** What is said of things that are kept, in words of who keeps them. */
export const RECORDS_TOLD: readonly ((tokens: readonly Token[]) => readonly Token[])[] = [
  withSpeakersOwn,
  withSeveralOfLabel,
  withEachHolder,
  withShown,
  withCarer,
  withRegister,
];
