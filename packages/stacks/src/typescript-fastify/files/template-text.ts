import { applyConditions } from '../conditional.ts';
import type { AppModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';
import { hasPasswords } from './password-parts.ts';

/** A template with what holds for this app. */
export function templateText(app: AppModel, template: string): string {
  const { people, entities } = app;
  const passwords = hasPasswords(app);
  const locking = entities.some(({ version }) => version !== null);
  return applyConditions(template, {
    people: people !== null,
    passwords,
    plain: people === null && !passwords,
    passwordsAlone: people === null && passwords,
    passwordsToo: people !== null && passwords,
    peopleAlone: people !== null && !passwords,
    hashing: people !== null || passwords,
    locking,
    plainCall: people === null && !locking,
    lockingCall: people === null && locking,
    peopleCall: people !== null && !locking,
    peopleLockingCall: people !== null && locking,
    signUp: people?.isOpen ?? false,
    nested: entities.some(({ lists }) => lists.length > 0),
    rules: entities.some((entity) => keptRules(entity).length > 0),
  });
}
