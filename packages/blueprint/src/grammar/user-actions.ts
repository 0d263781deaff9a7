import {
  KEEPING_ACTIONS,
  MARKING_ACTIONS,
  PLACING_ACTIONS,
  REMARK_ACTIONS,
  REMARK_GIVING_ACTIONS,
  SHOWING_ACTIONS,
} from '../lexicon/action-verbs.ts';
import { LEAD_VERBS } from '../lexicon/apps.ts';
import { isPersonWord } from '../lexicon/people.ts';
import { GENERIC_ACTORS } from '../lexicon/predicates.ts';
import { DETERMINERS } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { type Action, readAction } from './action-statements.ts';
import { acceptAny, closingIndex, cursorOf, isOpener, peek } from './cursor.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { itemOf, type Statement } from './statements.ts';
import { startsNoun } from './verbs.ts';

/**
 * "Users can create boards, drag cards between lists and assign them to members", "upload photos, organise them in albums":
 * several things that people do with what is kept. Null when fewer than two are told.
 */
export function readUserActions(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const opening = findOpening(tokens);
  if (opening === null || tokens[0]?.lower === 'as') return null;
  const actions = splitActions(tokens, opening.to);
  const [first] = actions;
  if (first === undefined || first.from !== opening.to) return null;
  const isRemark = isRemarkOnly(tokens, actions) && !isKept(tokens[opening.from], context);
  if (!isRemark && (actions.length < 2 || !actions.some(isMaking))) return null;
  if (actions.some((action) => isAboutSpoken(tokens, action))) return null;
  const actor = readActor(tokens, opening.from, actions);
  if (actor === null) return null;
  const head = tokens.slice(0, opening.from);
  const title = head.length === 0 ? [] : readBody(withoutLink(head), null, context, false);
  const made: Statement[] = [];
  for (const action of actions) made.push(...readAction(tokens, action, made));
  for (const statement of made) ownedBy(statement, actor);
  const [told] = made;
  if (told !== undefined && opening.from < opening.to)
    told.start = tokens[opening.from]?.start ?? told.start;
  return made.length === 0 ? null : [...title, ...actor, ...made];
}

function withoutLink(head: readonly Token[]): readonly Token[] {
  const last = head.at(-1);
  return /^(where|that|which|so|to|,|:|-|–|—)$/.test(last?.lower ?? '') ? head.slice(0, -1) : head;
}

const MODALS = [
  'should be able to',
  'must be able to',
  'can',
  'could',
  'may',
  'will',
  'should',
  'to',
  'be able to',
];

/** "I add movies and mark them as watched". */
function marksThem(tokens: readonly Token[], from: number): boolean {
  return tokens.some(
    ({ lower }, at) =>
      at > from && MARKING_ACTIONS.has(lower) && /^(them|it)$/.test(tokens[at + 1]?.lower ?? ''),
  );
}

const WISHES = [
  'want to be able to',
  'need to be able to',
  'want to',
  'need to',
  'would like to',
  'should be able to',
  'can',
];

/** Where the words that lead to the first verb begin and end: "where users can", "I want to"; a list of orders has none. */
function findOpening(tokens: readonly Token[]): { from: number; to: number } | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const cursor = cursorOf(tokens, at);
    const word = peek(cursor);
    const isStart =
      at === 0 || /^(where|that|which|so|,|:|to|let|lets|allow|allows|and)$/.test(peek(cursor, -1));
    if (!isStart) continue;
    if (
      /^(lets?|allows?|enables?|helps?)$/.test(word) &&
      /^(that|which|to)$/.test(peek(cursor, -1))
    )
      continue;
    const isSpeaker = /^(i|we)$/.test(word);
    if (isSpeaker) {
      cursor.at += 1;
      const isWish = acceptAny(cursor, WISHES) !== null;
      if (!isWish && !marksThem(tokens, cursor.at)) continue;
    } else if (GENERIC_ACTORS.has(word) && !/^(it|system|app|application)$/.test(word)) {
      cursor.at += 1;
      acceptAny(cursor, MODALS);
    } else if (peek(cursor, -1) === 'where' && isSomebody(word)) {
      cursor.at += 1;
      acceptAny(cursor, MODALS);
    } else if (at > 0 ? peek(cursor, -1) !== ':' : LEAD_VERBS.has(word)) continue;
    const isOrder = cursor.at > 0 || isPlural(peek(cursor, 1)) || DETERMINERS.has(peek(cursor, 1));
    if (isOrder && isAction(tokens, cursor.at)) return { from: at, to: cursor.at };
  }
  return null;
}

function isSomebody(word: string): boolean {
  return isPlural(word) && isPersonWord(singular(word)) && !GENERIC_ACTORS.has(word);
}

/** What members suggest, and what they say of it, is theirs. */
function ownedBy(statement: Statement, [actor]: readonly Statement[]): void {
  const [owner] = actor?.kind === 'topic' ? actor.items : [];
  if (owner === undefined || statement.kind !== 'topic') return;
  const who = itemOf({ ...owner.noun, words: owner.noun.words.map(singular), plural: false });
  for (const item of statement.items) item.belongsTo = [...item.belongsTo, who];
}

/** "where members suggest books, vote on them": the members are kept; null where the clauses tell it as well. */
function readActor(
  tokens: readonly Token[],
  at: number,
  actions: readonly Action[],
): Statement[] | null {
  const actor = tokens[at];
  if (actor === undefined || !isSomebody(actor.lower)) return [];
  const isOwn = ({ verbs, object, to }: Action) =>
    verbs.some((verb) => REMARK_ACTIONS.has(verb)) &&
    (object === to || tokens.slice(object, to).some(({ lower }) => lower === 'them'));
  if (!actions.some(isOwn)) return null;
  const { start, end } = actor;
  const item = itemOf({ words: [actor.lower], plural: true, start, end });
  return [{ kind: 'topic', items: [item], announced: true, start, end }];
}

function isVerb(word: string): boolean {
  return (
    KEEPING_ACTIONS.has(word) ||
    PLACING_ACTIONS.has(word) ||
    MARKING_ACTIONS.has(word) ||
    REMARK_ACTIONS.has(word)
  );
}

const isRemarkWord = (word: string) => [...REMARK_ACTIONS.values()].includes(word);

/** A verb with its object, or with the verb that has it: "rate and comment on recipes". */
function isAction(tokens: readonly Token[], at: number): boolean {
  const cursor = cursorOf(tokens, at);
  if (!isVerb(peek(cursor))) return false;
  const next = peek(cursor, 1);
  if (REMARK_GIVING_ACTIONS.has(peek(cursor))) return isRemarkWord(singular(next));
  if (next === '' && at > 0) return /^(comment|vote|reply|react)$/.test(peek(cursor));
  if (/^(on|to|for)$/.test(next)) return REMARK_ACTIONS.has(peek(cursor)) && startsNoun(cursor, 2);
  if (/^(and|or|,|\/)$/.test(next)) {
    const skip = next === ',' && peek(cursor, 2) === 'and' ? 3 : 2;
    return isAction(tokens, at + skip);
  }
  return startsNoun(cursor, 1) && next !== 'is' && !/^(has|have)$/.test(next);
}

/** Each action up to the comma or the "and" before the next verb. */
function splitActions(tokens: readonly Token[], from: number): Action[] {
  const actions: Action[] = [];
  let at = from;
  let verbs: string[] = [];
  let start = from;
  while (at < tokens.length) {
    const word = tokens[at]?.lower ?? '';
    if (isOpener(word)) {
      at = closingIndex(tokens, at, tokens.length) + 1;
      continue;
    }
    const before = tokens[at - 1]?.lower ?? '';
    const opens =
      at === from || /^(and|or|,|\/|then|also)$/.test(before) || isByOthers(tokens, at - 1);
    if (opens && isAction(tokens, at)) {
      const last = actions.at(-1);
      if (last !== undefined && last.to > at) last.to = at;
      if (verbs.length === 0) start = at;
      verbs.push(word);
      const next = tokens[at + 1]?.lower ?? '';
      if (/^(and|or|,|\/)$/.test(next)) {
        at += 2;
        if (tokens[at]?.lower === 'and') at += 1;
        continue;
      }
      actions.push({ verbs, from: start, object: at + 1, to: tokens.length });
      verbs = [];
    }
    at += 1;
  }
  return actions.map((action) => ({ ...action, to: trimmed(tokens, action) }));
}

const TRAILING = new Set([
  ',',
  'and',
  'or',
  'then',
  'also',
  '.',
  ';',
  'others',
  'can',
  'they',
  'while',
]);

/** "users can post recipes and others can comment on them": what others do is told on the same things. */
function isByOthers(tokens: readonly Token[], can: number): boolean {
  const [link, who, modal] = tokens.slice(Math.max(0, can - 2), can + 1).map(({ lower }) => lower);
  return (
    modal === 'can' &&
    /^(others|they|people|users)$/.test(who ?? '') &&
    /^(and|,|;|while)$/.test(link ?? '')
  );
}

function trimmed(tokens: readonly Token[], { object, to }: Action): number {
  let end = to;
  while (end > object && TRAILING.has(tokens[end - 1]?.lower ?? '')) end -= 1;
  return end;
}

/** What only shows or changes what is there says nothing of what is kept. */
function isMaking({ verbs }: Action): boolean {
  return verbs.some((verb) => !SHOWING_ACTIONS.has(verb) && !REMARK_ACTIONS.has(verb));
}

/** "Users can comment on issues": what is said of something is kept, whatever else is done with it. */
function isRemarkOnly(tokens: readonly Token[], actions: readonly Action[]): boolean {
  return actions.every(
    ({ verbs, object, to }) =>
      verbs.every((verb) => REMARK_ACTIONS.has(verb)) &&
      object < to &&
      !tokens.slice(object, to).some(({ lower }) => lower === 'them' || lower === 'it'),
  );
}

/** "a user has a handle", "by a user" elsewhere: who does it is one of the things, and the clauses tie them. */
function isKept(actor: Token | undefined, { prompt }: SegmentContext): boolean {
  const one = singular(actor?.lower ?? '');
  // Another word is nobody's name, and no text to build a pattern of.
  if (!/^[a-z]+$/.test(one)) return false;
  const told = `\\b(an?|each|every|another|one) ${one}\\b|\\b${one}s? (has|have|with|belongs?)\\b|\\b${one}s?\\s*[:,(]|[,&] ${one}s\\b`;
  return new RegExp(told, 'i').test(prompt);
}

/** "like photos and write comments on them": a deed of two things, which the clauses tell. */
function isAboutSpoken(tokens: readonly Token[], { verbs, object, to }: Action): boolean {
  const isPlaced = verbs.some((verb) => PLACING_ACTIONS.has(verb) || REMARK_ACTIONS.has(verb));
  const said = tokens.slice(object, to);
  return !isPlaced && said.some(({ lower }, at) => lower === 'them' && at > 0);
}
