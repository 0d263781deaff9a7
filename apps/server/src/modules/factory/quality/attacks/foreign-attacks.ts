import { isObject } from '../domain/json-schema.ts';
import type { Operation } from '../domain/openapi-document.ts';
import type { SignedInPeople } from '../sign-in-people.ts';
import type { Attack } from './attack.ts';
import {
  type AttackField,
  isTaken,
  type Made,
  type Members,
  postJson,
  readRecord,
  readRows,
  sendJson,
} from './attack-field.ts';
import { onPeople, withCookie } from './session-attacks.ts';
import type { Target } from './target.ts';

/** A record, whose it is, and somebody else who may do the same with their own. */
export type Foreign = {
  readonly target: Target;
  readonly made: Made;
  readonly owner: string;
  readonly other: string;
  /** The other one may read it, but no more. */
  readonly isReadable: boolean;
};

type Kind = {
  /** What the names of the attacks start with. */
  readonly id: string;
  /** Whose the records are, in words: `another account`. */
  readonly whose: string;
  readonly find: (field: AttackField, people: SignedInPeople) => Promise<Foreign[]>;
  /** What is said where there is none: of records, of what is below them, and of what refers to them. */
  readonly none: readonly [records: string, histories: string, references: string];
};

/** Does the operation reach only what is one's own? */
export type IsScoped = (operation: Operation) => boolean;

/** A body that the app takes from the holder of the cookie, whose parents are made by the same; null where one cannot be made. */
export async function bodyAs(
  field: AttackField,
  target: Target,
  cookie: string,
  isScoped: IsScoped,
): Promise<Members | null> {
  const made = await field.body(target);
  if (made === null) return null;
  // An app that takes the team from the body takes it from nobody who does not know one.
  const { [field.people?.app.teams?.member ?? '']: _team, ...body } = made;
  // Rows that are sent along refer to what somebody else has made.
  for (const [name, value] of Object.entries(body))
    if (Array.isArray(value) && value.some(isObject)) delete body[name];
  for (const { name, candidates, many } of target.references) {
    const parent = field.targets.find(({ path }) => path === candidates[0]?.path);
    if (parent?.read == null || !isScoped(parent.read) || body[name] == null) continue;
    const above = parent === target ? null : await makeAs(field, parent, cookie, isScoped);
    body[name] = above === null ? null : many ? [above.id] : above.id;
  }
  return body;
}

export async function makeAs(
  field: AttackField,
  target: Target,
  cookie: string,
  isScoped: IsScoped,
): Promise<Made | null> {
  const body = await bodyAs(field, target, cookie, isScoped);
  if (body === null) return null;
  const request = withCookie(postJson(target.path, body), cookie);
  const response = await field.send(request);
  const record = readRecord(response);
  return record === null ? null : { id: String(record.id), record, request, response };
}

/** What is tried with records that belong to somebody else. */
export function foreignAttacks(kind: Kind, isScoped: IsScoped): readonly Attack[] {
  return [records(kind, isScoped), histories(kind), lists(kind), references(kind, isScoped)];
}

const records = ({ id, whose, find, none }: Kind, isScoped: IsScoped) =>
  onPeople({
    id: `${id}-records`,
    title: `Records of ${whose}, read, changed and deleted`,
    cwe: 639,
    async run(field, people) {
      const pairs = await find(field, people);
      for (const pair of pairs) await tryRecord(field, pair, isScoped);
      return pairs.length === 0 ? none[0] : undefined;
    },
  });

async function tryRecord(
  field: AttackField,
  { target, made, owner, other, isReadable }: Foreign,
  isScoped: IsScoped,
): Promise<void> {
  const path = `${target.path}/${made.id}`;
  for (const operation of [target.read, target.update, target.remove]) {
    if (operation === null || operation.roles === null || !isScoped(operation)) continue;
    if (operation === target.read && isReadable) continue;
    const method = operation.method.toUpperCase();
    const plain = operation.body === null ? { method, path } : sendJson(method, path, '{}');
    const request = withCookie(plain, other);
    const response = await field.send(request);
    // A rule that keeps the record is only looked at for who finds it.
    const isFound = operation === target.remove && response?.status === 409;
    if (isTaken(response) || isFound) field.report('the record was given', { request, response });
  }
  const request = { method: 'GET', path };
  const still = await field.send(withCookie(request, owner));
  if (target.read !== null && !isTaken(still))
    field.report('the owner has lost the record', { request, response: still });
}

const histories = ({ id, whose, find, none }: Kind) =>
  onPeople({
    id: `${id}-histories`,
    title: `What happened to a record of ${whose}`,
    cwe: 639,
    async run(field, people) {
      let tried = 0;
      for (const { target, made, other, isReadable } of await find(field, people)) {
        const below = new RegExp(`^${target.path}/\\{[^}]+\\}/[^/{]+$`);
        for (const { method, path, roles } of isReadable ? [] : field.document.operations) {
          if (method !== 'get' || roles === null || !below.test(path)) continue;
          tried += 1;
          const place = path.replace(/\{[^}]+\}/, made.id);
          const request = withCookie({ method: 'GET', path: place }, other);
          const response = await field.send(request);
          if (isTaken(response)) field.report('it was given', { request, response });
        }
      }
      return tried === 0 ? none[1] : undefined;
    },
  });

const lists = ({ id, whose, find, none }: Kind) =>
  onPeople({
    id: `${id}-lists`,
    title: `Records of ${whose} in lists and searches`,
    cwe: 639,
    async run(field, people) {
      const pairs = (await find(field, people)).filter(({ isReadable }) => !isReadable);
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
          const isListed = (readRows(response) ?? []).some((row) => row.id === made.id);
          if (isListed) field.report('the record is listed', { request, response });
        }
      }
      return pairs.length === 0 ? none[0] : undefined;
    },
  });

const references = ({ id, whose, find, none }: Kind, isScoped: IsScoped) =>
  onPeople({
    id: `${id}-references`,
    title: `Records that are put below one of ${whose}`,
    cwe: 639,
    async run(field, people) {
      const pairs = (await find(field, people)).filter(({ isReadable }) => !isReadable);
      let tried = 0;
      for (const { target: parent, made, other } of pairs) {
        for (const target of field.targets) {
          const reference = target.references.find(
            ({ candidates }) => candidates[0]?.path === parent.path,
          );
          const body = reference && (await bodyAs(field, target, other, isScoped));
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
      return tried === 0 ? none[2] : undefined;
    },
  });
