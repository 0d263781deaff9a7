import { buildRequest } from '../build-request.ts';
import type { AppRequest } from '../domain/finding.ts';
import type { Operation } from '../domain/openapi-document.ts';
import { createCredentials, type SignedInPeople } from '../sign-in-people.ts';
import type { Attack } from './attack.ts';
import {
  type AttackField,
  isTaken,
  type Made,
  postJson,
  readRecord,
  readRows,
  sendJson,
} from './attack-field.ts';
import { onPeople, withCookie } from './session-attacks.ts';
import { sharedAccount } from './shared-account.ts';
import type { Target } from './target.ts';

const UNKNOWN = '01890000-ffff-7fff-bfff-ffffffffffff';

/** A request of an operation about a record that does not exist: who may not, is told so before. */
function probe(operation: Operation): AppRequest {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const path = Object.fromEntries(names.map((name) => [name, UNKNOWN]));
  return buildRequest(operation, { path, ...(operation.body !== null && { body: {} }) });
}

const missing = onPeople({
  id: 'access-without-session',
  title: 'Every protected operation without a session',
  cwe: 306,
  async run(field) {
    for (const operation of field.document.operations) {
      if (operation.roles === null) continue;
      const request = withCookie(probe(operation), '');
      const response = await field.send(request);
      if (response?.status !== 401)
        field.report('nobody was asked who it is', { request, response });
    }
    return undefined;
  },
});

const escalation = onPeople({
  id: 'access-of-another-role',
  title: 'Every operation by each role that may not use it',
  cwe: 862,
  async run(field, { app, cookieOf }) {
    let tried = 0;
    for (const operation of field.document.operations) {
      const { roles } = operation;
      for (const role of roles === null ? [] : app.roles.filter((one) => !roles.includes(one))) {
        tried += 1;
        const request = withCookie(probe(operation), cookieOf(role));
        const response = await field.send(request);
        if (response?.status !== 403)
          field.report(`${role} was not refused`, { request, response });
      }
    }
    return tried === 0 ? 'Every role may do everything.' : undefined;
  },
});

const promotion = onPeople({
  id: 'access-promotion',
  title: 'Accounts that give themselves another role',
  cwe: 269,
  async run(field, people) {
    const { app } = people;
    if (app.roles.length < 2) return 'There is one role.';
    const attempts: AppRequest[] = [];
    if (app.signUp !== null) {
      attempts.push(postJson(app.signUp, { ...createCredentials('climber'), role: app.admin }));
      attempts.push(postJson(app.signUp, { ...createCredentials('climber'), roles: [app.admin] }));
    }
    const low = app.roles.find((role) => role !== app.admin) ?? '';
    const cookie = await people.signIn(await people.addAccount(low));
    const id = readRecord(
      await field.send(withCookie({ method: 'GET', path: app.session }, cookie)),
    )?.id;
    for (const path of [`${app.accounts}/${String(id)}`, app.session]) {
      for (const method of ['PATCH', 'PUT']) {
        attempts.push(
          withCookie(sendJson(method, path, JSON.stringify({ role: app.admin })), cookie),
        );
      }
    }
    for (const request of attempts) {
      const response = await field.send(request);
      if (readRecord(response)?.role !== app.admin) continue;
      field.report(`the account is now ${app.admin}`, { request, response });
    }
    return undefined;
  },
});

/** Two accounts of one role, of which one has made a record that is its own. */
type Neighbours = { target: Target; made: Made; owner: string; other: string };

/** An account costs the app as much work as it can bear: they are made once. */
const known = new WeakMap<SignedInPeople, Promise<Neighbours[]>>();

export function neighbours(field: AttackField, people: SignedInPeople): Promise<Neighbours[]> {
  const made = known.get(people) ?? makeNeighbours(field, people);
  known.set(people, made);
  return made;
}

async function makeNeighbours(field: AttackField, people: SignedInPeople): Promise<Neighbours[]> {
  const found: Neighbours[] = [];
  const pairs = new Map<string, readonly [owner: string, other: string]>();
  for (const target of field.targets) {
    const shown = target.read ?? target.list;
    const role = shown?.ownRows ? ownerRole(target, people.app.admin) : undefined;
    if (role === undefined) continue;
    const pair = pairs.get(role) ?? [
      await people.signIn(await sharedAccount(people, role)),
      await people.signIn(await people.addAccount(role)),
    ];
    pairs.set(role, pair);
    const [owner, other] = pair;
    const made = await makeAs(field, target, owner);
    if (made !== null) found.push({ target, made, owner, other });
  }
  return found;
}

/** A role that makes such records and does not see those of others. */
function ownerRole({ create, seesAll }: Target, admin: string): string | undefined {
  return create.roles?.find((role) => role !== admin && !seesAll.includes(role));
}

/** Parents that somebody else has made are none of the owner's: they are made by the owner as well. */
async function makeAs(field: AttackField, target: Target, cookie: string): Promise<Made | null> {
  const body = await field.body(target);
  if (body === null) return null;
  for (const { name, candidates, many } of target.references) {
    const parent = field.targets.find(({ path }) => path === candidates[0]?.path);
    if (parent === undefined || !parent.read?.ownRows || body[name] == null) continue;
    const made = parent === target ? null : await makeAs(field, parent, cookie);
    body[name] = made === null ? null : many ? [made.id] : made.id;
  }
  const request = withCookie(postJson(target.path, body), cookie);
  const response = await field.send(request);
  const record = readRecord(response);
  return record === null ? null : { id: String(record.id), record, request, response };
}

const NO_OWNERS = 'No record belongs to an account.';

const foreignRecords = onPeople({
  id: 'owner-records',
  title: 'Records of another account, read, changed and deleted',
  cwe: 639,
  async run(field, people) {
    const pairs = await neighbours(field, people);
    for (const { target, made, owner, other } of pairs) {
      const path = `${target.path}/${made.id}`;
      for (const operation of [target.read, target.update, target.remove]) {
        if (operation === null || operation.roles === null) continue;
        const method = operation.method.toUpperCase();
        const plain = operation.body === null ? { method, path } : sendJson(method, path, '{}');
        const request = withCookie(plain, other);
        const response = await field.send(request);
        if (isTaken(response)) field.report('the record was given', { request, response });
      }
      const still = await field.send(withCookie({ method: 'GET', path }, owner));
      if (target.read !== null && !isTaken(still)) {
        field.report('the owner has lost the record', {
          request: { method: 'GET', path },
          response: still,
        });
      }
    }
    return pairs.length === 0 ? NO_OWNERS : undefined;
  },
});

const foreignHistories = onPeople({
  id: 'owner-histories',
  title: 'What happened to a record of another account',
  cwe: 639,
  async run(field, people) {
    const pairs = await neighbours(field, people);
    let tried = 0;
    for (const { target, made, other } of pairs) {
      const below = new RegExp(`^${target.path}/\\{[^}]+\\}/[^/{]+$`);
      for (const { method, path, roles } of field.document.operations) {
        if (method !== 'get' || roles === null || !below.test(path)) continue;
        tried += 1;
        const place = path.replace(/\{[^}]+\}/, made.id);
        const request = withCookie({ method: 'GET', path: place }, other);
        const response = await field.send(request);
        if (isTaken(response)) field.report('it was given', { request, response });
      }
    }
    return tried === 0 ? 'Nothing is listed below a record of an account.' : undefined;
  },
});

const foreignLists = onPeople({
  id: 'owner-lists',
  title: 'Records of another account in lists and searches',
  cwe: 639,
  async run(field, people) {
    const pairs = await neighbours(field, people);
    for (const { target, made, other } of pairs) {
      if (target.list === null || target.list.roles === null) continue;
      const words = Object.values(made.record).find(
        (value) => typeof value === 'string' && value.includes(' '),
      );
      const queries = ['limit=100', 'limit=100&sort=-createdAt'];
      if (typeof words === 'string') queries.push(`q=${encodeURIComponent(words)}`);
      for (const query of queries) {
        const request = withCookie({ method: 'GET', path: `${target.path}?${query}` }, other);
        const response = await field.send(request);
        const isListed = (readRows(response) ?? []).some(({ id }) => id === made.id);
        if (isListed) field.report('the record is listed', { request, response });
      }
    }
    return pairs.length === 0 ? NO_OWNERS : undefined;
  },
});

const foreignParents = onPeople({
  id: 'owner-references',
  title: 'Records that are put below one of another account',
  cwe: 639,
  async run(field, people) {
    const pairs = await neighbours(field, people);
    let tried = 0;
    for (const { target: parent, made, other } of pairs) {
      for (const target of field.targets) {
        const reference = target.references.find(
          ({ candidates }) => candidates[0]?.path === parent.path,
        );
        const body = reference && (await field.body(target));
        if (!reference || !body) continue;
        tried += 1;
        const value = reference.many ? [made.id] : made.id;
        const request = withCookie(
          postJson(target.path, { ...body, [reference.name]: value }),
          other,
        );
        const response = await field.send(request);
        if (isTaken(response)) field.report(`${reference.name} took it`, { request, response });
      }
    }
    return tried === 0 ? 'No record belongs to one that belongs to an account.' : undefined;
  },
});

export const accessAttacks: readonly Attack[] = [
  missing,
  escalation,
  promotion,
  foreignRecords,
  foreignHistories,
  foreignLists,
  foreignParents,
];
