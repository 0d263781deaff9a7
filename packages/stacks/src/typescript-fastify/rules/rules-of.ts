import type { AppModel, EntityModel } from '../model.ts';
import { deleteBlocked, deleteBlockedBy } from './deletion-rules.ts';
import { lifecycleRule } from './lifecycle-rule.ts';
import type { RuleModel, RuleName } from './rule-model.ts';
import { uniqueTogether } from './unique-together.ts';

/** What holds for the rows of one entity, besides types, bounds and references. */
export function rulesOf(app: AppModel, model: EntityModel, nameOf: RuleName): RuleModel[] {
  const { uniqueTogether: groups = [], rules = [] } = model.entity;
  return [
    ...lifecycleRule(model),
    ...groups.map((group) => uniqueTogether(model, group, nameOf)),
    ...rules.flatMap((rule) => {
      switch (rule.kind) {
        case 'delete-blocked':
          return [deleteBlocked(model, rule, nameOf)];
        case 'delete-blocked-by':
          return [deleteBlockedBy(app, model, rule)];
        default:
          return [];
      }
    }),
  ];
}
