import type { GeneratedFile } from '@quantumlayer/contracts';
import type { AppModel } from '../model.ts';
import type { PeopleModel } from '../people.ts';
import { actingFile, peopleFiles as peopleTemplates } from '../templates.ts';
import { sqlString, tsString, wrap } from '../text.ts';
import { templateText } from './template-text.ts';

/** Accounts, sessions and rules: how people sign in and what they may do. */
export function peopleFiles(app: AppModel): GeneratedFile[] {
  const { people } = app;
  if (people === null) return [];
  const files = [...peopleTemplates].filter(
    ([path]) => people.isOpen || !path.endsWith('/sign-up-routes.ts'),
  );
  return [
    ...files.map(([path, template]) => ({ path, content: templateText(app, template) })),
    rolesFile(people),
    ...(app.entities.some(({ audit }) => audit !== null) ? [actingFile] : []),
  ];
}

function rolesFile({ roles, first, admin, isOpen }: PeopleModel): GeneratedFile {
  const names = roles.map((role) => tsString(role));
  const content = `/** From the one that may least to the one that may most. */
${wrap('export const roles = [', names, '] as const;')}
export type Role = (typeof roles)[number];
${isOpen ? `\n/** What who signs up becomes. */\nexport const firstRole: Role = ${tsString(first)};\n` : ''}
/** Manages the accounts. */
export const adminRole: Role = ${tsString(admin)};
`;
  return { path: 'src/people/roles.ts', content };
}

/** The tables that src/people works on. */
export function peopleTables({ roles }: PeopleModel): string[] {
  return [
    `create table "account" (
  "id" uuid primary key default gen_random_uuid(),
  "email" varchar(254) not null constraint "account_email_key" unique,
  "role" text not null constraint "account_role_check" check ("role" in (${roles.map(sqlString).join(', ')})),
  "is_active" boolean not null default true,
  "password_hash" text,
  "created_at" timestamptz(3) not null default now(),
  "updated_at" timestamptz(3) not null default now()
);`,
    `create table "session" (
  "token_hash" text primary key,
  "account_id" uuid not null references "account" ("id") on delete cascade,
  "created_at" timestamptz(3) not null default now(),
  "last_used_at" timestamptz(3) not null default now(),
  "expires_at" timestamptz(3) not null
);`,
    `create index "session_account_id_idx" on "session" ("account_id");`,
    `create table "password_reset" (
  "token_hash" text primary key,
  "account_id" uuid not null references "account" ("id") on delete cascade,
  "expires_at" timestamptz(3) not null
);`,
    `create index "password_reset_account_id_idx" on "password_reset" ("account_id");`,
    `create table "attempt" (
  "key" text primary key,
  "count" integer not null,
  "last_at" timestamptz(3) not null,
  "blocked_until" timestamptz(3)
);`,
    `create table "audit_entry" (
  "id" uuid primary key default gen_random_uuid(),
  "at" timestamptz(3) not null default clock_timestamp(),
  "account_id" uuid,
  "operation" text not null,
  "status" integer not null,
  "row_id" text
);`,
    `create index "audit_entry_at_idx" on "audit_entry" ("at", "id");`,
    `create index "audit_entry_row_id_idx" on "audit_entry" ("row_id");`,
  ];
}
