import type { RuleOf } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import { withArticle } from '../files/entity-parts.ts';
import { sentence } from '../identifiers.ts';
import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import { sqlName } from '../text.ts';
import { conditionOf } from './condition.ts';
import type { RuleModel, RuleName } from './rule-types.ts';
import { refusingTrigger } from './triggers.ts';

/** A row that is in some state is not deleted, neither by itself nor with another one. */
export function deleteBlocked(
  entity: EntityModel,
  rule: RuleOf<'delete-blocked'>,
  nameOf: RuleName,
): RuleModel {
  const { name, column, sql, document, words } = conditionOf(entity, rule);
  const constraint = nameOf(`${entity.table}_kept_by_${column}`);
  const what = withArticle(entity.title);
  const { table } = entity;
  return {
    kept: {
      constraint,
      statements: [
        ...refusingTrigger({
          ...{ name: constraint, table, when: 'before delete', condition: sql('old.') },
        }),
        ...hidingTrigger(entity, constraint, sql('old.'), nameOf),
      ],
      problem: {
        ...{ status: 409, code: 'delete-blocked' },
        detail: `${upper(what)} cannot be deleted while its ${words}.`,
      },
      members: [name],
    },
    document: { kind: 'delete-blocked', ...document },
    sentence: `${upper(what)} cannot be deleted while its ${words}`,
    decision: 'A trigger of the database refuses it with 409 delete-blocked.',
    reason: 'It also holds where the row would go with another one.',
  };
}

/** The same where a deletion only hides the row. */
function hidingTrigger(
  { table, softDeletion }: EntityModel,
  constraint: string,
  condition: string,
  nameOf: RuleName,
): string[] {
  if (softDeletion === null) return [];
  const column = sqlName(softDeletion.column);
  return [
    `create trigger ${sqlName(nameOf(`${constraint}_hide`))} before update of ${column} on ${sqlName(table)}
  for each row when (old.${column} is null and new.${column} is not null and ${condition}) execute function ${sqlName(constraint)}();`,
  ];
}

/** A row that has rows of a relation is not deleted: foreign keys refuse it. */
export function deleteBlockedBy(
  app: AppModel,
  entity: EntityModel,
  { relation: wanted }: RuleOf<'delete-blocked-by'>,
): RuleModel {
  const relation = entity.entity.relations.find(({ name }) => name === wanted);
  const from = relation && referrers(app, entity, wanted);
  if (!relation || !from) {
    throw new BlueprintUnsound(`${entity.name}.rules`, `there are no rows of others in ${wanted}`);
  }
  return {
    kept: null,
    document: { kind: 'delete-blocked-by', ...from },
    sentence: `${upper(withArticle(entity.title))} cannot be deleted while it has ${sentence(wanted)}`,
    decision: 'A foreign key refuses it with 409 still-referenced.',
    reason: 'No row is left behind, whatever else happens at that moment.',
  };
}

/** Where the rows of others are: the member that names this one, or the operation that links one. */
function referrers(app: AppModel, entity: EntityModel, name: string) {
  for (const { sides } of app.links) {
    const side = sides.find(({ from, relation }) => from === entity.name && relation.name === name);
    if (side) return { link: `/api/${entity.path}/{id}/${side.nested.segment}/{otherId}` };
  }
  const relation = entity.entity.relations.find((each) => each.name === name);
  if (!relation || relation.kind === 'belongs-to') return null;
  const child = entityNamed(app, relation.target);
  const reference = child.references.find(({ inverse }) => inverse === relation);
  if (reference?.onDelete !== 'restrict') return null;
  return { of: `/api/${child.path}`, member: reference.name };
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
