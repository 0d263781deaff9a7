import type { Statement } from '../grammar/statements.ts';
import { toEntityName } from '../names.ts';
import type { Draft, DraftEntity } from './draft.ts';
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
        : [],
    ),
  );
  for (const entity of [...draft.entities.values()]) {
    const others = [...draft.entities.keys()]
      .filter((name) => name !== entity.name && described.has(name))
      .map((name) => name.toLowerCase());
    const meant = described.has(entity.name) ? null : correct(entity.name.toLowerCase(), others);
    const target =
      [...draft.entities.values()].find((each) => each.name.toLowerCase() === meant) ??
      (described.has(entity.name) ? undefined : findFuller(draft, described, entity));
    if (target === undefined) continue;
    draft.entities.delete(entity.name);
    draft.aliases.set(entity.name, target.name);
    target.order = Math.min(target.order, entity.order);
    draft.assumptions.push({
      path: target.name,
      text: `"${entity.name}" was read as ${target.name}.`,
    });
  }
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

function isHead(short: string, long: string): boolean {
  return long.startsWith(short) && /^[A-Z]/.test(long.slice(short.length));
}
