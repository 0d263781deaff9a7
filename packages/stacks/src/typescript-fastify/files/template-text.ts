import { applyConditions } from '../conditional.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';

/** A template with what holds for this app. */
export function templateText({ people, entities }: AppModel, template: string): string {
  const locking = entities.some(({ version }) => version !== null);
  return applyConditions(template, {
    people: people !== null,
    locking,
    waits: entities.some(waits),
    hiding: entities.some(({ softDeletion }) => softDeletion !== null),
    plainCall: people === null && !locking,
    lockingCall: people === null && locking,
    peopleCall: people !== null && !locking,
    peopleLockingCall: people !== null && locking,
    signUp: people?.isOpen ?? false,
    rules: entities.some((entity) => keptRules(entity).length > 0),
  });
}

/** Does one statement lock several rows, or more than the row itself? */
function waits(entity: EntityModel): boolean {
  const { references, softDeletion } = entity;
  const isLed = references.some(({ onDelete }) => onDelete !== 'restrict');
  return isLed || softDeletion !== null || keptRules(entity).length > 0;
}
