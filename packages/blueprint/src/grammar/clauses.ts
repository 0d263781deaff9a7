import { words } from '../lexicon/words.ts';
import type { Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import {
  EXACT_COUNTS,
  readConstraint,
  readConstraintOnly,
  readOwnFields,
  readOwnTargets,
  readTargets,
  readThrough,
} from './clause-objects.ts';
import { cursorOf, endOffset } from './cursor.ts';
import { readItems } from './items.ts';
import type { Predicate } from './predicate.ts';
import { findPredicates } from './predicates.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';
import { findSubject, type Subject } from './subjects.ts';
import { readTopic } from './topics.ts';

export type ClauseInput = {
  tokens: readonly Token[];
  tagger: Tagger;
  context: Noun | null;
  previous: Noun[];
};

/** Reads the clauses of one sentence that has at least one predicate; null when it has none. */
export function readClauses({
  tokens,
  tagger,
  context,
  previous,
}: ClauseInput): Statement[] | null {
  const predicates = findPredicates(tokens, tagger);
  if (predicates.length === 0) return null;
  const statements: Statement[] = [];
  const subjects = predicates.map((predicate, index) =>
    findSubject(tokens, predicate, predicates[index - 1]?.to ?? 0),
  );
  const head = readHead(tokens, subjects[0]?.from ?? 0, context);
  const [topic] = head;
  const lastTopic = topic?.kind === 'topic' ? topic.items.at(-1)?.noun : undefined;
  let last: Noun[] = context ? [context] : lastTopic ? [lastTopic] : previous;
  predicates.forEach((predicate, index) => {
    const subject = subjects[index];
    if (subject === undefined) return;
    const to = subjects[index + 1]?.from ?? tokens.length;
    const nouns = subject.nouns.length > 0 ? subject.nouns : last;
    const made = readClause(tokens, predicate, { ...subject, nouns }, to, subject.nouns.length > 0);
    statements.push(...made);
    if (subject.nouns.length > 0 && predicate.kind !== 'be') last = subject.nouns;
    const listed =
      predicate.kind === 'topic' ? made.findLast((each) => each.kind === 'topic') : undefined;
    const lastListed = listed?.kind === 'topic' ? listed.items.at(-1)?.noun : undefined;
    if (lastListed !== undefined) last = [lastListed];
  });
  return [...head, ...statements];
}

/** Nouns before the first subject, as in "Tickets: each ticket has"; they are topics only when something follows them in brackets. */
function readHead(tokens: readonly Token[], to: number, context: Noun | null): Statement[] {
  const cursor = cursorOf(tokens, 0, to);
  const all = readItems(cursor);
  const [field] = all;
  if (context !== null && field !== undefined)
    return [
      {
        kind: 'has',
        subjects: [context],
        items: all,
        optional: false,
        start: field.start,
        end: endOffset(cursor),
      },
    ];
  const items = all.filter((item) => item.children.length > 0 || item.noun.plural);
  const [first] = items;
  return first === undefined
    ? []
    : [{ kind: 'topic', items, start: first.start, end: endOffset(cursor) }];
}

function readClause(
  tokens: readonly Token[],
  predicate: Predicate,
  subject: Subject,
  to: number,
  isOwnSubject: boolean,
): Statement[] {
  const cursor = cursorOf(
    tokens,
    predicate.to,
    Math.max(predicate.to, trimEnd(tokens, predicate.to, to)),
  );
  const start = tokens[Math.min(subject.from, predicate.from)]?.start ?? 0;
  const subjects = subject.nouns;
  const isAboutApp =
    ['we', 'i', 'you', 'there'].includes(subject.pronoun) ||
    (subjects.length === 0 && subject.pronoun !== '');
  if (predicate.kind === 'topic') return readTopic(cursor, start);
  if (predicate.kind === 'be') return readConstraint(cursor, subject, isOwnSubject, start);
  if (predicate.kind === 'has') {
    const constraint = isOwnSubject ? readConstraintOnly(cursor, subject, start) : null;
    if (constraint !== null) return [constraint];
    const items = readItems(cursor);
    if (isAboutApp || isApp(subjects, tokens[subject.from]?.lower ?? ''))
      return [{ kind: 'topic', items, start, end: endOffset(cursor) }];
    return [
      ...ownedBy(subject),
      { kind: 'has', subjects, items, optional: predicate.optional, start, end: endOffset(cursor) },
      ...readOwnTargets(cursor, subjects),
    ];
  }
  const items =
    predicate.kind === 'many-to-many'
      ? readItems(cursor)
      : predicate.kind === 'belongs'
        ? readTargets(cursor)
        : readTargets(cursor, EXACT_COUNTS);
  const end = endOffset(cursor);
  if (predicate.kind === 'many-to-many')
    return [
      { kind: 'many-to-many', nouns: [...subjects, ...items.map((item) => item.noun)], start, end },
    ];
  if (predicate.kind === 'acts')
    return [
      ...readThrough(cursor, subjects, items),
      {
        kind: 'acts',
        subjects,
        preposition: predicate.preposition,
        verb: predicate.verb,
        modal: predicate.modal,
        items,
        start,
        end,
      },
    ];
  return [
    ...readOwnFields(cursor, subjects, start),
    {
      kind: 'belongs',
      subjects,
      targets: items,
      optional: predicate.optional,
      strong: predicate.strong,
      many: predicate.many,
      start,
      end,
    },
  ];
}

/** "Batches of a medicine have": the batches belong to the medicine. */
function ownedBy({ nouns, owner }: Subject): Statement[] {
  if (owner === null || !nouns.every((noun) => noun.plural)) return [];
  return [
    {
      kind: 'belongs',
      subjects: nouns,
      targets: [itemOf(owner)],
      optional: false,
      strong: true,
      many: false,
      start: owner.start,
      end: owner.end,
    },
  ];
}

const APP_SUBJECTS = words(
  'app api system platform service tool database software backend program',
);

function isApp(subjects: Noun[], determiner: string): boolean {
  const head = subjects[0]?.words.at(-1) ?? '';
  return (
    APP_SUBJECTS.has(head) &&
    (['the', 'this', 'our', 'my'].includes(determiner) || head === 'system')
  );
}

function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    [',', 'and', 'but', 'where', 'while', 'also', ';', ':', 'or', 'then', '.'].includes(
      tokens[end - 1]?.lower ?? '',
    )
  )
    end -= 1;
  return end;
}
