import { randomBytes } from 'node:crypto';
import type { AppRequest, AppResponse } from './domain/finding.ts';
import {
  type ApiDocument,
  findOperation,
  type Operation,
  readApiDocument,
} from './domain/openapi-document.ts';
import type { PeopleOfApp } from './domain/people-of-app.ts';
import type { AppClient } from './ports.ts';

export type Credentials = { readonly email: string; readonly password: string };

/** The people of an app under test: an account of each role, signed in. */
export type SignedInPeople = {
  readonly app: PeopleOfApp;
  /** Sends each request as somebody who may, where that matters; one that brings a cookie stays as it is. */
  readonly client: AppClient;
  /** The cookie of the account of a role. */
  cookieOf(role: string): string;
  /** A new account of a role. */
  addAccount(role: string): Promise<Credentials>;
  /** The cookie of a new session. Rejects when the app does not let them in. */
  signIn(credentials: Credentials): Promise<string>;
};

/** An account that no other app has. */
export function createCredentials(name: string): Credentials {
  const email = `${name.toLowerCase()}-${randomBytes(6).toString('hex')}@example.com`;
  return { email, password: randomBytes(18).toString('base64url') };
}

/** Signs in as the role that makes accounts and makes one of every other role. Null when nobody signs in to the app. */
export async function signInPeople(
  client: AppClient,
  admin: Credentials,
): Promise<SignedInPeople | null> {
  const answer = await client.send({ method: 'GET', path: '/openapi.json' });
  const document = readApiDocument(answer.body);
  return document.people === null ? null : signInAll({ client, document }, document.people, admin);
}

type App = { client: AppClient; document: ApiDocument };

async function signInAll(
  { client, document }: App,
  app: PeopleOfApp,
  admin: Credentials,
): Promise<SignedInPeople> {
  const cookies = new Map<string, string>();
  const cookieOf = (role: string) => cookies.get(role) ?? '';

  async function signIn({ email, password }: Credentials): Promise<string> {
    const response = await client.send(post(app.signIn, { email, password }));
    const cookie = response.headers['set-cookie']?.split(';')[0];
    if (response.status >= 300 || cookie === undefined) throw refused(app.signIn, response);
    return cookie;
  }

  async function addAccount(role: string): Promise<Credentials> {
    const credentials = createCredentials(role);
    const request = post(app.accounts, { ...credentials, role });
    const cookie = cookieOf(app.admin);
    const response = await client.send({ ...request, headers: { cookie } });
    if (response.status !== 201) throw refused(app.accounts, response);
    return credentials;
  }

  cookies.set(app.admin, await signIn(admin));
  for (const role of app.roles) {
    if (role !== app.admin) cookies.set(role, await signIn(await addAccount(role)));
  }
  return { app, client: actAs(client, document, cookieOf), cookieOf, addAccount, signIn };
}

function post(path: string, body: object): AppRequest {
  return { method: 'POST', path, contentType: 'application/json', body: JSON.stringify(body) };
}

function refused(path: string, { status, body }: AppResponse): Error {
  const answer = `POST ${path} was answered with ${status} ${body.slice(0, 300)}`;
  return new Error(`The people of the app could not be signed in: ${answer}`);
}

function actAs(
  client: AppClient,
  document: ApiDocument,
  cookieOf: (role: string) => string,
): AppClient {
  return {
    ...client,
    send(request) {
      const operation = findOperation(document, request.method, request.path);
      const isOpen = operation === null || operation.roles === null;
      if (isOpen || request.headers?.cookie !== undefined) return client.send(request);
      const cookie = cookieOf(chooseRole(document, operation));
      return client.send({ ...request, headers: { ...request.headers, cookie } });
    },
  };
}

/**
 * Somebody who may use the operation: rather the role that makes accounts. Own rows are read by who made them, unless
 * that role may not.
 */
export function chooseRole({ people, operations }: ApiDocument, operation: Operation): string {
  const admin = people?.admin ?? '';
  const roles = operation.roles ?? [admin];
  const collection = operation.path.split('/{')[0];
  const create = operations.find(({ method, path }) => method === 'post' && path === collection);
  const makers = operation.ownRows ? (create?.roles ?? roles) : roles;
  const both = roles.filter((role) => makers.includes(role));
  const fitting = both.length > 0 ? both : roles;
  return fitting.includes(admin) ? admin : (fitting.at(-1) ?? admin);
}
