// @if keys
import { createHash, timingSafeEqual } from 'node:crypto';
// @end
import type { FastifyRequest } from 'fastify';
import { carriers } from '../carriers.ts';
import type { Access, Call, Carrier } from '../contract/operation.ts';
import { cookiesOf } from '../contract/read-request.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Services } from '../services.ts';
// @if accounts
import { accounts } from '../accounts.ts';
import { findAccount, prove } from './prove.ts';
import { expectSameOrigin } from './same-origin.ts';
// @end

export type Caller = Pick<Call, 'account' | 'token'>;

/** Who sent a request; refuses whom the operation is not for. */
export async function authenticate(services: Services, request: FastifyRequest, access: Access): Promise<Caller> {
// @if keysToo
  if (access.for === 'session' && access.orKey && hasKey(services.config.API_KEY, request)) return { account: null, token: null };
// @end
// @if accounts
  if (access.for === 'session') return findCaller(services, request, access);
// @end
// @if keys
  if (access.for === 'key') expectKey(services.config.API_KEY, request);
// @end
  return { account: null, token: null };
}

// @if accounts
// @end
// @if admins
type SessionAccess = Extract<Access, { for: 'session' }>;

async function findCaller(services: Services, request: FastifyRequest, { role, optional }: SessionAccess): Promise<Caller> {
// @end
// @if rolesless
type SessionAccess = Extract<Access, { for: 'session' }>;

async function findCaller(services: Services, request: FastifyRequest, { optional }: SessionAccess): Promise<Caller> {
// @end
// @if accounts
  const caller = await recogniseCaller(services, request);
  if (caller.account === null) {
    if (optional) return caller;
    throw new Refusal('unauthenticated', 'Sign in to do this.');
  }
// @end
// @if admins
  if (role !== undefined && caller.account.row[accounts.role] !== role) {
    throw new Refusal('forbidden', `Only the role ${role} may do this.`);
  }
// @end
// @if accounts
  return caller;
}

async function recogniseCaller(services: Services, request: FastifyRequest): Promise<Caller> {
  for (const carrier of carriers.session) {
    if (carrier.kind === 'basic') {
      const account = await basicAccount(services, request);
      if (account === null) continue;
      expectSameOrigin(request);
      return { account, token: null };
    }
    const token = credentialIn(carrier, request);
    if (token === null) continue;
    const key = await services.sessions.findAccountKey(token);
    const account = key === null ? null : await findAccount(services, key);
    if (account === null) continue;
    if (carrier.kind === 'cookie') expectSameOrigin(request);
    return { account, token };
  }
  return { account: null, token: null };
}

async function basicAccount(services: Services, request: FastifyRequest): Promise<Caller['account']> {
  const encoded = /^Basic +([\w+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const [, name, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (name === undefined || password === undefined) return null;
  const logins = accounts.logins.map((member) => ({ member, value: name }));
  try {
    return await prove(services, { logins, password, address: request.ip });
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'wrong-credentials') throw new Refusal('unauthenticated', error.message);
    throw error;
  }
}

// @end
function credentialIn(carrier: Carrier, { headers, query }: FastifyRequest): string | null {
  if (carrier.kind === 'bearer') return /^Bearer +([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
  if (carrier.kind === 'basic') return null;
  const values = { cookie: cookiesOf(headers.cookie), header: headers, query: { ...Object(query) } };
  const name = carrier.kind === 'header' ? carrier.name.toLowerCase() : carrier.name;
  const value: unknown = values[carrier.kind][name];
  return typeof value === 'string' && value !== '' ? value : null;
}
// @if keys

function expectKey(key: string | undefined, request: FastifyRequest): void {
  if (!hasKey(key, request)) throw new Refusal('unauthenticated', 'The key is missing or wrong.');
}

/** Without a key in the configuration nobody has it. */
function hasKey(key: string | undefined, request: FastifyRequest): boolean {
  const given = carriers.key.map((carrier) => credentialIn(carrier, request)).find((each) => each !== null);
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return key !== undefined && given != null && timingSafeEqual(digest(key), digest(given));
}
// @end
