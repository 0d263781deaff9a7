import type { Rule } from '@quantumlayer/contracts';
import { auditRule } from '../audit.ts';
import { computedRules } from '../computed/computed-rules.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { changeBlocked } from './change-rules.ts';
import { deleteBlocked, deleteBlockedBy } from './deletion-rules.ts';
import { lifecycleRule } from './lifecycle-rule.ts';
import { atMost, noOverlap, order } from './limit-rules.ts';
import type { RuleModel, RuleName } from './rule-types.ts';
import { softDeletionRule } from './soft-deletion-rule.ts';
import { uniqueTogether } from './unique-together.ts';
import { versionRule } from './version-rule.ts';

/** What holds for the rows of one entity, besides types, bounds and references. */
export function rulesOf(app: AppModel, model: EntityModel, nameOf: RuleName): RuleModel[] {
  const { uniqueTogether: groups = [], rules = [] } = model.entity;
  return [
    ...lifecycleRule(model),
    ...computedRules(model, nameOf),
    ...versionRule(model),
    ...softDeletionRule(model),
    ...auditRule(model),
    ...groups.map((group) => uniqueTogether(model, group, nameOf)),
    ...rules.flatMap((rule) => ruleOf(app, model, rule, nameOf)),
  ];
}

function ruleOf(app: AppModel, model: EntityModel, rule: Rule, nameOf: RuleName): RuleModel[] {
  switch (rule.kind) {
    case 'delete-blocked':
      return [deleteBlocked(model, rule, nameOf)];
    case 'change-blocked':
      return [changeBlocked(model, rule, nameOf)];
    case 'delete-blocked-by':
      return [deleteBlockedBy(app, model, rule)];
    case 'at-most':
      return [atMost(app, model, rule, nameOf)];
    case 'no-overlap':
      return noOverlap(model, rule, nameOf);
    case 'order':
      return [order(model, rule, nameOf)];
  }
}
