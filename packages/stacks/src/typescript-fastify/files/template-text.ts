import { applyConditions } from '../conditional.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';
import { hasPasswords } from './password-parts.ts';

/** A template with what holds for this app. */
export function templateText(app: AppModel, template: string): string {
  const { people, entities, hasWeb } = app;
  const passwords = hasPasswords(app);
  const locking = entities.some(({ version }) => version !== null);
  return applyConditions(template, {
    contract: false,
    keys: false,
    people: people !== null,
    admins: people !== null,
    signing: people !== null,
    web: hasWeb,
    states: entities.some(({ lifecycle }) => lifecycle !== null),
    countries: entities.some(({ fields }) => fields.some(({ field }) => field.type === 'country')),
    passwords,
    files: entities.some(({ uploads }) => uploads.length > 0),
    plain: people === null && !passwords,
    passwordsAlone: people === null && passwords,
    passwordsToo: people !== null && passwords,
    peopleAlone: people !== null && !passwords,
    hashing: people !== null || passwords,
    locking,
    waits: entities.some(waits),
    hiding: entities.some(({ softDeletion }) => softDeletion !== null),
    plainCall: people === null && !locking,
    lockingCall: people === null && locking,
    peopleCall: people !== null && !locking,
    peopleLockingCall: people !== null && locking,
    signUp: people?.isOpen ?? false,
    closed: people?.isOpen === false,
    signUpAlone: people?.isOpen === true && people.team === null,
    signUpTeams: people?.isOpen === true && people.team !== null,
    closedTeams: people?.isOpen === false && people.team !== null,
    teams: people?.team != null,
    above: (people?.team?.above.length ?? 0) > 0,
    teamsAlone: people?.team?.above.length === 0,
    teamRowsAlone: people?.team != null && entities.every(({ access }) => !access?.owner),
    ownInTeams: people?.team != null && entities.some(({ access }) => access?.owner),
    readsAll: entities.some(
      ({ access }) => (access?.readsAll.length ?? 0) > (access?.seesAll.length ?? 0),
    ),
    places:
      entities.some(({ lists }) => lists.length > 0) ||
      (people?.isOpen === true && people.team !== null),
    rules: entities.some((entity) => keptRules(entity).length > 0),
  });
}

/** Does one statement lock several rows, or more than the row itself? */
function waits(entity: EntityModel): boolean {
  const { references, softDeletion } = entity;
  const isLed = references.some(({ onDelete }) => onDelete !== 'restrict');
  return isLed || softDeletion !== null || keptRules(entity).length > 0;
}
