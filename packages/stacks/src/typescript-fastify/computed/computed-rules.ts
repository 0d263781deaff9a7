import { withArticle } from '../files/entity-parts.ts';
import { sentence } from '../identifiers.ts';
import type { EntityModel, FieldModel } from '../model.ts';
import type { RuleModel, RuleName } from '../rules/rule-types.ts';
import { sqlName } from '../text.ts';
import type { ComputedModel } from './computed-model.ts';

const WHOLE = { least: -2_147_483_648, most: 2_147_483_647 };
/** Digits before the point of a decimal, as in what a request may give. */
const DECIMAL = { least: -999_999_999_999_999, most: 999_999_999_999_999 };

/** What is computed, and that it stays within what its type can hold. */
export function computedRules(entity: EntityModel, nameOf: RuleName): RuleModel[] {
  return entity.fields.flatMap((model) =>
    model.computed === null ? [] : ruleOf(entity, model, model.computed, nameOf),
  );
}

function ruleOf(
  entity: EntityModel,
  model: FieldModel,
  { computed, isStored, isOfHidden, isWhole, of, factor, sources, words }: ComputedModel,
  nameOf: RuleName,
): RuleModel {
  const what = `The ${sentence(model.name)} of ${withArticle(entity.title)}`;
  const bounds = isWhole ? WHOLE : DECIMAL;
  const column = sqlName(model.column);
  const constraint = isStored ? nameOf(`${entity.table}_${model.column}_range`) : '';
  const condition = isWhole
    ? `${column} between ${WHOLE.least} and ${WHOLE.most}`
    : `abs(${column}) < 1000000000000000`;
  return {
    kept: isStored
      ? {
          constraint,
          statements: [
            `alter table ${sqlName(entity.table)} add constraint ${sqlName(constraint)} check (${condition});`,
          ],
          problem: { status: 422, code: 'too-large', detail: `${what} would be too large.` },
          members: sources,
        }
      : null,
    document: isStored
      ? { kind: 'computed', member: model.name, operation: computed.kind, of, ...factor, ...bounds }
      : null,
    sentence: `${what} is ${words}`,
    decision: isStored
      ? 'A generated column; what makes it too large is answered with 422 too-large.'
      : `The view from which rows are read works it out${isOfHidden ? ', of the rows of everybody, whoever looks at it' : ''}.`,
    reason: isStored
      ? 'It cannot differ from what it is computed of, whoever writes the row.'
      : 'It is right at every moment, also when other rows change; an index on their key keeps it quick.',
  };
}
