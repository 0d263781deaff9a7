import { applyConditions } from '../conditional.ts';
import type { AppModel } from '../model.ts';

/** A template with what holds for this app. */
export function templateText({ people }: AppModel, template: string): string {
  return applyConditions(template, {
    people: people !== null,
    signUp: people?.isOpen ?? false,
  });
}
