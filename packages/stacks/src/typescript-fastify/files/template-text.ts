import { applyConditions } from '../conditional.ts';
import type { AppModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';
import { hasPasswords } from './password-parts.ts';

/** A template with what holds for this app. */
export function templateText(app: AppModel, template: string): string {
  const { people, entities } = app;
  const passwords = hasPasswords(app);
  return applyConditions(template, {
    people: people !== null,
    passwords,
    files: entities.some(({ uploads }) => uploads.length > 0),
    plain: people === null && !passwords,
    passwordsAlone: people === null && passwords,
    passwordsToo: people !== null && passwords,
    peopleAlone: people !== null && !passwords,
    hashing: people !== null || passwords,
    signUp: people?.isOpen ?? false,
    rules: entities.some((entity) => keptRules(entity).length > 0),
  });
}
