import { isActorWord, isPersonWord } from '../lexicon/people.ts';
import {
  GENERIC_ACTORS,
  MANY_TO_MANY_VERBS,
  ONE_TO_MANY_VERBS,
  STRONG_BELONG,
  TRACK_VERBS,
} from '../lexicon/predicates.ts';
import { isGrammarWord } from '../lexicon/understood.ts';
import { DETERMINERS, QUANTIFIERS, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import { PREPOSITIONS_BELONG } from './belonging-verbs.ts';
import { acceptAny, bracketBefore, type Cursor, peek, tokenAt } from './cursor.ts';
import type { Predicate } from './predicate.ts';
import { agrees, baseForm, CRUD } from './verbs.ts';

const LINKING = words(`
  links connects joins associates relates ties pairs links assigns link connect join associate relate
  tie pair assign involves involve maps map binds bind
`);

/** "our choir can keep members": the speaker's own people keep things, they have none. */
function isOurs(cursor: Cursor, verb: number): boolean {
  return cursor.tokens
    .slice(Math.max(0, verb - 4), verb)
    .some((token) => ['our', 'my', 'us'].includes(token.lower));
}

/** What leads from a deed to what it is done with. */
const AIMS = ['up for', 'up to', 'up with', 'in', 'to', 'for', 'on', 'at', 'with', 'about'];

/** "..., and order many books": the subject of the verb before does this as well. */
function goesOn(cursor: Cursor, base: string, tagger: Tagger): boolean {
  const verb = peek(cursor);
  return (
    ['and', ','].includes(peek(cursor, -1)) &&
    (QUANTIFIERS.has(peek(cursor, 1)) ||
      ['a', 'an', 'one', 'their'].includes(peek(cursor, 1)) ||
      (base === 'sign' && peek(cursor, 1) === 'up') ||
      (isPlural(peek(cursor, 1)) && !isPlural(verb) && !isListedNoun(cursor, base)) ||
      (isSecondDeed(cursor) && tagger.isThing(peek(cursor, 2))) ||
      (isThirdPerson(cursor, verb) && tagger.isThing(peek(cursor, 1))))
  );
}

export function matchActive(
  cursor: Cursor,
  predicate: Predicate,
  tagger: Tagger,
): Predicate | null {
  const token = tokenAt(cursor);
  if (token === undefined || token.kind !== 'word' || cursor.at === 0) return null;
  if (token.lower === 'with' || opensGap(cursor, tagger)) return null;
  if (/ing$/.test(token.lower) && !/^(br|r|s|sw|cl)ing$/.test(token.lower)) return null;
  if (
    predicate.modal &&
    TRACK_VERBS.has(token.lower) &&
    (isOurs(cursor, predicate.from) || peek(cursor, -1) === 'to')
  )
    return { ...predicate, kind: 'topic', to: cursor.at + 1 };
  if (isPlacement(cursor, token.lower) && (SPANS.has(token.lower) || tagger.isVerb(token.start)))
    return {
      ...predicate,
      kind: 'belongs',
      strong: peek(cursor, 2) !== 'a',
      verb: token.lower,
      to: cursor.at + 2,
    };
  if (/^(says|states|specifies|indicates)$/.test(token.lower) && agrees(cursor, token.lower))
    return { ...predicate, kind: 'has', to: cursor.at + 1 };
  const base = baseForm(token.lower);
  const isKnown = ONE_TO_MANY_VERBS.has(base) || MANY_TO_MANY_VERBS.has(base) || LINKING.has(base);
  const continues = isKnown && goesOn(cursor, base, tagger);
  if (SPANS.has(token.lower) && peek(cursor, 1) === 'from' && agrees(cursor, token.lower))
    return { ...predicate, kind: 'belongs', strong: false, verb: base, to: cursor.at + 2 };
  if (isBetweenThings(cursor, token.lower, tagger)) {
    const to = cursor.at + 1;
    return { ...predicate, kind: 'acts', verb: base, isCertain: !predicate.modal, to };
  }
  if (/^fills?$/.test(token.lower) && ['in', 'out'].includes(peek(cursor, 1)))
    return { ...predicate, kind: 'acts', verb: 'fill', to: cursor.at + 2 };
  if (['we', 'i'].includes(peek(cursor, -1)) && !predicate.modal && !isToldWith(cursor))
    return null;
  if (!predicate.modal && !continues && !agrees(cursor, token.lower)) return null;
  const isOurDeed = ['we', 'i'].includes(peek(cursor, -1)) && tagger.isThing(peek(cursor, 1));
  if (!predicate.modal && !isKnown && !isOurDeed && !tagger.isVerb(token.start)) return null;
  if (!predicate.modal && !isActiveObject(cursor) && !isKnownObject(cursor, tagger)) return null;
  cursor.at += 1;
  const isGivenTo = token.lower === 'assign' && isPlural(peek(cursor, -2));
  if (LINKING.has(token.lower) && !predicate.modal && !isGivenTo && !isJoined(cursor))
    return { ...predicate, kind: 'belongs', verb: 'links', to: cursor.at };
  if (!isKnown && !predicate.modal && PREPOSITIONS_BELONG.includes(peek(cursor)))
    return {
      ...predicate,
      kind: 'belongs',
      strong: STRONG_BELONG.has(token.lower) && isPlural(peek(cursor, 1)),
      verb: base,
      to: cursor.at + 1,
    };
  const particle = acceptAny(cursor, PARTICLES);
  if (isBroughtIn(cursor, base)) cursor.at += 1;
  skipVerbs(cursor);
  const isCount = peek(cursor) === 'at' && ['most', 'least'].includes(peek(cursor, 1));
  const preposition = !isCount && acceptAny(cursor, AIMS) !== null;
  const verb = base === 'take' && particle === 'out' ? 'hold' : base;
  return { ...predicate, preposition, kind: 'acts', verb, to: cursor.at };
}

/** "suggest films and vote on films": another deed of the same people, with a place. */
function isSecondDeed(cursor: Cursor): boolean {
  return peek(cursor, -1) === 'and' && /^(on|for|at|in|to)$/.test(peek(cursor, 1));
}

/** "each student has a name and takes lessons": the verb agrees with the one thing that is spoken of. */
function isThirdPerson(cursor: Cursor, verb: string): boolean {
  const isOfOne = cursor.tokens
    .slice(0, cursor.at)
    .some(({ lower }) => /^(has|is|belongs|each|every)$/.test(lower));
  return isOfOne && /[^s]s$/.test(verb) && isPlural(peek(cursor, 1)) && peek(cursor, -1) === 'and';
}

/** "patients have a name, volunteers a name and a car": known things of which more is told, and no verb. */
function opensGap(cursor: Cursor, { isThing }: Tagger): boolean {
  const word = peek(cursor);
  const isBorder = /^([,;]|and)$/.test(peek(cursor, -1));
  return isBorder && isPlural(word) && isThing(word) && /^(an?|their)$/.test(peek(cursor, 1));
}

/** "we sell flowers with a name": what the speaker does is data only when its parts are told. */
function isToldWith(cursor: Cursor): boolean {
  return [2, 3, 4, 5].some((ahead) => ['with', '(', ':', 'each'].includes(peek(cursor, ahead)));
}

const PARTICLES = ['off', 'out', 'back', 'after'];

/** "owners bring in their pets", "clerks hand over keys": what is brought, and not where. */
function isBroughtIn(cursor: Cursor, verb: string): boolean {
  const isParticle = /^(in|along|over|up|down|round|around)$/.test(peek(cursor));
  const isOwn = /^(their|his|her|its)$/.test(peek(cursor, 1));
  return isParticle && (isOwn || /^(bring|hand|drop|pick|set|put|give|turn)$/.test(verb));
}

const NOUN_VERBS = words(
  'stock order record file log book report check purchase sale work transfer',
);

/** "products (sku), stock levels (count)": after a comma the word is the first of a name. */
function isListedNoun(cursor: Cursor, word: string): boolean {
  // "tenants, leases, rent payments": nothing but names stands before, so the list goes on.
  const isJoint = /^(,|and)$/.test(peek(cursor, -1));
  if (isJoint && isPlural(peek(cursor, -2)) && /^[,:]$/.test(peek(cursor, -3)))
    return !word.endsWith('ed');
  const isAfterComma =
    peek(cursor, -1) === ',' || /^, and$/.test(`${peek(cursor, -2)} ${peek(cursor, -1)}`);
  return NOUN_VERBS.has(word) && isAfterComma;
}

/** "sellers consign lots": an unknown verb between two things of the prompt relates them. */
function isBetweenThings(cursor: Cursor, verb: string, tagger: Tagger): boolean {
  if (MANY_TO_MANY_VERBS.has(baseForm(verb)) || ONE_TO_MANY_VERBS.has(baseForm(verb))) return false;
  const isListed = cursor.at === 1 || /^(and|where|[.,;:])$/.test(peek(cursor, -2));
  if (isNamedDeed(cursor, verb, tagger)) return isListed;
  if (isGrammarWord(verb) || verb.length < 3 || tagger.isThing(verb)) return false;
  if (LINKING.has(verb) || TRACK_VERBS.has(verb) || /[^e]ed$/.test(verb)) return false;
  const counts = [
    'a',
    'an',
    'one',
    'many',
    'several',
    'multiple',
    'the',
    'exactly',
    'some',
    'other',
  ];
  const skip = counts.includes(peek(cursor, 1)) ? (peek(cursor, 1) === 'exactly' ? 3 : 2) : 1;
  const object = [peek(cursor, skip), peek(cursor, skip + 1)];
  const isObject = object.some((word) => tagger.isThing(word)) && !PLACES.includes(object[0] ?? '');
  const continues =
    ['and', ','].includes(peek(cursor, -1)) &&
    verb.endsWith('s') &&
    skip > 1 &&
    !tagger.isThing(verb);
  const before = bracketBefore(cursor.tokens, cursor.at, 0);
  const subject = cursor.tokens[(before > 0 ? before : cursor.at) - 1]?.lower ?? '';
  const isActor = tagger.isThing(subject) || isDoer(cursor, subject);
  return isObject && (continues || (isActor && agrees(cursor, verb)));
}

/** "notaries draft contracts": people in the plural with whom the sentence begins, whom nothing else tells of. */
function isDoer(cursor: Cursor, subject: string): boolean {
  const isOpening = [1, 2].some(
    (length) =>
      cursor.at === length || /^(our|the|my|[.,;:]|and|while|but)$/.test(peek(cursor, -length - 1)),
  );
  const isPerson = isPlural(subject) && isActorWord(singular(subject));
  return isOpening && isPerson && !GENERIC_ACTORS.has(subject);
}

/** "pickers harvest rows; a harvest has": the verb between two things is also the name of a third. */
function isNamedDeed(cursor: Cursor, verb: string, tagger: Tagger): boolean {
  const [subject, object] = [peek(cursor, -1), peek(cursor, 1)];
  const isActor = tagger.isThing(subject) || isActorWord(singular(subject));
  return (
    [subject, object].every(isPlural) &&
    isActor &&
    [object, verb].every((word) => tagger.isThing(word)) &&
    !isPlural(verb) &&
    /^([.,;:]|and|for|with|to|in|from|)$/.test(peek(cursor, 2))
  );
}

/** Verbs of lasting and leading: "runs from a start date to an end date". */
const SPANS = new Set(['runs', 'lasts', 'goes', 'leads', 'spans', 'extends', 'travels', 'sails']);

/** "..., and sits at one table": a verb after the fields, with a place. */
function isPlacement(cursor: Cursor, verb: string): boolean {
  const continues = ['and', ','].includes(peek(cursor, -1)) && verb.length > 3;
  return (
    continues &&
    ['in', 'at', 'on', 'from', 'under', 'to'].includes(peek(cursor, 1)) &&
    ['one', 'a', 'an', 'exactly'].includes(peek(cursor, 2))
  );
}

const PLACES = 'in to for on at up off out back from under into within through'.split(' ');

function isActiveObject(cursor: Cursor): boolean {
  const next = tokenAt(cursor, 1);
  if (next === undefined || next.kind === 'symbol') return false;
  if (PLACES.includes(next.lower) || next.lower === 'after') return true;
  if (/^(us|me|you)$/.test(next.lower)) return true;
  return (
    /^(one|exactly|only|max|maximum)$/.test(next.lower) ||
    DETERMINERS.has(next.lower) ||
    QUANTIFIERS.has(next.lower) ||
    isPlural(next.lower) ||
    isPlural(peek(cursor, 2))
  );
}

/** "teachers write homework": a known thing without an article; "nurses give medication to patients": to known ones. */
function isKnownObject(cursor: Cursor, tagger: Tagger): boolean {
  const isToKnown =
    /^(to|for|from)$/.test(peek(cursor, 2)) &&
    isPlural(peek(cursor, 3)) &&
    tagger.isThing(peek(cursor, 3));
  return isPlural(peek(cursor, -1)) && (tagger.isThing(peek(cursor, 1)) || isToKnown);
}

/** "create, edit and delete": one predicate. */
function skipVerbs(cursor: Cursor): void {
  for (let steps = 0; steps < 6; steps += 1) {
    const save = cursor.at;
    if (acceptAny(cursor, [', and', 'and', ',', 'or', '/']) === null) return;
    const word = peek(cursor);
    if (!CRUD.has(word)) {
      cursor.at = save;
      return;
    }
    cursor.at += 1;
  }
}

/** "Students join clubs": they take part; "an enrolment joins a student and a course" links two things. */
function isJoined(cursor: Cursor): boolean {
  if (!/^joins?$/.test(peek(cursor, -1)) || !isPlural(peek(cursor))) return false;
  const who = peek(cursor, -2);
  return GENERIC_ACTORS.has(who) || isPersonWord(singular(who));
}
