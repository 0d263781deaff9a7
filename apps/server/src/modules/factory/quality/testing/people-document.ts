import type { Access, Blueprint } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';

/** From the one that may least to the one that may most. */
export const everybody: readonly string[] = ['reader', 'clerk', 'keeper'];
const owners = ['reader', 'keeper'];
const keepers = ['keeper'];

/** An operation by its name, such as `GET /notes/{id}`; `roles` is null where nobody has to sign in. */
export type Route = { name: string; roles: readonly string[] | null };

const text = { type: 'string', minLength: 1, maxLength: 200 };
const id = { type: 'string', format: 'uuid' };
const object = (properties: Record<string, object>) => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
  additionalProperties: false,
});
const credentials = { email: { type: 'string', format: 'email' }, password: text };
const account = object({ id, email: text, role: { enum: everybody } });
const pageOf = (item: object) => object({ items: { type: 'array', items: item } });
const noteInput = { text };
const note = object({ id, owner: id, text });
const lineInput = { text, noteId: id };
const line = object({ id, owner: id, ...lineInput });

type Described = Omit<Route, 'name'> & {
  status: number;
  answer?: object;
  body?: object;
  own?: boolean;
};

function describeRows(path: string, input: Record<string, object>, row: object) {
  const own = { roles: owners, own: true };
  return {
    [`POST ${path}`]: { ...own, status: 201, answer: row, body: object(input) },
    [`GET ${path}`]: { ...own, status: 200, answer: pageOf(row) },
    [`GET ${path}/{id}`]: { ...own, status: 200, answer: row },
    [`PATCH ${path}/{id}`]: { ...own, status: 200, answer: row, body: object({ text }) },
    [`DELETE ${path}/{id}`]: { ...own, status: 204 },
    [`GET ${path}/{id}/history`]: { ...own, status: 200, answer: pageOf(object({ text })) },
  };
}

const operations: Record<string, Described> = {
  'POST /sign-up': { roles: null, status: 201, answer: account, body: object(credentials) },
  'POST /sign-in': { roles: null, status: 200, answer: account, body: object(credentials) },
  'POST /sign-out': { roles: everybody, status: 204 },
  'GET /session': { roles: everybody, status: 200, answer: account },
  'POST /password': {
    ...{ roles: everybody, status: 204 },
    body: object({ current: text, password: text }),
  },
  'POST /password-reset': {
    ...{ roles: null, status: 202, answer: object({ sent: { type: 'boolean' } }) },
    body: object({ email: credentials.email }),
  },
  'POST /password-reset/confirm': {
    ...{ roles: null, status: 204, body: object({ token: text, password: text }) },
  },
  'POST /accounts': {
    ...{ roles: keepers, status: 201, answer: account },
    body: object({ ...credentials, role: { enum: everybody } }),
  },
  'GET /accounts': { roles: keepers, status: 200, answer: pageOf(account) },
  'PATCH /accounts/{id}': {
    ...{ roles: keepers, status: 200, answer: account },
    body: object({ role: { enum: everybody } }),
  },
  ...describeRows('/notes', noteInput, note),
  ...describeRows('/lines', lineInput, line),
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });

function describeOperation({ roles, status, answer, body, own }: Described): object {
  return {
    ...(roles !== null && { 'x-roles': roles }),
    ...(own && { 'x-rows': 'own' }),
    ...(body && { requestBody: { required: true, ...json(body) } }),
    responses: { [status]: answer ? json(answer) : {}, '4XX': {} },
  };
}

/** What the app says of itself, and the operation that answers a request. */
export function describePeopleApp() {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = name.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(operation) };
  }
  const document = {
    openapi: '3.1.0',
    'x-people': {
      ...{ signUp: '/sign-up', signIn: '/sign-in', signOut: '/sign-out', session: '/session' },
      ...{ passwordChange: '/password', passwordReset: '/password-reset', accounts: '/accounts' },
      passwordResetConfirm: '/password-reset/confirm',
      ...{ roles: everybody, admin: 'keeper' },
    },
    paths,
  };
  return { document, find };
}

function find({ method, path }: AppRequest): { route: Route; id: string } | null {
  const [, collection = '', one, ...below] = (path.split('?')[0] ?? '').split('/');
  const row = one === undefined ? '' : ['/{id}', ...below].join('/');
  const plain = `${method} ${path}`;
  const name = plain in operations ? plain : `${method} /${collection}${row}`;
  const operation = operations[name];
  return operation === undefined ? null : { route: { name, ...operation }, id: one ?? '' };
}

export function refuse(status: number, title = 'No'): AppResponse {
  const body = JSON.stringify({ title, status });
  return { status, contentType: 'application/problem+json', headers: {}, body };
}

const textField = { name: 'text', type: 'string', required: true, unique: false } as const;
const access: Access = {
  rows: 'own',
  ...{ seesAll: keepers, create: owners, read: owners },
  ...{ update: owners, delete: owners },
};

/** What the app could have been built from. */
export const peopleBlueprint: Blueprint = {
  version: 1,
  name: 'notes',
  title: 'Notes',
  description: 'Notes with lines, each of who made it',
  people: { roles: everybody.map((name) => ({ name })), signUp: 'open' },
  entities: [
    { name: 'Note', plural: 'Notes', fields: [textField], relations: [], access },
    { name: 'Line', plural: 'Lines', fields: [textField], relations: [], access },
  ],
};
