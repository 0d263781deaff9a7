import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import { accountRoutes } from './account-routes.ts';
import { registerAudit } from './audit.ts';
import { auditRoutes } from './audit-routes.ts';
import { registerAuthorisation } from './authorise.ts';
import { ensureAdmin } from './first-admin.ts';
import { passwordRoutes } from './password-routes.ts';
import { createPeople, type People, type PeopleOptions } from './people-services.ts';
import { registerSameOrigin } from './same-origin.ts';
import { sessionRoutes } from './session-routes.ts';
// @if signUp
import { signUpRoutes } from './sign-up-routes.ts';
// @end

/** Everything about accounts and sessions; with the first account, if it has to be made. */
export async function setUpPeople(options: PeopleOptions): Promise<People> {
  const people = createPeople(options);
  await ensureAdmin(people.accounts, options.config, options.app.log);
  options.app.addHook('preClose', () => people.passwordReset.settle());
  return people;
}

/** Guards every route that is registered on `api` afterwards, and adds those of the people themselves. */
export async function registerPeople(
  api: FastifyInstance,
  database: Database,
  people: People,
): Promise<void> {
  registerSameOrigin(api);
  registerAuthorisation(api, people.sessions, people.cookie);
  registerAudit(api, database);
// @if signUp
  await api.register(signUpRoutes(people));
// @end
  await api.register(sessionRoutes(people));
  await api.register(passwordRoutes(people));
  await api.register(accountRoutes(people));
  await api.register(auditRoutes(database));
}
