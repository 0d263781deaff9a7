import { like } from '../grammar/questions.ts';
import { BE, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { asHistory, asOnlyRight } from './reword-rights.ts';

const HELD = words('have get be belong contain store hold keep go');
const INVITING = words("can could can't couldn't shouldn't cannot");
const MODALS = words('can could should must may might will would are is');
const TELLING = words(
  'have has need needs can could should must may will get gets is are belong belongs require requires become becomes',
);

/** The words of a sentence in the order and without the adverbs that the readers of wishes know. */
export function reword(tokens: readonly Token[]): readonly Token[] {
  return asHistory(asOnlyRight(asRight(asStatement(withoutAbility(withoutAdverbs(tokens))))));
}

/** "clients and products both need a note", "each product now needs a supplier". */
function withoutAdverbs(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ lower }, index) => {
    const [before, next] = [tokens[index - 1]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
    const isOfCourse =
      (lower === 'of' && next === 'course') || (lower === 'course' && before === 'of');
    if (isOfCourse) return false;
    if (index === 0 || (lower !== 'now' && lower !== 'both') || next === '') return true;
    if (lower === 'both' && BE.has(before)) return false;
    return !(TELLING.has(next) || (MODALS.has(before) && /^(also|be|have|need)$/.test(next)));
  });
}

/** "clients should be able to have several contacts". */
function withoutAbility(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'able' &&
      tokens[index - 1]?.lower === 'be' &&
      tokens[index + 1]?.lower === 'to' &&
      HELD.has(tokens[index + 2]?.lower ?? ''),
  );
  return at < 2 ? tokens : [...tokens.slice(0, at - 1), ...tokens.slice(at + 2)];
}

const LONGEST_SUBJECT = 5;

/** "can invoices have a purchase order number?": they can have one. */
function asStatement(tokens: readonly Token[]): readonly Token[] {
  const [modal, ...rest] = tokens;
  if (modal === undefined || !INVITING.has(modal.lower)) return tokens;
  const verb = rest.findIndex(({ lower }) => HELD.has(lower));
  if (verb < 1 || verb > LONGEST_SUBJECT) return tokens;
  const isNegated = /n't$|not$/.test(modal.lower);
  return [...rest.slice(0, verb), isNegated ? like(modal, 'should') : modal, ...rest.slice(verb)];
}

const DOING = words(
  'log sign edit delete create see view change add remove update approve read cancel close open',
);

/** "let clients log in": they can. */
function asRight(tokens: readonly Token[]): readonly Token[] {
  const [letting, ...rest] = tokens;
  if (letting?.lower !== 'let') return tokens;
  const verb = rest.findIndex(({ lower }) => DOING.has(lower) || HELD.has(lower));
  if (verb < 1 || verb > LONGEST_SUBJECT || HELD.has(rest[verb]?.lower ?? '')) return tokens;
  return [...rest.slice(0, verb), like(letting, 'can'), ...rest.slice(verb)];
}

const ASKS = words(
  'should must is are do does did was were why what how when where which who whose shall',
);

/** "Should the email be unique?" asks, and says nothing of what is to be different. */
export function isQuestion(sentence: readonly Token[], wish: readonly Token[]): boolean {
  return sentence.at(-1)?.text === '?' && ASKS.has(wish[0]?.lower ?? '');
}
