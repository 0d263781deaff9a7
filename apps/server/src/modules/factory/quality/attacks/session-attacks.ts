import { randomBytes } from 'node:crypto';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { PeopleOfApp } from '../domain/people-of-app.ts';
import { type Credentials, createCredentials, type SignedInPeople } from '../sign-in-people.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, postJson } from './attack-field.ts';
import { sharedAccount } from './shared-account.ts';

const NOBODY = 'Nobody signs in to the app.';

type PeopleAttack = Omit<Attack, 'run'> & {
  run(field: AttackField, people: SignedInPeople): Promise<string | undefined>;
};

/** An attack that needs people; without them there is nothing to attack. */
export function onPeople({ run, ...about }: PeopleAttack): Attack {
  return {
    lane: 'people',
    ...about,
    run: (field) => (field.people === null ? Promise.resolve(NOBODY) : run(field, field.people)),
  };
}

export const withCookie = (request: AppRequest, cookie: string): AppRequest => ({
  ...request,
  headers: { ...request.headers, cookie },
});

/** Who is signed in by a cookie. */
const whoIs = ({ session }: PeopleOfApp, cookie: string) =>
  withCookie({ method: 'GET', path: session }, cookie);

const forged = onPeople({
  id: 'session-forged',
  title: 'Sessions that nobody began',
  cwe: 287,
  async run(field, { app, cookieOf }) {
    const name = cookieOf(app.admin).split('=')[0] ?? 'session';
    const claim = Buffer.from(JSON.stringify({ role: app.admin, sub: 'admin' })).toString(
      'base64url',
    );
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    const tokens = [
      '',
      'admin',
      'null',
      '1',
      claim,
      `${header}.${claim}.`,
      randomBytes(32).toString('base64url'),
      "' or '1'='1",
    ];
    for (const token of tokens) {
      const request = whoIs(app, `${name}=${token}`);
      const response = await field.send(request);
      if (isTaken(response)) field.report('the session was taken', { request, response });
    }
    for (const authorization of [
      `Bearer ${claim}`,
      `Basic ${Buffer.from('admin:admin').toString('base64')}`,
    ]) {
      const request = { ...whoIs(app, ''), headers: { cookie: '', authorization } };
      const response = await field.send(request);
      if (isTaken(response)) field.report('the header was taken', { request, response });
    }
    return undefined;
  },
});

const fixation = onPeople({
  id: 'session-fixation',
  title: 'A session that was planted before the sign-in',
  cwe: 384,
  async run(field, people) {
    const { app, cookieOf } = people;
    const credentials = await sharedAccount(people);
    const name = cookieOf(app.admin).split('=')[0] ?? 'session';
    const planted = `${name}=${randomBytes(32).toString('base64url')}`;
    const request = withCookie(postJson(app.signIn, credentials), planted);
    const response = await field.send(request);
    const given = sessionOf(response);
    const after = await field.send(whoIs(app, planted));
    if (given === null || given === planted || isTaken(after)) {
      field.report('the planted session is the one after the sign-in', { request, response });
    }
    return undefined;
  },
});

const reuse = onPeople({
  id: 'session-after-sign-out',
  title: 'A session that was ended',
  cwe: 613,
  async run(field, people) {
    const { app } = people;
    const cookie = await people.signIn(await sharedAccount(people));
    await field.send(withCookie({ method: 'POST', path: app.signOut }, cookie));
    const request = whoIs(app, cookie);
    const response = await field.send(request);
    if (isTaken(response)) field.report('the session is still taken', { request, response });
    return undefined;
  },
});

const oldSession = onPeople({
  id: 'session-after-password-change',
  title: 'A session from before the password was changed',
  cwe: 613,
  async run(field, people) {
    const { app } = people;
    if (app.passwordChange === null) return 'Passwords cannot be changed.';
    const credentials = await people.addAccount(app.roles[0] ?? app.admin);
    const [stolen, own] = [await people.signIn(credentials), await people.signIn(credentials)];
    const { password } = createCredentials('next');
    const body = { current: credentials.password, password };
    const changed = await field.send(withCookie(postJson(app.passwordChange, body), own));
    if (!isTaken(changed)) return 'The password could not be changed.';
    const request = whoIs(app, stolen);
    const response = await field.send(request);
    if (isTaken(response)) field.report('the session is still taken', { request, response });
    return undefined;
  },
});

const flags = onPeople({
  id: 'session-cookie',
  title: 'A cookie that scripts or other sites can use',
  cwe: 1004,
  async run(field, people) {
    const { app } = people;
    const request = postJson(app.signIn, await sharedAccount(people));
    const response = await field.send(request);
    const cookie = response?.headers['set-cookie'] ?? '';
    for (const flag of [/;\s*HttpOnly/i, /;\s*Secure/i, /;\s*SameSite=(Strict|Lax)/i]) {
      if (!flag.test(cookie))
        field.report(`the cookie has no ${flag.source.slice(4)}`, { request, response });
    }
    return undefined;
  },
});

const LEAST_TOKEN = 22;

const predictable = onPeople({
  id: 'session-guessable',
  title: 'Tokens of sessions that can be guessed',
  cwe: 330,
  async run(field, people) {
    const { app } = people;
    const credentials = await sharedAccount(people);
    const request = postJson(app.signIn, credentials);
    const tokens = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const response = await field.send(request);
      const token = sessionOf(response)?.split('=')[1] ?? '';
      const isRandom = token.length >= LEAST_TOKEN && new Set(token).size >= LEAST_TOKEN / 2;
      if (!isRandom || tokens.has(token))
        field.report('the token is not random', { request, response });
      tokens.add(token);
    }
    return undefined;
  },
});

export const NOT_STORED =
  'The account is not in the files of the app, so that nothing could be looked for there.';

/** Whether the app keeps its rows where they can be searched: its address is in them as it is. */
export async function isStored(field: AttackField, { email }: Credentials): Promise<boolean> {
  return (await field.searchData([Buffer.from(email)])).length > 0;
}

const kept = onPeople({
  id: 'session-stored',
  title: 'Sessions that whoever reads the files of the database can go on with',
  cwe: 312,
  async run(field, people) {
    const { app } = people;
    const credentials = await sharedAccount(people);
    const request = postJson(app.signIn, credentials);
    const response = await field.send(request);
    if (!(await isStored(field, credentials))) return NOT_STORED;
    const token = sessionOf(response)?.split('=').slice(1).join('=') ?? '';
    if (token.length < LEAST_TOKEN) return 'The cookie holds no token.';
    const files = await field.searchData([Buffer.from(token)]);
    if (files.length > 0) field.report(`the token stands in ${files[0]}`, { request, response });
    return undefined;
  },
});

function sessionOf(response: AppResponse | null): string | null {
  return response?.headers['set-cookie']?.split(';')[0] ?? null;
}

const ELSEWHERE: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://other.app.localhost' },
];

const forgery = onPeople({
  id: 'cross-site-request',
  title: 'A page of another site that acts for who is signed in',
  cwe: 352,
  async run(field, people) {
    const { app } = people;
    // A session of its own: where the request is carried out it ends.
    const cookie = await people.signIn(await sharedAccount(people, app.admin));
    const requests: AppRequest[] = [{ method: 'POST', path: app.signOut }];
    for (const target of field.targets) {
      const body = await field.body(target);
      if (body !== null) requests.unshift(postJson(target.path, body));
    }
    for (const plain of requests) {
      for (const headers of ELSEWHERE) {
        const request = withCookie({ ...plain, headers }, cookie);
        const response = await field.send(request);
        if (!isTaken(response)) continue;
        field.report('the request was carried out', { request, response });
        if (plain.path === app.signOut) return undefined;
      }
    }
    return undefined;
  },
});

export const sessionAttacks: readonly Attack[] = [
  forged,
  fixation,
  reuse,
  oldSession,
  flags,
  predictable,
  kept,
  forgery,
];
