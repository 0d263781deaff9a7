import type { Noun, Statement } from '../grammar/statements.ts';
import { APP_WORDS } from '../lexicon/apps.ts';
import { toEntityName } from '../names.ts';
import { type Draft, type DraftEntity, lookUp } from './draft.ts';
import { looksLikeValue } from './kinds.ts';
import { correct } from './spelling.ts';

/** Names that stand in some relation: they are things of their own. */
export function noteRelated(draft: Draft, statement: Statement): void {
  const nouns =
    statement.kind === 'belongs'
      ? [...statement.subjects, ...statement.targets.map((target) => target.noun)]
      : statement.kind === 'has'
        ? statement.items.map((item) => item.noun)
        : statement.kind === 'acts'
          ? [...statement.subjects, ...statement.items.map((item) => item.noun)]
          : statement.kind === 'topic'
            ? statement.items.filter((item) => item.children.length > 0).map((item) => item.noun)
            : statement.kind === 'many-to-many'
              ? statement.nouns
              : [];
  for (const noun of nouns) draft.related.add(toEntityName(noun.words) ?? '');
}

/** "custmers" that nothing more is said about are the customers. */
export function mergeTypos(draft: Draft, statements: readonly Statement[]): void {
  const described = new Set(
    statements.flatMap((statement) =>
      statement.kind === 'has' || statement.kind === 'belongs'
        ? statement.subjects.map((subject) => toEntityName(subject.words))
        : statement.kind === 'topic'
          ? statement.items.flatMap(({ noun, children }) =>
              children.length > 1 ? [toEntityName(noun.words)] : [],
            )
          : [],
    ),
  );
  renameTypos(draft, statements, described);
  for (const entity of [...draft.entities.values()]) {
    const others = [...draft.entities.keys()]
      .filter((name) => name !== entity.name && described.has(name))
      .map((name) => name.toLowerCase());
    const meant = described.has(entity.name) ? null : correct(entity.name.toLowerCase(), others);
    const target =
      [...draft.entities.values()].find((each) => each.name.toLowerCase() === meant) ??
      (described.has(entity.name) ? undefined : findFuller(draft, described, entity));
    if (target === undefined) continue;
    merge(draft, entity, target);
  }
}

/** "prodcuts have a name ... shelves hold products, suppliers deliver products": the name said more often is right. */
function renameTypos(
  draft: Draft,
  statements: readonly Statement[],
  described: ReadonlySet<string | null>,
): void {
  const counts = new Map<string, number>();
  for (const statement of statements)
    for (const noun of nounsOf(statement)) {
      const name = toEntityName(noun.words) ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  for (const wrong of [...draft.entities.values()]) {
    if (counts.get(wrong.name) !== 1 || !described.has(wrong.name)) continue;
    const names = [...counts.keys()].filter(
      (name) => name !== wrong.name && !described.has(name) && (counts.get(name) ?? 0) > 1,
    );
    const lower = correct(
      wrong.name.toLowerCase(),
      names.map((name) => name.toLowerCase()),
    );
    const right = names.find((name) => name.toLowerCase() === lower);
    if (right === undefined) continue;
    const target = draft.entities.get(right) ?? { name: right, fields: [], order: wrong.order };
    draft.entities.set(right, target);
    merge(draft, wrong, target);
  }
}

function nounsOf(statement: Statement): Noun[] {
  const subjects = 'subjects' in statement ? statement.subjects : [];
  const items =
    'items' in statement ? statement.items : 'targets' in statement ? statement.targets : [];
  return [...subjects, ...items.map((item) => item.noun)];
}

/** "expense reports ... a report has": the short name of a thing that was called in full before; "hospital wards" are wards. */
export function mergeShortNames(draft: Draft, statements: readonly Statement[]): void {
  for (const full of [...draft.entities.values()]) {
    const short = draft.entities.get(full.name.replace(/(Person|Individual)$/, ''));
    if (short !== undefined && short !== full) merge(draft, full, short);
  }
  for (const short of [...draft.entities.values()]) {
    const isTold = (name: string) => statements.some((statement) => describes(statement, name));
    const full = [...draft.entities.values()].filter(
      ({ name }) =>
        isTail(name, short.name) ||
        (isCompoundOf(name, short.name) && isTold(short.name) && !isTold(name)),
    );
    const [target, second] = full;
    if (target === undefined || second !== undefined || target.order > short.order) continue;
    const isListed =
      (isTold(short.name) || !isTold(target.name)) &&
      statements.some((statement) => namesApart(statement, short.name));
    const areTied = statements.some((statement) => {
      const names = nounsOf(statement).map((noun) => toEntityName(noun.words));
      return names.includes(short.name) && names.includes(target.name);
    });
    if (isListed || areTied) continue;
    const place = target.name.slice(0, -short.name.length).toLowerCase();
    const isCompound = isCompoundOf(target.name, short.name);
    if (APP_WORDS.has(place) || isCompound) merge(draft, target, short);
    else merge(draft, short, target);
  }
}

/** Says of the thing of that name what it has. */
function describes(statement: Statement, name: string): boolean {
  return (
    statement.kind === 'has' &&
    statement.subjects.some(({ words }) => toEntityName(words) === name) &&
    statement.items.some(({ noun }) => looksLikeValue(noun))
  );
}

/** "guided tours ... visitors book tours": the last word is enough for the only thing of that kind. */
export function resolveShortMentions(draft: Draft, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.kind !== 'acts' && statement.kind !== 'belongs') continue;
    const items = statement.kind === 'acts' ? statement.items : statement.targets;
    for (const { noun } of items.flatMap((item) => [item, ...item.belongsTo])) {
      const name = toEntityName(noun.words);
      if (name === null || noun.words.length > 1 || lookUp(draft, name) !== undefined) continue;
      const [full, second] = [...draft.entities.keys()].filter((each) => isTail(each, name));
      if (full !== undefined && second === undefined && isKindOf(full, name))
        draft.aliases.set(name, full);
    }
  }
}

/** "order lines" are no lines of other things: only adjectives and kinds shorten well. */
function isKindOf(full: string, short: string): boolean {
  return /(ed|ing|al|ic|ary|ive|ous|able|group|board|work)$/.test(
    full.slice(0, -short.length).toLowerCase(),
  );
}

/** A thing that is listed, had or done something to stands beside the others by this name. */
function namesApart(statement: Statement, name: string): boolean {
  if (statement.kind === 'has' || statement.kind === 'topic' || statement.kind === 'acts')
    return statement.items.some((item) => toEntityName(item.noun.words) === name);
  return statement.kind === 'many-to-many';
}

/** From now on the wrong name means the right one. */
export function merge(draft: Draft, wrong: DraftEntity, target: DraftEntity): void {
  draft.entities.delete(wrong.name);
  draft.aliases.set(wrong.name, target.name);
  target.order = Math.min(target.order, wrong.order);
  draft.assumptions.push({
    path: target.name,
    text: `"${wrong.name}" was read as ${target.name}.`,
    answers: [],
  });
}

/** "photo albums" and later "an album has", "tests" and later "test results have": one thing under two names. */
function findFuller(
  draft: Draft,
  described: ReadonlySet<string | null>,
  entity: DraftEntity,
): DraftEntity | undefined {
  if (draft.related.has(entity.name)) return undefined;
  return [...draft.entities.values()].find(
    (each) =>
      each !== entity &&
      described.has(each.name) &&
      (isTail(entity.name, each.name) || isHead(entity.name, each.name)),
  );
}

function isTail(long: string, short: string): boolean {
  return long.endsWith(short) && long.length > short.length;
}

/** "my houseplants ... each plant has": a compound of which nothing else is told. */
function isCompoundOf(long: string, short: string): boolean {
  return isTail(long.toLowerCase(), short.toLowerCase()) && !/[A-Z]/.test(long.slice(1));
}

function isHead(short: string, long: string): boolean {
  return long.startsWith(short) && /^[A-Z]/.test(long.slice(short.length));
}
