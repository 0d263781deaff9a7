import type { Design } from '@quantumlayer/contracts';
import { type AppModel, entityNamed } from './model.ts';
import type { PeopleModel } from './people.ts';

type Endpoint = Design['endpoints'][number];
type Table = Design['tables'][number];
type Column = Table['columns'][number];

const ENDPOINTS: readonly (readonly [method: Endpoint['method'], string, string, string])[] = [
  ['POST', '/api/auth/sign-up', 'signUp', 'Make an account and sign in to it'],
  ['POST', '/api/auth/sign-in', 'signIn', 'Sign in with an e-mail address and a password'],
  ['POST', '/api/auth/sign-out', 'signOut', 'End this session'],
  ['GET', '/api/auth/session', 'getSession', 'Who is signed in'],
  [
    'POST',
    '/api/auth/password',
    'changePassword',
    'Choose another password; every other session ends',
  ],
  [
    'POST',
    '/api/auth/password-reset',
    'requestPasswordReset',
    'Send a code to this address, if it has an account',
  ],
  [
    'POST',
    '/api/auth/password-reset/confirm',
    'confirmPasswordReset',
    'Choose a new password with the code that was sent; every session ends',
  ],
  ['GET', '/api/accounts', 'listAccounts', 'List accounts'],
  ['POST', '/api/accounts', 'createAccount', 'Create an account'],
  ['GET', '/api/accounts/{id}', 'getAccount', 'Get an account'],
  [
    'PATCH',
    '/api/accounts/{id}',
    'updateAccount',
    'Change the role, the password or another member of an account',
  ],
  ['DELETE', '/api/accounts/{id}', 'deleteAccount', 'Delete an account that owns no rows'],
  [
    'GET',
    '/api/audit',
    'listAuditEntries',
    'List what was changed and who signed in, the newest first',
  ],
];

export function peopleEndpoints({ isOpen }: PeopleModel): Endpoint[] {
  return ENDPOINTS.filter(([, , operationId]) => isOpen || operationId !== 'signUp').map(
    ([method, path, operationId, summary]) => ({ method, path, operationId, summary }),
  );
}

const column = (name: string, type: string, more: Partial<Column> = {}): Column => ({
  name,
  type,
  nullable: false,
  unique: false,
  references: null,
  ...more,
});
const ofAccount = column('account_id', 'uuid', { references: 'account.id' });
const instants = (...names: string[]) => names.map((name) => column(name, 'timestamptz(3)'));

/** The tables behind accounts, sessions and the audit log. */
export function peopleTablesOf(app: AppModel): Table[] {
  if (app.people?.team == null) return [...PEOPLE_TABLES];
  const references = `${entityNamed(app, app.people.team.entity).table}.id`;
  const added: Readonly<Record<string, Column>> = {
    account: column('team_id', 'uuid', { references }),
    audit_entry: column('team_id', 'uuid', { nullable: true }),
  };
  return PEOPLE_TABLES.map((table) => {
    const more = added[table.name];
    return more === undefined ? table : { ...table, columns: [...table.columns, more] };
  });
}

const PEOPLE_TABLES: readonly Table[] = [
  {
    name: 'account',
    columns: [
      column('id', 'uuid', { unique: true }),
      column('email', 'varchar(254)', { unique: true }),
      column('role', 'text'),
      column('is_active', 'boolean'),
      column('password_hash', 'text', { nullable: true }),
      ...instants('created_at', 'updated_at'),
    ],
  },
  {
    name: 'session',
    columns: [
      column('token_hash', 'text', { unique: true }),
      ofAccount,
      ...instants('created_at', 'last_used_at', 'expires_at'),
    ],
  },
  {
    name: 'password_reset',
    columns: [column('token_hash', 'text', { unique: true }), ofAccount, ...instants('expires_at')],
  },
  {
    name: 'attempt',
    columns: [
      column('key', 'text', { unique: true }),
      column('count', 'integer'),
      ...instants('last_at'),
      column('blocked_until', 'timestamptz(3)', { nullable: true }),
    ],
  },
  {
    name: 'audit_entry',
    columns: [
      column('id', 'uuid', { unique: true }),
      ...instants('at'),
      column('account_id', 'uuid', { nullable: true }),
      column('operation', 'text'),
      column('status', 'integer'),
      column('row_id', 'text', { nullable: true }),
    ],
  },
];
