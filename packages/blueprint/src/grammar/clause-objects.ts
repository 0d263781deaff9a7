import { phrases, words } from '../lexicon/words.ts';
import { acceptAny, type Cursor, endOffset, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import { readPredicateQualities } from './predicate-qualities.ts';
import { readQuality } from './qualities.ts';
import { type Item, itemOf, type Noun, type Qualities, type Statement } from './statements.ts';
import type { Subject } from './subjects.ts';

const TARGET_LINKS = phrases('to | with | in | at | by | for | on | from | under');

const COUNTS = words('a an one exactly the another');
/** Counts that make each noun phrase after an acting verb a thing of the subject: "shows one film in one hall". */
export const EXACT_COUNTS = words('one exactly');

/** "placed by a customer at a restaurant", "links a vehicle to a spot": every noun phrase is a target. */
export function readTargets(cursor: Cursor, counts: ReadonlySet<string> = COUNTS): Item[] {
  const items: Item[] = [];
  for (let from = cursor.at; from < cursor.end; ) {
    const next = cursor.tokens.findIndex(
      (token, index) =>
        index > from &&
        index < cursor.end &&
        TARGET_LINKS.includes(token.lower) &&
        counts.has(cursor.tokens[index + 1]?.lower ?? '') &&
        cursor.tokens[index - 1]?.lower !== ',',
    );
    const part = { tokens: cursor.tokens, at: from, end: next < 0 ? cursor.end : next };
    items.push(...readItems(part));
    cursor.at = part.at;
    if (next < 0 || part.at < next) break;
    from = next + 1;
  }
  return items;
}

/** "Reservations reference a room and a guest, with a date": the fields are the subject's. */
export function readOwnFields(cursor: Cursor, subjects: Noun[], start: number): Statement[] {
  if (acceptAny(cursor, [', with', ', plus', ', having']) === null || subjects.length === 0)
    return [];
  const items = readItems(cursor);
  return [{ kind: 'has', subjects, items, optional: false, start, end: endOffset(cursor) }];
}

/** "passwords must have at least 8 characters" says something about a value; it lists no fields. */
export function readConstraintOnly(
  cursor: Cursor,
  subject: Subject,
  start: number,
): Statement | null {
  const from = cursor.at;
  const qualities: Qualities = {};
  if (readQualitiesOnly(cursor, qualities))
    return {
      kind: 'constraint',
      subjects: subject.nouns,
      owner: subject.owner,
      qualities,
      start,
      end: endOffset(cursor),
    };
  cursor.at = from;
  return null;
}

function readQualitiesOnly(cursor: Cursor, qualities: Qualities): boolean {
  let found = false;
  while (!isDone(cursor)) {
    if (readQuality(cursor, qualities)) found = true;
    else if (acceptAny(cursor, ['a', 'an', 'and', ',']) === null) return false;
  }
  return found;
}

export function readConstraint(
  cursor: Cursor,
  subject: Subject,
  isOwnSubject: boolean,
  start: number,
): Statement[] {
  const qualities: Qualities = {};
  const from = cursor.at;
  if (!isOwnSubject) return [];
  if (!readPredicateQualities(cursor, qualities)) {
    cursor.at = from;
    return readDefinition(cursor, subject.nouns, start);
  }
  const made: Statement[] = [
    {
      kind: 'constraint',
      subjects: subject.nouns,
      owner: subject.owner,
      qualities,
      start,
      end: endOffset(cursor),
    },
  ];
  return made;
}

/** "..., for one student and one assignment" after the fields of a thing. */
export function readOwnTargets(cursor: Cursor, subjects: Noun[]): Statement[] {
  const at = cursor.at;
  const intro = acceptAny(cursor, [', for', ', by', ', in', 'for']);
  const token = cursor.tokens[cursor.at];
  if (intro === null || token === undefined || !COUNTS.has(token.lower)) {
    cursor.at = at;
    return [];
  }
  const targets = readTargets(cursor);
  return [
    {
      kind: 'belongs',
      subjects,
      targets,
      optional: false,
      strong: true,
      many: false,
      start: token.start,
      end: endOffset(cursor),
    },
  ];
}

/** "A grade is a score between 0 and 100 with feedback": the definition holds the fields. */
function readDefinition(cursor: Cursor, subjects: Noun[], start: number): Statement[] {
  if (acceptAny(cursor, ['is a', 'is an', 'are']) === null) return [];
  const [item] = readItems(cursor);
  if (item === undefined || item.children.length === 0) return [];
  const isValue = Object.keys(item.qualities).length > 0;
  const items = isValue ? [{ ...item, children: [] }, ...item.children] : item.children;
  return [
    { kind: 'has', subjects, items, optional: false, start, end: endOffset(cursor) },
    ...readOwnTargets(cursor, subjects),
  ];
}

/** "Students enroll in courses through enrollments": the joining thing belongs to both. */
export function readThrough(cursor: Cursor, subjects: Noun[], objects: Item[]): Statement[] {
  if (acceptAny(cursor, ['through', 'via', 'by means of']) === null) return [];
  const [join] = readItems(cursor);
  if (join === undefined || !join.noun.plural) return [];
  const { start, end } = join;
  const targets = [...subjects.map(itemOf), ...objects];
  return [
    { kind: 'has', subjects: [join.noun], items: join.children, optional: false, start, end },
    {
      kind: 'belongs',
      subjects: [join.noun],
      targets,
      optional: false,
      strong: true,
      many: false,
      start,
      end,
    },
  ];
}
