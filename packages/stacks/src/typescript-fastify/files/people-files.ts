import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, entityNamed } from '../model.ts';
import type { PeopleModel } from '../people.ts';
import {
  actingFile,
  peopleFiles as peopleTemplates,
  teamFiles as teamTemplates,
} from '../templates.ts';
import { importNames, sqlString, tsString, wrap } from '../text.ts';
import { withArticle } from './entity-parts.ts';
import { templateText } from './template-text.ts';

/** Accounts, sessions and rules: how people sign in and what they may do. */
export function peopleFiles(app: AppModel): GeneratedFile[] {
  const { people } = app;
  if (people === null) return [];
  const files = [...peopleTemplates, ...(people.team === null ? [] : teamTemplates)].filter(
    ([path]) => people.isOpen || !path.endsWith('/sign-up-routes.ts'),
  );
  return [
    ...files.map(([path, template]) => ({ path, content: templateText(app, template) })),
    rolesFile(people),
    ...teamFile(app),
    ...(app.entities.some(({ audit }) => audit !== null) ? [actingFile] : []),
  ];
}

function rolesFile({ roles, first, admin, isOpen, team }: PeopleModel): GeneratedFile {
  const names = roles.map((role) => tsString(role));
  const above = (team?.above ?? []).map((role) => tsString(role));
  const managers = (team?.managers ?? []).map((role) => tsString(role));
  const firstAdmin =
    above.length === 0
      ? ''
      : `\n/** Of the first account, which stands above the teams. */\nexport const firstAdminRole: Role = ${tsString(roles.at(-1) ?? '')};\n`;
  const teams =
    team === null
      ? ''
      : `
/** Nobody in a team gives them. */
${wrap('export const rolesAboveTeams: readonly Role[] = [', above, '];')}
/** Those of them that see and change every team and its accounts. */
${wrap('export const managersAboveTeams: readonly Role[] = [', managers, '];')}
`;
  const content = `/** From the one that may least to the one that may most. */
${wrap('export const roles = [', names, '] as const;')}
export type Role = (typeof roles)[number];
${isOpen && team === null ? `\n/** What who signs up becomes. */\nexport const firstRole: Role = ${tsString(first)};\n` : ''}
/** Manages the accounts. */
export const adminRole: Role = ${tsString(admin)};
${firstAdmin}${teams}`;
  return { path: 'src/people/roles.ts', content };
}

/** What accounts belong to, by the names that src/people has for it. */
function teamFile(app: AppModel): GeneratedFile[] {
  const { team = null } = app.people ?? {};
  if (team === null) return [];
  const { name, variable, file, title, path } = entityNamed(app, team.entity);
  const folder = `../modules/${file}`;
  const content = `${importNames([`sample${name}`], `${folder}/sample.ts`)}${importNames([`new${name}`], `${folder}/schema.ts`)}${importNames([`${variable}Table`], `${folder}/table.ts`)}
/** Accounts belong to ${withArticle(title)}. */
export const teamTable = ${variable}Table;
export const newTeam = new${name};
export const sampleTeam = sample${name};
export const teamPath = '/api/${path}';
`;
  return [{ path: 'src/people/team.ts', content }];
}

/** The tables that src/people works on. */
export function peopleTables({ roles, team }: PeopleModel): string[] {
  const [member, key] =
    team === null
      ? ['', '']
      : [
          '\n  "team_id" uuid not null,',
          ',\n  constraint "account_team_key" unique ("team_id", "id")',
        ];
  return [
    `create table "account" (
  "id" uuid primary key default gen_random_uuid(),
  "email" varchar(254) not null constraint "account_email_key" unique,
  "role" text not null constraint "account_role_check" check ("role" in (${roles.map(sqlString).join(', ')})),${member}
  "is_active" boolean not null default true,
  "password_hash" text,
  "created_at" timestamptz(3) not null default now(),
  "updated_at" timestamptz(3) not null default now()${key}
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
  "row_id" text${team === null ? '' : ',\n  "team_id" uuid'}
);`,
    `create index "audit_entry_at_idx" on "audit_entry" ("at", "id");`,
    `create index "audit_entry_row_id_idx" on "audit_entry" ("row_id");`,
  ];
}
