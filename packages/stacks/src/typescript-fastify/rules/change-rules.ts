import type { RuleOf } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import { withArticle } from '../files/entity-parts.ts';
import { andShown } from '../files/soft-deletion-sql.ts';
import { upperFirst } from '../identifiers.ts';
import type { EntityModel } from '../model.ts';
import { sqlName } from '../text.ts';
import { conditionOf } from './condition.ts';
import type { RuleModel, RuleName } from './rule-types.ts';
import { refusingTrigger } from './triggers.ts';

/**
 * A row that is in some state is not changed: its state may move on, and it may be deleted. Its files and the rows that
 * come with it are part of it.
 */
export function changeBlocked(
  entity: EntityModel,
  rule: RuleOf<'change-blocked'>,
  nameOf: RuleName,
): RuleModel {
  const { name, column, sql, document, words } = conditionOf(entity, rule);
  const constraint = nameOf(`${entity.table}_fixed_by_${column}`);
  const columns = ownColumns(entity).filter((own) => own !== column);
  const what = upperFirst(withArticle(entity.title));
  const values = (row: string) => columns.map((own) => `${row}.${sqlName(own)}`).join(', ');
  if (columns.length === 0) {
    throw new BlueprintUnsound(`${entity.name}.rules`, `nothing but ${name} could be changed`);
  }
  const isFixed = `${sql('')}${andShown(entity)}`;
  const parts = partsOfRow(entity);
  return {
    kept: {
      constraint,
      statements: [
        ...refusingTrigger({
          ...{ name: constraint, table: entity.table, when: 'before update' },
          condition: `${sql('old.')} and (${values('new')}) is distinct from (${values('old')})`,
        }),
        ...parts.flatMap((part) => partTriggers(entity, part, { constraint, isFixed, nameOf })),
      ],
      problem: {
        ...{ status: 409, code: 'change-blocked' },
        detail: `${what} cannot be changed while its ${words}.`,
      },
      members: [name],
    },
    document: { kind: 'change-blocked', ...document },
    sentence: `${what}${parts.length === 0 ? '' : ', with what comes with it,'} cannot be changed while its ${words}`,
    decision: 'A trigger of the database refuses it with 409 change-blocked.',
    reason:
      'The row is looked at while it is written, so that its state does not move on meanwhile.',
  };
}

/** What a request can write of a row. */
function ownColumns({ fields, references }: EntityModel): string[] {
  return [
    ...fields.filter(({ computed }) => computed === null).map(({ column }) => column),
    ...references.map(({ column }) => column),
  ];
}

type Part = {
  table: string;
  /** The column that names the row. */
  key: string;
  /** What is written of it; nothing where all is. */
  columns: string[];
  /** Set where a deletion hides the part. */
  hidden: string | null;
};

/** Its files, and the rows of others that are sent and shown with it. */
function partsOfRow({ uploads, lists }: EntityModel): Part[] {
  return [
    ...uploads.map(({ table }) => ({ table, key: 'row_id', columns: [], hidden: null })),
    ...lists.map(({ child, reference }) => ({
      ...{ table: child.table, key: reference.column, columns: ownColumns(child) },
      hidden: child.softDeletion?.column ?? null,
    })),
  ];
}

type Fixing = { constraint: string; isFixed: string; nameOf: RuleName };

/** Who writes a part holds the row, so that its state does not move on meanwhile. */
function partTriggers(
  entity: EntityModel,
  { table, key, columns, hidden }: Part,
  { constraint, isFixed, nameOf }: Fixing,
): string[] {
  const name = nameOf(`${constraint}_${table}`);
  const parent = sqlName(entity.table);
  const isMeant = `"id" in (old.${sqlName(key)}, new.${sqlName(key)})`;
  const update = columns.length === 0 ? 'update' : `update of ${columns.map(sqlName).join(', ')}`;
  const statements = refusingTrigger({
    ...{ name, constraint, table, when: `after insert or delete or ${update}` },
    check: {
      before: [`perform from ${parent} where ${isMeant} for share;`],
      refuseIf: `exists (select from ${parent} where ${isMeant} and ${isFixed})`,
    },
  });
  if (hidden === null) return statements;
  const column = sqlName(hidden);
  return [
    ...statements,
    `create trigger ${sqlName(nameOf(`${name}_hide`))} after update of ${column} on ${sqlName(table)}
  for each row when (old.${column} is null and new.${column} is not null) execute function ${sqlName(name)}();`,
  ];
}
