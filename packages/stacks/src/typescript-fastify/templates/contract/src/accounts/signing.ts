import { accounts } from '../accounts.ts';
import { expectStorable, type Members, valuesOf } from '../behaviours/sources.ts';
import type { Answer } from '../contract/answer.ts';
import { memberOf } from '../contract/json.ts';
import type { Call, Handler } from '../contract/operation.ts';
import type { Row } from '../records/resource.ts';
import { newValues } from '../records/values.ts';
import { withHashes } from './hash-password.ts';
import { prove } from './prove.ts';
// @if cookies
import { expectSameOrigin } from './same-origin.ts';
// @end
import { SESSION_SECONDS } from './sessions.ts';

/** Somebody who has just signed in. */
export type SignedIn = { row: Row; token: string; expires: number };

type Register = { set: Members; answer: (made: SignedIn) => Answer };

/** Makes an account; its password is kept as a hash. */
export function register({ set, answer }: Register): Handler {
  return async (call) => {
    const row = await insertAccount(set, call);
    return answer({ row, token: '', expires: 0 });
  };
}

/** Makes an account and signs in to it. */
export function registerAndSignIn({ set, answer }: Register): Handler {
  return async (call) => {
    // @if cookies
    expectSameOrigin(call.request);
    // @end
    const row = await insertAccount(set, call);
    const token = await call.services.sessions.start(row[accounts.resource.key.member]);
    return kept(answer({ row, token, expires: SESSION_SECONDS }));
  };
}

async function insertAccount(set: Members, call: Call): Promise<Row> {
  const values = valuesOf(set, call, new Map());
  expectStorable(values);
  const stored = await withHashes(accounts.resource, values, call.services);
  return call.services
    .records(accounts.resource)
    .insert(newValues(accounts.resource, stored, null));
}

type Login = {
  /** Members of the account and the properties of the body that are compared with them. */
  logins: Readonly<Record<string, string>>;
  password: string;
  answer: (signedIn: SignedIn) => Answer;
};

/** Starts a session for a name and a password. */
export function login({ logins, password, answer }: Login): Handler {
  return async ({ input, services, request }) => {
    // @if cookies
    expectSameOrigin(request);
    // @end
    const given = (name: string) => memberOf(input.body, name) ?? input.query[name];
    const claims = Object.entries(logins).map(([member, property]) => ({
      member,
      value: given(property),
    }));
    const { key, row } = await prove(services, {
      logins: claims,
      password: given(password),
      address: request.ip,
    });
    const token = await services.sessions.start(key);
    return kept(answer({ row, token, expires: SESSION_SECONDS }));
  };
}

/** A token is for the client alone. */
function kept(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
}

/** Ends the session of the request. */
export function logout({ answer }: { answer: () => Answer }): Handler {
  return async ({ token, services }) => {
    if (token !== null) await services.sessions.end(token);
    return kept(answer());
  };
}

/** A Set-Cookie header that no script can read and no other site can send. */
export function sessionCookie(name: string, token: string): { 'set-cookie': string } {
  return {
    'set-cookie': `${name}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${token === '' ? 0 : SESSION_SECONDS}`,
  };
}
