import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { createAccounts } from './accounts.ts';
import { createAttempts } from './attempts.ts';
import { createFolderMailer, createSmtpMailer, type Mailer } from './mailer.ts';
import { createPasswordHasher } from './password-hash.ts';
import { createPasswordReset } from './password-reset.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createSessions } from './sessions.ts';
import { createSigningIn } from './signing-in.ts';

export type People = ReturnType<typeof createPeople>;

export type PeopleOptions = {
  app: FastifyInstance;
  database: Database;
  config: Config;
  mailer?: Mailer;
};

/** What the routes of the people are made of. */
export function createPeople({ app: { log }, database, config, mailer }: PeopleOptions) {
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
