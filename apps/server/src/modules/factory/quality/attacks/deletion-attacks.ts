import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { readRoles } from '../domain/people-of-app.ts';
import { whyIdle } from './at-once.ts';
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
import type { Target } from './target.ts';

const NOTHING = 'No deletion only hides a record.';

type Hidden = { target: Target; made: Made };

/** Calls `look` with a record of each kind that was deleted and is only hidden; `before` has seen it as it was. */
async function lookAtHidden(
  field: AttackField,
  before: (hidden: Hidden) => Promise<void>,
  look: (hidden: Hidden) => Promise<void>,
): Promise<string | undefined> {
  let tried = 0;
  let refused = 0;
  for (const target of field.targets) {
    const made = target.hides && target.remove !== null ? await field.makeDeletable(target) : null;
    if (made === null) continue;
    await before({ target, made });
    const path = `${target.path}/${made.id}`;
    if (!isTaken(await field.send({ method: 'DELETE', path }))) {
      refused += 1;
      continue;
    }
    tried += 1;
    await look({ target, made });
  }
  return whyIdle({ tried, refused }, NOTHING);
}

const nothing = async () => {};

const reading: Attack = {
  id: 'deleted-record-read',
  title: 'A deleted record, read and changed by its id',
  cwe: 672,
  run: (field) =>
    lookAtHidden(field, nothing, async ({ target: { path, update }, made }) => {
      const one = `${path}/${made.id}`;
      const requests: AppRequest[] = [{ method: 'GET', path: one }];
      if (update !== null) requests.push(sendJson(update.method.toUpperCase(), one, '{}'));
      for (const request of requests) {
        const response = await field.send(request);
        if (isTaken(response)) field.report('a deleted record was given', { request, response });
      }
    }),
};

const listing: Attack = {
  id: 'deleted-record-listed',
  title: 'A deleted record in lists, searches and lists below other records',
  cwe: 672,
  async run(field) {
    const places = new Map<string, AppRequest[]>();
    return lookAtHidden(
      field,
      async ({ target, made }) => {
        places.set(made.id, [
          ...listsOf(target, made),
          ...belowParents(field, target, made),
          ...(await belowLinks(field, made)),
        ]);
      },
      async ({ made }) => {
        for (const request of places.get(made.id) ?? []) {
          const response = await field.send(request);
          if (shows(response, made.id))
            field.report('a deleted record is listed', { request, response });
        }
      },
    );
  },
};

/** The list itself, and a search for a text of the record. */
function listsOf({ path, list, declared }: Target, { record }: Made): AppRequest[] {
  if (list === null) return [];
  const text = declared.map((name) => record[name]).find((value) => typeof value === 'string');
  const queries = ['limit=100&sort=-createdAt'];
  const isSearched = list.parameters.some(({ name }) => name === 'q');
  if (isSearched && typeof text === 'string')
    queries.push(`limit=100&sort=-createdAt&q=${encodeURIComponent(text.slice(0, 100))}`);
  return queries.map((query) => ({ method: 'GET', path: `${path}?${query}` }));
}

/** What is read below the records that it belongs to. */
function belowParents({ document }: AttackField, target: Target, { record }: Made): AppRequest[] {
  return target.references.flatMap(({ name, candidates }) => {
    const start = `${candidates[0]?.path}/{`;
    const parent = record[name];
    if (typeof parent !== 'string') return [];
    return document.operations
      .filter((one) => one.method === 'get' && one.path.startsWith(start))
      .filter(({ path }) => /^[^{]*\{[^}]+\}\/[^/{]+$/.test(path))
      .map(({ path }) => ({ method: 'GET', path: path.replace(/\{[^}]+\}/, parent) }));
  });
}

/** The lists of the records that it can be linked with, and is. */
async function belowLinks(field: AttackField, { id }: Made): Promise<AppRequest[]> {
  const lists: AppRequest[] = [];
  for (const { method, path } of field.document.operations) {
    const [, start, list] = /^(([^{]*)\/\{[^}]+\}\/[^/{]+)\/\{[^}]+\}$/.exec(path) ?? [];
    const from = field.targets.find((target) => target.path === list);
    if (method !== 'put' || start === undefined || from === undefined) continue;
    const other = await field.make(from);
    const place = start.replace(/\{[^}]+\}/, other?.id ?? '');
    const linked = other && (await field.send({ method: 'PUT', path: `${place}/${id}` }));
    if (isTaken(linked)) lists.push({ method: 'GET', path: `${place}?limit=100` });
  }
  return lists;
}

function shows(response: AppResponse | null, id: string): boolean {
  return readRecord(response)?.id === id || (readRows(response) ?? []).some((row) => row.id === id);
}

const referring: Attack = {
  id: 'deleted-record-referred',
  title: 'A record that is put below a deleted one',
  cwe: 672,
  run: (field) =>
    lookAtHidden(field, nothing, async ({ target: parent, made }) => {
      for (const target of field.targets) {
        const reference = target.references.find(
          ({ candidates }) => candidates[0]?.path === parent.path,
        );
        const body = reference && (await field.body(target));
        if (!reference || !body) continue;
        const value = reference.many ? [made.id] : made.id;
        const request = postJson(target.path, { ...body, [reference.name]: value });
        const response = await field.send(request);
        if (isTaken(response)) field.report(`${reference.name} took it`, { request, response });
      }
    }),
};

const others = onPeople({
  id: 'deleted-list-of-others',
  title: 'Deleted records, listed by who may not delete them',
  cwe: 862,
  async run(field, { app, cookieOf }) {
    let tried = 0;
    for (const { list, path, hides, remove } of field.targets) {
      const parameter = list?.parameters.find(({ schema }) => readRoles(schema['x-roles']));
      if (!hides || list === null || remove === null || remove.roles === null) continue;
      const roles = list.roles ?? app.roles;
      for (const role of roles.filter((one) => !remove.roles?.includes(one))) {
        tried += 1;
        const name = parameter?.name ?? 'deleted';
        const request = withCookie({ method: 'GET', path: `${path}?${name}=only` }, cookieOf(role));
        const response = await field.send(request);
        if (isTaken(response)) field.report(`${role} sees what is deleted`, { request, response });
      }
    }
    return tried === 0 ? 'Whoever reads records may delete them.' : undefined;
  },
});

export const deletionAttacks: readonly Attack[] = [reading, listing, referring, others];
