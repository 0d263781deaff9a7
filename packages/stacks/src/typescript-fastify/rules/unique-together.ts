import { isLong, partsOf } from '../files/entity-parts.ts';
import { whereShown } from '../files/soft-deletion-sql.ts';
import { teamFirst } from '../files/team-sql.ts';
import { sentence } from '../identifiers.ts';
import type { EntityModel } from '../model.ts';
import { sqlName } from '../text.ts';
import { listed } from './listed.ts';
import { type Member, memberNamed } from './rule-model.ts';
import type { RuleModel, RuleName } from './rule-types.ts';

/** A unique index over several columns; empty values are never the same, as in any unique constraint. */
export function uniqueTogether(
  entity: EntityModel,
  group: readonly string[],
  nameOf: RuleName,
): RuleModel {
  const members = group.map((name) => memberNamed(entity, name, 'uniqueTogether'));
  const names = members.map(({ name }) => name);
  const constraint = nameOf(`${entity.table}_${members.map(({ column }) => column).join('_')}_key`);
  const columns = members.map((member) => indexed(entity, member)).join(', ');
  const list = listed(group.map(sentence));
  const detail = `Another ${entity.title} has the same ${list}.`;
  return {
    kept: {
      constraint,
      statements: [
        `create unique index ${sqlName(constraint)} on ${sqlName(entity.table)} (${teamFirst(entity)}${columns})${whereShown(entity)};`,
      ],
      problem: { status: 409, code: 'not-unique', detail },
      members: names,
    },
    document: { kind: 'unique-together', members: names },
    sentence: `No two ${entity.pluralTitle} have the same ${list}`,
    decision: `A unique index over ${list}; a second one is answered with 409 not-unique.`,
    reason: 'Two requests at once cannot both find that there is none.',
  };
}

function indexed(entity: EntityModel, { column, field }: Member): string {
  const part = partsOf(entity).find(({ model }) => model === field);
  return part !== undefined && isLong(part.kind) ? `md5(${sqlName(column)})` : sqlName(column);
}
