import { randomBytes, randomUUID } from 'node:crypto';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AppClient } from '../ports.ts';
import { type Credentials, createCredentials } from '../sign-in-people.ts';
import { describePeopleApp, everybody, type Route, refuse } from './people-document.ts';

/** What an app with people may get wrong, each for one attack. */
export type Hole =
  | 'account-of-the-claim'
  | 'planted-session'
  | 'session-outlives-sign-out'
  | 'old-session-after-change'
  | 'no-change'
  | 'plain-cookie'
  | 'counted-sessions'
  | 'any-site'
  | 'no-lock-out'
  | 'tells-who-is-known'
  | 'slow-for-who-is-known'
  | 'reset-tells-who-is-known'
  | 'weak-passwords'
  | 'shows-hashes'
  | 'repeats-passwords'
  | 'no-session-needed'
  | 'every-role-may'
  | 'role-from-sign-up'
  | 'roles-from-sign-up'
  | 'role-by-change'
  | 'reads-foreign-rows'
  | 'shows-foreign-histories'
  | 'changes-foreign-rows'
  | 'deletes-foreign-rows'
  | 'loses-foreign-rows'
  | 'keeps-foreign-rows'
  | 'reset-code-twice'
  | 'reset-code-never'
  | 'lists-foreign-rows'
  | 'finds-foreign-rows'
  | 'takes-foreign-parents';

type Account = Credentials & { id: string; role: string };
type Row = { id: string; owner: string; text: string; noteId?: string };
type Members = Record<string, unknown>;
/** A request, by whom it came and what its path and body hold. */
type Call = { request: AppRequest; account: Account; cookie: string; id: string; body: Members };
type Handle = (call: Call) => AppResponse | Promise<AppResponse>;

const TRIES = 10;
const SLOW_MS = 50;
const NOBODY: Account = { id: '', email: '', password: '', role: '' };
const COMMON = ['1234567890', 'qwertyuiop', 'password123'];

const answer = (status: number, value?: unknown, headers = {}): AppResponse => ({
  status,
  contentType: value === undefined ? '' : 'application/json',
  headers,
  body: value === undefined ? '' : JSON.stringify(value),
});

/** A sound app in this process, with people, roles and notes that belong to who made them; but for its holes. */
export function createPeopleApp(...holes: readonly Hole[]) {
  const has = (hole: Hole) => holes.includes(hole);
  const admin = createCredentials('keeper');
  const accounts: Account[] = [{ ...admin, id: randomUUID(), role: 'keeper' }];
  const sessions = new Map<string, Account>();
  const failures = new Map<string, number>();
  const codes = new Map<string, Account>();
  const mails: { to: string; code: string }[] = [];
  const notes = new Map<string, Row>();
  const lines = new Map<string, Row>();

  const show = ({ id, email, role, password }: Account) => ({
    ...{ id, email, role },
    ...(has('shows-hashes') && { password_hash: 'c2NyeXB0' }),
    ...(has('repeats-passwords') && { secret: password }),
  });
  const findAccount = (email: unknown) => accounts.find((one) => one.email === email);
  const isStrong = (password: unknown) =>
    typeof password === 'string' &&
    (has('weak-passwords') || (password.length >= 10 && !COMMON.includes(password)));

  function addAccount({ email, password }: Members, role: string): AppResponse {
    if (typeof email !== 'string' || !email.includes('@') || !everybody.includes(role))
      return refuse(422);
    if (!isStrong(password)) return refuse(422);
    if (findAccount(email)) return refuse(409);
    const account = { id: randomUUID(), email, password: String(password), role };
    accounts.push(account);
    return answer(201, show(account));
  }

  function signUp({ body: { role, roles, ...body } }: Call): AppResponse {
    if (role !== undefined && has('role-from-sign-up')) return addAccount(body, String(role));
    if (Array.isArray(roles) && has('roles-from-sign-up'))
      return addAccount(body, String(roles[0]));
    return role === undefined && roles === undefined ? addAccount(body, 'reader') : refuse(422);
  }

  async function signIn({ body, cookie }: Call): Promise<AppResponse> {
    const email = String(body.email);
    const account = findAccount(email);
    const tries = failures.get(email) ?? 0;
    if (tries >= TRIES && !has('no-lock-out')) return refuse(429);
    if (account && has('slow-for-who-is-known')) await wait(SLOW_MS);
    if (account === undefined || account.password !== body.password) {
      failures.set(email, tries + 1);
      return refuse(401, account === undefined && has('tells-who-is-known') ? 'Who?' : 'No');
    }
    failures.delete(email);
    const token = has('counted-sessions')
      ? String(1_000 + sessions.size)
      : randomBytes(32).toString('base64url');
    const session = has('planted-session') && cookie !== '' ? cookie : `session=${token}`;
    sessions.set(session, account);
    const flags = has('plain-cookie') ? '' : '; HttpOnly; Secure; SameSite=Lax';
    return answer(200, show(account), { 'set-cookie': `${session}; Path=/${flags}` });
  }

  function signOut({ cookie }: Call): AppResponse {
    if (!has('session-outlives-sign-out')) sessions.delete(cookie);
    return answer(204);
  }

  function changePassword({ account, body }: Call): AppResponse {
    if (account.password !== body.current || has('no-change')) return refuse(403);
    if (!isStrong(body.password)) return refuse(422);
    Object.assign(account, { password: body.password });
    for (const [cookie, owner] of sessions) {
      if (owner === account && !has('old-session-after-change')) sessions.delete(cookie);
    }
    return answer(204);
  }

  function resetPassword({ body }: Call): AppResponse {
    const account = findAccount(body.email);
    if (account) {
      const code = randomBytes(32).toString('base64url');
      codes.set(code, account);
      mails.push({ to: account.email, code });
    }
    const isHidden = account !== undefined || !has('reset-tells-who-is-known');
    return isHidden ? answer(202, { sent: true }) : refuse(404);
  }

  function confirmReset({ body }: Call): AppResponse {
    const code = String(body.token);
    const account = codes.get(code);
    if (account === undefined || !isStrong(body.password) || has('reset-code-never'))
      return refuse(422);
    if (!has('reset-code-twice')) codes.delete(code);
    Object.assign(account, { password: body.password });
    return answer(204);
  }

  function changeAccount({ account, id, body }: Call): AppResponse {
    const changed = accounts.find((one) => one.id === id);
    if (changed === undefined) return refuse(404);
    if (account.role !== 'keeper' && !(changed === account && has('role-by-change')))
      return refuse(403);
    return answer(200, show(Object.assign(changed, { role: String(body.role) })));
  }

  const isMine = ({ owner }: Row, { account }: Call) =>
    account.role === 'keeper' || owner === account.id;

  /** The operations of rows that belong to who made them. */
  function ownRows(path: string, rows: Map<string, Row>, check: (call: Call) => boolean) {
    const one =
      (hole: Hole, use: (row: Row, call: Call) => AppResponse): Handle =>
      (call) => {
        const row = rows.get(call.id);
        return row && (isMine(row, call) || has(hole)) ? use(row, call) : refuse(404);
      };
    const create: Handle = (call) => {
      const { text, noteId } = call.body;
      if (typeof text !== 'string' || !check(call)) return refuse(422);
      const row: Row = { id: randomUUID(), owner: call.account.id, text };
      if (typeof noteId === 'string') row.noteId = noteId;
      rows.set(row.id, row);
      return answer(201, row);
    };
    const list: Handle = (call) => {
      const words = new URL(call.request.path, 'http://app').searchParams.get('q');
      const isOpen = has('lists-foreign-rows') || (words !== null && has('finds-foreign-rows'));
      const items = [...rows.values()].filter((row) => isOpen || isMine(row, call));
      return answer(200, { items: items.filter(({ text }) => text.includes(words ?? '')) });
    };
    const read = one('reads-foreign-rows', (row) => answer(200, row));
    const change = one('changes-foreign-rows', (row, { body }) =>
      answer(200, Object.assign(row, typeof body.text === 'string' && { text: body.text })),
    );
    const history = one('shows-foreign-histories', ({ text }) =>
      answer(200, { items: [{ text }] }),
    );
    const remove: Handle = (call) => {
      if (has('loses-foreign-rows')) rows.delete(call.id);
      const { owner = call.account.id } = rows.get(call.id) ?? {};
      if (has('keeps-foreign-rows') && owner !== call.account.id) return refuse(409);
      return one('deletes-foreign-rows', ({ id }) => {
        rows.delete(id);
        return answer(204);
      })(call);
    };
    return {
      [`POST ${path}`]: create,
      [`GET ${path}`]: list,
      [`GET ${path}/{id}`]: read,
      [`PATCH ${path}/{id}`]: change,
      [`DELETE ${path}/{id}`]: remove,
      [`GET ${path}/{id}/history`]: history,
    };
  }

  const parentIsMine = (call: Call) => {
    const note = notes.get(String(call.body.noteId));
    return note !== undefined && (isMine(note, call) || has('takes-foreign-parents'));
  };
  const handles: Record<string, Handle> = {
    'POST /sign-up': signUp,
    'POST /sign-in': signIn,
    'POST /sign-out': signOut,
    'GET /session': ({ account }) => answer(200, show(account)),
    'POST /password': changePassword,
    'POST /password-reset': resetPassword,
    'POST /password-reset/confirm': confirmReset,
    'POST /accounts': ({ body }) => addAccount(body, String(body.role)),
    'GET /accounts': () => answer(200, { items: accounts.map(show) }),
    'PATCH /accounts/{id}': changeAccount,
    ...ownRows('/notes', notes, () => true),
    ...ownRows('/lines', lines, parentIsMine),
  };

  /** Who holds the session; an app that believes what a cookie claims takes the keeper's role from it. */
  function accountOf(cookie: string): Account | undefined {
    const claim = Buffer.from(cookie.split('=')[1] ?? '', 'base64url').toString();
    const isClaimed = has('account-of-the-claim') && claim.startsWith('{"role":"keeper"');
    return sessions.get(cookie) ?? (isClaimed ? accounts[0] : undefined);
  }

  const { document, find } = describePeopleApp();

  function mayNot(route: Route, account: Account | undefined, id: string): number | null {
    if (route.roles === null) return null;
    if (account === undefined) return has('no-session-needed') ? null : 401;
    const isOwn = has('role-by-change') && account.id === id;
    return route.roles.includes(account.role) || has('every-role-may') || isOwn ? null : 403;
  }

  async function send(request: AppRequest): Promise<AppResponse> {
    if (request.path === '/openapi.json') return answer(200, document);
    const found = find(request);
    if (found === null) return refuse(404);
    if (request.method !== 'GET' && !has('any-site') && isFromElsewhere(request))
      return refuse(403);
    const cookie = request.headers?.cookie ?? '';
    const account = accountOf(cookie);
    const refusal = mayNot(found.route, account, found.id);
    if (refusal !== null) return refuse(refusal);
    const body: Members = JSON.parse(request.body ?? '{}');
    const call = { request, account: account ?? NOBODY, cookie, id: found.id, body };
    return (await handles[found.route.name]?.(call)) ?? refuse(404);
  }

  const client: AppClient = { send, close: () => {} };
  return { client, admin, mails };
}

function isFromElsewhere({ headers = {} }: AppRequest): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  return headers.origin !== undefined || !['none', 'same-origin'].includes(site);
}

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
