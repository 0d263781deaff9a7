import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { accountRoutes } from './account-routes.ts';
import { createAccounts } from './accounts.ts';
import { createAttempts } from './attempts.ts';
import { registerAudit } from './audit.ts';
import { auditRoutes } from './audit-routes.ts';
import { registerAuthorisation } from './authorise.ts';
import { ensureAdmin } from './first-admin.ts';
import { createFolderMailer, createSmtpMailer, type Mailer } from './mailer.ts';
import { createPasswordHasher } from './password-hash.ts';
import { createPasswordReset } from './password-reset.ts';
import { passwordRoutes } from './password-routes.ts';
import { registerSameOrigin } from './same-origin.ts';
import { createSessionCookie } from './session-cookie.ts';
import { sessionRoutes } from './session-routes.ts';
import { createSessions } from './sessions.ts';
// @if signUp
import { signUpRoutes } from './sign-up-routes.ts';
// @end
import { createSigningIn } from './signing-in.ts';

export type People = ReturnType<typeof createPeople>;

type Options = { app: FastifyInstance; database: Database; config: Config; mailer?: Mailer };

/** Everything about accounts and sessions; with the first account, if it has to be made. */
export async function setUpPeople(options: Options): Promise<People> {
  const people = createPeople(options);
  await ensureAdmin(people.accounts, options.config, options.app.log);
  options.app.addHook('preClose', () => people.passwordReset.settle());
  return people;
}

function createPeople({ app: { log }, database, config, mailer }: Options) {
  const hasher = createPasswordHasher(config.PASSWORD_COST);
  const accounts = createAccounts(database, hasher);
  const attempts = createAttempts(database);
  const sessions = createSessions(database);
  const cookie = createSessionCookie(config.NODE_ENV === 'production');
  const post = mailer ?? createMailer(config, log);
  return {
// @if passwordsToo
    hasher,
// @end
    accounts,
    attempts,
    sessions,
    cookie,
    signingIn: createSigningIn({ accounts, sessions, attempts, cookie }),
    passwordReset: createPasswordReset({ database, accounts, attempts, mailer: post, log }),
  };
}

function createMailer(config: Config, log: FastifyInstance['log']): Mailer {
  return config.SMTP_URL === undefined
    ? createFolderMailer(join(config.DATA_DIR, 'mail'), log)
    : createSmtpMailer(config.SMTP_URL, config.MAIL_FROM);
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
