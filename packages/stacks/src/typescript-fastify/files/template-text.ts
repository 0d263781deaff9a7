import { applyConditions } from '../conditional.ts';
import type { AppModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';

/** A template with what holds for this app. */
export function templateText({ people, entities }: AppModel, template: string): string {
  const locking = entities.some(({ version }) => version !== null);
  return applyConditions(template, {
    people: people !== null,
    locking,
    hiding: entities.some(({ softDeletion }) => softDeletion !== null),
    plainCall: people === null && !locking,
    lockingCall: people === null && locking,
    peopleCall: people !== null && !locking,
    peopleLockingCall: people !== null && locking,
    signUp: people?.isOpen ?? false,
    rules: entities.some((entity) => keptRules(entity).length > 0),
  });
}
