import { applyConditions } from '../conditional.ts';
import type { AppModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';

/** A template with what holds for this app. */
export function templateText({ people, entities }: AppModel, template: string): string {
  return applyConditions(template, {
    people: people !== null,
    signUp: people?.isOpen ?? false,
    nested: entities.some(({ lists }) => lists.length > 0),
    rules: entities.some((entity) => keptRules(entity).length > 0),
  });
}
