import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/people/roles.ts';
import { app, call, expectRow, type Row } from './api.ts';

export const PASSWORD = 'a long enough phrase';

/** An account that can sign in with PASSWORD. */
export async function addAccount(role: Role): Promise<Row & { email: string }> {
  const email = `${randomUUID()}@example.com`;
  const account = await expectRow(201, 'POST', '/api/accounts', {
    email,
    role,
    password: PASSWORD,
  });
  return { ...account, email };
}

/** One try to sign in, from an address that nobody else has unless one is given. */
export async function trySignIn(email: string, password: string, remoteAddress = newAddress()) {
  const response = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in',
    payload: { email, password },
    remoteAddress,
  });
  const setCookie = String(response.headers['set-cookie'] ?? '');
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.json(),
    setCookie,
    /** For requests in the session that has begun. */
    as: { headers: { cookie: setCookie.split(';')[0] ?? '' } },
  };
}

/** The status of asking who is signed in. */
export async function sessionStatus(as: { headers: Record<string, string> }): Promise<number> {
  return (await call('GET', '/api/auth/session', undefined, as)).status;
}

let addresses = 0;
export function newAddress(): string {
  addresses += 1;
  return `10.1.${addresses >> 8}.${addresses & 255}`;
}
