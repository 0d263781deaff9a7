import { randomUUID } from 'node:crypto';
import type { Blueprint } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AppClient } from '../ports.ts';
import { type Credentials, createCredentials } from '../sign-in-people.ts';

/** What an app with teams may get wrong, each for one attack. */
export type TeamHole =
  | 'reads-other-teams'
  | 'lists-other-teams'
  | 'shows-their-histories'
  | 'takes-their-parents'
  | 'takes-the-team-of-the-body'
  | 'lists-their-accounts'
  | 'changes-their-accounts'
  | 'adds-to-their-accounts'
  | 'lists-teams'
  | 'changes-teams';

type Row = { id: string; teamId: string; text: string; noteId?: string };
type Account = Credentials & { id: string; role: string; teamId: string };
type Call = { account: Account; id: string; body: Record<string, unknown> };
type Handle = (call: Call) => AppResponse;

const ROLES = ['nurse', 'manager'];
const text = { type: 'string', minLength: 1, maxLength: 200 };
const uuid = { type: 'string', format: 'uuid' };
const object = (properties: Record<string, object>) => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
  additionalProperties: false,
});
const credentials = { email: { type: 'string', format: 'email' }, password: text };
const page = object({ items: { type: 'array', items: object({ id: uuid }) } });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });

const answer = (status: number, value?: unknown, headers = {}): AppResponse => ({
  status,
  contentType: value === undefined ? '' : 'application/json',
  headers,
  body: value === undefined ? '' : JSON.stringify(value),
});
const refuse = (status: number) => answer(status, { status });

function describe(): object {
  const operation = (roles: string[] | null, body: object | null, status: number, schema = {}) => ({
    ...(roles !== null && { 'x-roles': roles, 'x-rows': 'team' }),
    ...(body !== null && { requestBody: { required: true, ...json(body) } }),
    responses: { [status]: json(schema), '4XX': {} },
  });
  const rows = (path: string, input: object, roles = ROLES, made = roles) => ({
    [path]: {
      get: operation(roles, null, 200, page),
      post: operation(made, input, 201, object({ id: uuid })),
    },
    [`${path}/{id}`]: {
      get: operation(roles, null, 200),
      patch: operation(roles, object({}), 200),
      delete: operation(roles, null, 204),
    },
  });
  return {
    openapi: '3.1.0',
    'x-people': {
      ...{ signUp: '/sign-up', signIn: '/sign-in', signOut: '/sign-out', session: '/session' },
      ...{ accounts: '/accounts', roles: ROLES, admin: 'manager' },
      teams: { path: '/clinics', member: 'teamId', manager: 'manager', above: [] },
    },
    paths: {
      '/sign-up': {
        post: operation(null, object({ ...credentials, team: object({ name: text }) }), 201),
      },
      '/sign-in': { post: operation(null, object(credentials), 200) },
      '/session': { get: operation(ROLES, null, 200) },
      ...rows('/clinics', object({ name: text }), ROLES, []),
      ...rows('/accounts', object({ ...credentials, role: { enum: ROLES } }), ['manager']),
      ...rows('/notes', object({ text })),
      ...rows('/lines', object({ text, noteId: uuid })),
      '/notes/{id}/history': { get: operation(ROLES, null, 200, page) },
    },
  };
}

/** A sound app in this process, whose accounts belong to clinics; but for its holes. */
export function createTeamsApp(...holes: readonly TeamHole[]) {
  const has = (hole: TeamHole) => holes.includes(hole);
  const admin = createCredentials('manager');
  const clinics = new Map([['home', { id: randomUUID(), name: 'Home' }]]);
  const home = clinics.get('home')?.id ?? '';
  const accounts: Account[] = [{ ...admin, id: randomUUID(), role: 'manager', teamId: home }];
  const sessions = new Map<string, Account>();
  const tables: Record<string, Map<string, Row>> = { notes: new Map(), lines: new Map() };
  const show = ({ password: _secret, ...account }: Account) => account;

  function addAccount(body: Record<string, unknown>, role: string, teamId: string): AppResponse {
    if (typeof body.email !== 'string' || !ROLES.includes(role)) return refuse(422);
    const account = {
      id: randomUUID(),
      role,
      teamId,
      email: body.email,
      password: String(body.password),
    };
    accounts.push(account);
    return answer(201, show(account));
  }

  function signUp({ body }: Call): AppResponse {
    const id = randomUUID();
    clinics.set(id, { id, name: 'New' });
    return addAccount(body, 'manager', id);
  }

  function signIn({ body }: Call): AppResponse {
    const account = accounts.find(
      ({ email, password }) => email === body.email && password === body.password,
    );
    if (account === undefined) return refuse(401);
    const cookie = `session=${randomUUID()}`;
    sessions.set(cookie, account);
    return answer(200, show(account), { 'set-cookie': `${cookie}; HttpOnly` });
  }

  const found = <T extends { id: string; teamId: string }>(
    rows: Iterable<T>,
    { account, id }: Call,
    hole: TeamHole,
  ): T | undefined =>
    [...rows].find((row) => row.id === id && (row.teamId === account.teamId || has(hole)));

  function rowHandles(name: string): Record<string, Handle> {
    const rows = tables[name] ?? new Map<string, Row>();
    const one =
      (use: (row: Row) => AppResponse, hole: TeamHole): Handle =>
      (call) => {
        const row = found(rows.values(), call, hole);
        return row === undefined ? refuse(404) : use(row);
      };
    return {
      [`POST /${name}`]: ({ account, body }) => {
        const parent = tables.notes?.get(String(body.noteId));
        const isOwn = parent?.teamId === account.teamId || has('takes-their-parents');
        if (typeof body.text !== 'string' || (name === 'lines' && !(parent && isOwn)))
          return refuse(422);
        const given = has('takes-the-team-of-the-body') ? body.teamId : undefined;
        if (body.teamId !== undefined && given === undefined) return refuse(422);
        const row = { id: randomUUID(), text: body.text, teamId: String(given ?? account.teamId) };
        rows.set(row.id, row);
        return answer(201, row);
      },
      [`GET /${name}`]: ({ account }) => {
        const isMine = (row: Row) => row.teamId === account.teamId || has('lists-other-teams');
        return answer(200, { items: [...rows.values()].filter(isMine) });
      },
      [`GET /${name}/{id}`]: one((row) => answer(200, row), 'reads-other-teams'),
      [`PATCH /${name}/{id}`]: (call) =>
        call.body.teamId === undefined
          ? one((row) => answer(200, row), 'reads-other-teams')(call)
          : refuse(422),
      [`DELETE /${name}/{id}`]: one(({ id }) => {
        rows.delete(id);
        return answer(204);
      }, 'reads-other-teams'),
      [`GET /${name}/{id}/history`]: one(() => answer(200, { items: [] }), 'shows-their-histories'),
    };
  }

  const asTeams = () => [...clinics.values()].map((clinic) => ({ ...clinic, teamId: clinic.id }));
  const handles: Record<string, Handle> = {
    'POST /sign-up': signUp,
    'POST /sign-in': signIn,
    'GET /session': ({ account }) => answer(200, show(account)),
    'GET /accounts': ({ account: { teamId } }) => {
      const mine = accounts.filter((one) => one.teamId === teamId || has('lists-their-accounts'));
      return answer(200, { items: mine.map(show) });
    },
    'POST /accounts': ({ account, body }) =>
      body.teamId === undefined || has('adds-to-their-accounts')
        ? addAccount(body, String(body.role), String(body.teamId ?? account.teamId))
        : refuse(422),
    ...rowHandles('notes'),
    ...rowHandles('lines'),
    'GET /clinics': ({ account: { teamId } }) =>
      answer(200, { items: asTeams().filter(({ id }) => id === teamId || has('lists-teams')) }),
  };
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    handles[`${method} /accounts/{id}`] = (call) =>
      found(accounts, call, 'changes-their-accounts') ? answer(200, {}) : refuse(404);
    handles[`${method} /clinics/{id}`] = (call) =>
      found(asTeams(), call, 'changes-teams') ? answer(200, {}) : refuse(404);
  }

  async function send(request: AppRequest): Promise<AppResponse> {
    if (request.path === '/openapi.json') return answer(200, describe());
    const [, collection = '', id, ...below] = (request.path.split('?')[0] ?? '').split('/');
    const path = ['', collection, ...(id === undefined ? [] : ['{id}']), ...below].join('/');
    const handle = handles[`${request.method} ${path}`];
    const account = sessions.get(request.headers?.cookie ?? '');
    const isOpen = path === '/sign-up' || path === '/sign-in';
    if (handle === undefined) return refuse(404);
    if (account === undefined && !isOpen) return refuse(401);
    if (collection === 'accounts' && account?.role !== 'manager') return refuse(403);
    const nobody: Account = { id: '', email: '', password: '', role: '', teamId: '' };
    const body = JSON.parse(request.body ?? '{}');
    return handle({ account: account ?? nobody, id: id ?? '', body });
  }

  const client: AppClient = { send, close: () => {} };
  return { client, admin };
}

const textField = { name: 'text', type: 'string', required: true, unique: false } as const;

/** What the app could have been built from. */
export const teamsBlueprint: Blueprint = {
  ...{ version: 1, name: 'clinics', title: 'Clinics', description: 'Notes of clinics' },
  people: { roles: ROLES.map((name) => ({ name })), signUp: 'open', memberOf: 'Clinic' },
  entities: ['Clinic', 'Note', 'Line'].map((name) => ({
    ...{ name, plural: `${name}s`, fields: [textField], relations: [] },
  })),
};
