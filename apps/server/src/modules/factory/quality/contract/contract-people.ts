import type { ApiContract, ContractOperation } from '@quantumlayer/contracts';
import type { AppResponse } from '../domain/finding.ts';
import { isObject } from '../domain/json-schema.ts';
import { parseJson } from '../domain/parse-json.ts';
import type { Credentials } from '../sign-in-people.ts';

/** Somebody with credentials: what they send along, and what they registered with. */
export type Person = {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly token: string;
};

/** Sends an operation that everybody may call. */
type SendOpen = (
  operation: ContractOperation,
  sending: { body?: unknown; query?: string },
) => Promise<{ response: AppResponse }>;

type Dependencies = {
  contract: ApiContract;
  admin: Credentials;
  send: SendOpen;
  bodyOf: (operation: ContractOperation) => unknown;
};

/** What somebody registered with, and the token in the answer where there is one. */
type Registered = { given: Record<string, unknown>; token: string | null };

export type ContractPeople = ReturnType<typeof createContractPeople>;

/** Accounts of an app with a document of its own, made and signed in through its API. */
export function createContractPeople({ contract, admin, send, bodyOf }: Dependencies) {
  const known = new Map<string, Promise<Person | null>>();

  async function registered(): Promise<Registered | null> {
    const operation = contract.operations.find(
      ({ behaviour }) => behaviour.kind === 'create' && behaviour.registers,
    );
    if (operation === undefined) return null;
    const body = bodyOf(operation);
    const { response } = await send(operation, { body });
    if (response.status >= 400) throw refused('Registering', response);
    return isObject(body) ? { given: body, token: tokenIn(response) } : null;
  }

  async function register(): Promise<Record<string, unknown> | null> {
    return (await registered())?.given ?? null;
  }

  async function signIn({ given, token: handedOut }: Registered): Promise<Person> {
    const [carrier] = contract.carriers.session;
    if (carrier?.kind === 'basic') return { ...basic(contract, given), given };
    const login = contract.operations.find(({ behaviour }) => behaviour.kind === 'login');
    // Where nobody signs in, whoever registers is handed a token at once.
    if (login === undefined && handedOut !== null)
      return { ...carried(carrier, handedOut), token: handedOut, given };
    if (login === undefined) throw new Error('Nobody can sign in: no operation does it.');
    const { response } = await send(login, signingIn(contract, login, given));
    const token = tokenIn(response);
    if (response.status >= 400 || token === null) throw refused('Signing in', response);
    return { ...carried(carrier, token), token, given };
  }

  async function newPerson(role: string | null = null): Promise<Person | null> {
    if (contract.accounts === null) return null;
    const known =
      role === null ? await registered() : { given: adminOf(contract, admin), token: null };
    return known === null ? null : signIn(known);
  }

  /** Somebody who is signed in, the same each time: every account costs the app two hashes. */
  function person(role: string | null = null): Promise<Person | null> {
    const found = known.get(role ?? '') ?? newPerson(role);
    known.set(role ?? '', found);
    return found;
  }

  return {
    register,
    newPerson,
    person,

    /** Who sends an operation: somebody new where it ends their session or account. */
    personFor({ behaviour }: ContractOperation): Promise<Person | null> {
      const isEnd =
        behaviour.kind === 'remove' && behaviour.resource === contract.accounts?.resource;
      return behaviour.kind === 'logout' || isEnd ? newPerson() : person();
    },
  };
}

function refused(what: string, { status, body }: AppResponse): Error {
  return new Error(`${what} was answered with ${status}: ${body.slice(0, 200)}`);
}

function adminOf(
  { accounts }: ApiContract,
  { email, password }: Credentials,
): Record<string, unknown> {
  const logins = (accounts?.logins ?? []).map((name) => [name, email]);
  return { ...Object.fromEntries(logins), [accounts?.password ?? 'password']: password };
}

/** What opens a session, with what somebody registered with. */
function signingIn(
  { accounts, operations }: ApiContract,
  { behaviour }: ContractOperation,
  given: Record<string, unknown>,
): { body?: unknown; query?: string } {
  if (behaviour.kind !== 'login') return {};
  const register = operations.find(
    (one) => one.behaviour.kind === 'create' && one.behaviour.registers,
  )?.behaviour;
  const nameOf = (member: string) =>
    register?.kind === 'create'
      ? register.set.find((one) => one.member === member)?.source
      : undefined;
  const value = (member: string) => {
    const source = nameOf(member);
    return given[source !== undefined && 'name' in source ? source.name : member] ?? given[member];
  };
  const pairs = [
    ...behaviour.login.map(({ member, property }) => [property, value(member)]),
    [behaviour.password, value(accounts?.password ?? 'password')],
  ].filter(([, each]) => each !== undefined);
  return {
    body: Object.fromEntries(pairs),
    query: new URLSearchParams(
      pairs.map(([name, each]): [string, string] => [String(name), String(each)]),
    ).toString(),
  };
}

function tokenIn({ body, headers }: AppResponse): string | null {
  const cookie = /^[^=]+=([^;]+)/.exec(headers['set-cookie'] ?? '')?.[1];
  return longest(parseJson(body)) ?? cookie ?? null;
}

/** The token is what looks like none of the other members. */
function longest(value: unknown): string | null {
  if (typeof value === 'string') return /^[\w-]{40,}$/.test(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  return (
    Object.values(value)
      .map(longest)
      .find((found) => found !== null) ?? null
  );
}

function basic({ accounts }: ApiContract, given: Record<string, unknown>): Omit<Person, 'given'> {
  const name = String(given[accounts?.logins[0] ?? 'name']);
  const token = Buffer.from(`${name}:${String(given[accounts?.password ?? 'password'])}`).toString(
    'base64',
  );
  return { headers: { authorization: `Basic ${token}` }, query: '', token };
}

type Carrier = ApiContract['carriers']['session'][number];

export function carried(
  carrier: Carrier | undefined,
  token: string,
): Pick<Person, 'headers' | 'query'> {
  const headers = (name: string, value: string) => ({ headers: { [name]: value }, query: '' });
  switch (carrier?.kind) {
    case 'cookie':
      return headers('cookie', `${carrier.name}=${token}`);
    case 'header':
      return headers(carrier.name.toLowerCase(), token);
    case 'query':
      return {
        headers: {},
        query: `${encodeURIComponent(carrier.name)}=${encodeURIComponent(token)}`,
      };
    default:
      return headers('authorization', `Bearer ${token}`);
  }
}
