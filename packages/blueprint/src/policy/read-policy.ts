import type { Blueprint } from '@quantumlayer/contracts';
import { acceptAny, cursorOf } from '../grammar/cursor.ts';
import { readNoun } from '../grammar/noun.ts';
import { stripEnd, stripStart } from '../grammar/sentences.ts';
import type { Block } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import {
  clauseEnds,
  clauseStarts,
  mayStateRule,
  sentencesOf,
  skipJoints,
  textOf,
} from './clauses.ts';
import type { BareRule } from './patterns.ts';
import { readComputed } from './read-computed.ts';
import { readArrows, readChain, readStep } from './read-lifecycle.ts';
import { readPeople } from './read-people.ts';
import { readRecordRules } from './read-record-rules.ts';
import { readFurtherRights, readRights } from './read-rights.ts';
import { readRules } from './read-rules.ts';
import { readTeams, speaksOfTeams } from './read-teams.ts';
import type { Candidate, Piece, PolicyStatement, Span, Step } from './statements.ts';
import { type KnowsRole, toRole } from './who.ts';

type Knowledge = { role: KnowsRole; state: (words: string) => boolean };

/** What a prompt may say of people and rules; `sketch` is how its data was read so far. */
export function readPolicy(blocks: readonly Block[], sketch: Blueprint): Candidate[] {
  const sentences = sentencesOf(blocks, (tokens) => speaksOfTeams(stripStart(stripEnd(tokens))));
  const knowledge = learn(
    sentences.map(({ tokens }) => tokens),
    sketch,
  );
  const computed = readComputed(blocks);
  const isFree = ({ start, end }: Span) =>
    computed.every((each) => end <= each.start || start >= each.end);
  return [
    ...sentences
      .flatMap(({ tokens, whole }) => readSentence(tokens, whole, knowledge))
      .filter(isFree),
    ...computed,
  ];
}

/** Roles that the prompt lists, and states that its things can be in. */
function learn(sentences: readonly (readonly Token[])[], sketch: Blueprint): Knowledge {
  const states = new Set(
    sketch.entities.flatMap(({ fields }) =>
      fields.flatMap(({ values }) => (values ?? []).map((value) => value.toLowerCase())),
    ),
  );
  const roles = new Set<string>();
  for (const tokens of sentences) {
    const text = textOf(tokens, 0, tokens.length);
    for (const state of listedStates(text)) states.add(state);
    for (const { from, to } of chainsIn(tokens))
      for (const state of [...from, to]) states.add(state);
    const found = readPeople(tokens, 0, () => false);
    for (const { statement } of found?.pieces ?? [])
      if (statement.kind === 'roles') for (const noun of statement.nouns) roles.add(noun.join(' '));
  }
  return {
    role: (words) => roles.has(toRole(words).join(' ')),
    state: (words) => states.has(words),
  };
}

/** The steps of a sentence that is a chain, or of a clause that goes on to its end. */
function chainsIn(tokens: readonly Token[]): Step[] {
  for (const at of clauseStarts(tokens)) {
    const chain = readChain(textOf(tokens, at, tokens.length), at > 0 ? subjectOf(tokens, at) : []);
    if (chain !== null) return chain.steps;
  }
  return [];
}

/** "status: new | paid | shipped", "statuses are open, closed": states, however the data is read. */
function listedStates(text: string): string[] {
  const listed =
    /(?:status|statuses|state|states|stage|stages|phase) ?(?:\(|:|=|-|which is|is either|is|are|can be) ?([a-z][a-z |/,>→-]*)/.exec(
      text,
    )?.[1] ?? '';
  return listed
    .split(/ ?[|/,→] ?| or | and | - > /)
    .map((state) => state.trim())
    .filter((state) => state !== '' && state.split(' ').length < 4);
}

type Found = { pieces: Piece[] | null; options: PolicyStatement[]; end: number };

function readSentence(
  tokens: readonly Token[],
  whole: readonly Token[],
  knowledge: Knowledge,
): Candidate[] {
  const arrows = readArrows(textOf(tokens, 0, tokens.length));
  if (arrows !== null) {
    const span = spanOf(tokens, tokens, 0, tokens.length, false);
    return [{ ...span, options: [{ ...arrows, ...span }], isFirm: false }];
  }
  const found: { from: number; to: number; made: Found }[] = [];
  const starts = clauseStarts(tokens);
  let at = 0;
  while (at < tokens.length) {
    const made = readClause(tokens, at, knowledge);
    if (made !== null) found.push({ from: at, to: made.end, made });
    const after = made === null ? at + 1 : made.end;
    const next = starts.find((start) => start >= after && start > at);
    if (next === undefined) break;
    at = skipJoints(tokens, next);
  }
  const isRead = isReadToTheEnd(tokens, found);
  return found.flatMap(({ from, to, made }, index) => {
    const isWithheld = isRead(index);
    const span = spanOf(tokens, whole, from, to, isWithheld);
    const groups =
      made.pieces === null
        ? [{ options: made.options, isFirm: true }]
        : made.pieces.map(({ statement, isFirm }) => ({ options: [statement], isFirm }));
    return groups.map(({ options, isFirm }) => ({
      ...span,
      options,
      isFirm: isFirm && isWithheld,
    }));
  });
}

/** Only what goes on to the end of a sentence can be withheld: the rest of it would lose its subject. */
function isReadToTheEnd(
  tokens: readonly Token[],
  found: readonly { from: number; to: number }[],
): (index: number) => boolean {
  return (index) => {
    let end = tokens.length;
    for (let last = found.length - 1; last >= index; last -= 1) {
      const each = found[last];
      if (each === undefined || skipJoints(tokens, each.to) < end) return false;
      end = each.from;
    }
    return true;
  };
}

/** The clause, with what joins it to the one before, and the end mark of the sentence after it. */
function spanOf(
  tokens: readonly Token[],
  whole: readonly Token[],
  from: number,
  to: number,
  isWithheld: boolean,
): Span {
  let first = from;
  while (
    isWithheld &&
    first > 0 &&
    /^([,;:–—-]|and|but|while|whereas)$/.test(tokens[first - 1]?.lower ?? '')
  )
    first -= 1;
  const isLast = to === tokens.length;
  const start = first === 0 ? whole[0] : tokens[first];
  const end = isLast ? whole.at(-1) : tokens[to - 1];
  return { start: start?.start ?? 0, end: end?.end ?? 0 };
}

function readClause(tokens: readonly Token[], at: number, knowledge: Knowledge): Found | null {
  const teams = readTeams(tokens, at);
  if (teams !== null) {
    const span = { start: tokens[at]?.start ?? 0, end: tokens[teams.end - 1]?.end ?? 0 };
    const statement: PolicyStatement = { ...teams.statement, ...span };
    return { pieces: [{ statement, isFirm: true }], options: [], end: teams.end };
  }
  const people = readPeople(tokens, at, knowledge.role);
  if (people !== null) return withFurtherRights(tokens, people, knowledge);
  const spanTo = (end: number): Span => ({
    start: tokens[at]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
  });
  const step = readStep(tokens, at, knowledge);
  const rules = mayStateRule(tokens) ? readRuleClause(tokens, at, spanTo) : null;
  const rights = readRights(tokens, at, knowledge.role);
  if (step !== null && step.end >= (rights?.end ?? 0))
    return {
      pieces: null,
      options: [{ ...step.lifecycle, ...spanTo(step.end) }, ...(rules?.options ?? [])],
      end: step.end,
    };
  const isRight = rights !== null && rights.end >= (rules?.end ?? 0);
  if (
    isRight &&
    !(rules?.options.some((rule) => isOfRows(rule, knowledge)) && rules.end >= rights.end)
  )
    return { ...rights, options: [] };
  return rules;
}

/** "members may book at most 3 rooms", "nobody may delete paid orders": of rows, whoever does it. */
function isOfRows(rule: PolicyStatement, { state }: Knowledge): boolean {
  return (
    rule.kind === 'at-most' ||
    ((rule.kind === 'delete-blocked' || rule.kind === 'change-blocked') &&
      rule.values.every((value) => state(value)))
  );
}

function readRuleClause(
  tokens: readonly Token[],
  at: number,
  spanTo: (end: number) => Span,
): Found | null {
  for (const end of clauseEnds(tokens, at)) {
    const text = withSubject(tokens, at, textOf(tokens, at, end));
    const chain = readChain(text, at > 0 ? subjectOf(tokens, at) : []);
    const rules = [
      ...(chain === null ? [] : [chain]),
      ...readRecordRules(text),
      ...readRules(text),
      ...readTogether(tokens, at, text),
    ];
    if (rules.length > 0)
      return {
        pieces: null,
        // TypeScript does not put the spread of a union together again.
        options: rules.map((rule) => ({ ...rule, ...spanTo(end) }) as PolicyStatement),
        end,
      };
  }
  return null;
}

/** "... and cannot be deleted while open": what the sentence begins with cannot. */
function withSubject(tokens: readonly Token[], at: number, text: string): string {
  const isElided = /^(?:can|may|must|should)(?:not|n't| not| never| only)? be /.test(text);
  return at > 0 && isElided ? [...subjectOf(tokens, at), text].join(' ') : text;
}

/** "An invoice has a number and goes from draft to sent": the thing that the sentence begins with. */
function subjectOf(tokens: readonly Token[], at: number): string[] {
  const cursor = cursorOf(tokens, 0, at);
  acceptAny(cursor, ['a', 'an', 'the', 'each', 'every', 'all', 'any']);
  return readNoun(cursor)?.words ?? [];
}

/** "customers sign up themselves, place orders and see only their own orders". */
function withFurtherRights(
  tokens: readonly Token[],
  people: { pieces: Piece[]; end: number },
  { role }: Knowledge,
): Found {
  const [first] = people.pieces;
  const who = first !== undefined && 'who' in first.statement ? first.statement.who : null;
  const further = who === null ? null : readFurtherRights(tokens, people.end, who, role);
  return further === null
    ? { ...people, options: [] }
    : { pieces: [...people.pieces, ...further.pieces], options: [], end: further.end };
}

/** "a number and a level, unique together": the two names before it. */
function readTogether(tokens: readonly Token[], at: number, text: string): BareRule[] {
  if (!/^(?:both |which are |and )?unique (?:together|in combination|as a pair)$/.test(text))
    return [];
  const before = textOf(tokens, 0, at).replace(/[ ,;(]+$/, '');
  const pair =
    /(?:^|[,:(]|\b(?:an?|the|has|have)) (?:an? |the )?([a-z]+(?: [a-z]+)?) and (?:an? |the )?([a-z]+(?: [a-z]+)?)$/.exec(
      before,
    );
  const names = pair?.slice(1).map((name) => name.split(' ')) ?? [];
  return names.length === 2 ? [{ kind: 'unique-together', thing: null, names }] : [];
}

/** "status: new -> paid -> shipped" as the reader of data takes it: a list of values. */
export function arrowsAsLists(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    readArrows(textOf(block.tokens, 0, block.tokens.length)) === null
      ? block
      : { ...block, tokens: block.tokens.flatMap((token) => withoutArrow(token)) },
  );
}

function withoutArrow(token: Token): Token[] {
  if (token.text === '-' || token.text === '=') return [];
  return /^[>→]$/.test(token.text) ? [{ ...token, text: '|', lower: '|' }] : [token];
}
