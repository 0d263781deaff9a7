import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { takenOf, together, whyIdle } from './at-once.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, type Members, postJson, sendJson } from './attack-field.ts';
import type { Target } from './target.ts';

const AT_ONCE = 8;

async function bodies(field: AttackField, target: Target, count: number): Promise<Members[]> {
  const made: Members[] = [];
  for (let at = 0; at < count; at += 1) {
    const body = await field.body(target);
    if (body !== null) made.push(body);
  }
  return made;
}

const uniqueOnce: Attack = {
  id: 'unique-twice',
  title: 'A value that one record may have, one after the other',
  cwe: 837,
  run: (field) => repeatUnique(field, false),
};

const uniqueRace: Attack = {
  id: 'unique-race',
  title: 'A value that one record may have, several times at once',
  cwe: 362,
  run: (field) => repeatUnique(field, true),
};

async function repeatUnique(field: AttackField, atOnce: boolean): Promise<string | undefined> {
  let tried = 0;
  let refused = 0;
  for (const target of field.targets) {
    for (const group of target.unique) {
      // Passwords are hashed one after the other, so that more of such records would not be made at once.
      const most = target.secrets.length > 0 ? 2 : AT_ONCE;
      const [first, ...others] = await bodies(field, target, atOnce ? most : 2);
      const same = first && valuesOf(first, group);
      if (!first || !same) continue;
      const requests = [first, ...others].map((body) =>
        postJson(target.path, { ...body, ...same }),
      );
      const responses = atOnce ? await together(field, requests) : await inTurn(field, requests);
      const taken = takenOf(requests, responses);
      const [last] = taken;
      if (last === undefined) {
        refused += 1;
        continue;
      }
      tried += 1;
      if (taken.length < 2) continue;
      field.report(`${taken.length} records have the same ${group.join(', ')}`, last);
    }
  }
  return whyIdle({ tried, refused }, 'No value has to be unique.');
}

/** The values of these members; null when one is empty, as empty values are never the same. */
function valuesOf(body: Members, group: readonly string[]): Members | null {
  const values = group.map((name) => [name, body[name]] as const);
  const isLeft = values.some(([, value]) => value === undefined || value === null);
  return isLeft ? null : Object.fromEntries(values);
}

async function inTurn(field: AttackField, requests: readonly AppRequest[]) {
  const responses: (AppResponse | null)[] = [];
  for (const request of requests) responses.push(await field.send(request));
  return responses;
}

const uniqueChange: Attack = {
  id: 'unique-change-race',
  title: 'A value that one record may have, by changes at once',
  cwe: 362,
  async run(field) {
    let tried = 0;
    let refused = 0;
    for (const target of field.targets) {
      for (const group of target.update === null ? [] : target.unique) {
        const [one, other] = [await field.make(target), await field.make(target)];
        const same = valuesOf((await field.body(target)) ?? {}, group);
        if (!one || !other || !same) continue;
        const method = target.update?.method.toUpperCase() ?? 'PATCH';
        const requests = [one, other].map(({ id, record }) => {
          const body = method === 'PUT' ? { ...record, ...same } : same;
          return sendJson(method, `${target.path}/${id}`, JSON.stringify(body));
        });
        const taken = takenOf(requests, await together(field, requests));
        const [last] = taken;
        if (last === undefined) {
          refused += 1;
          continue;
        }
        tried += 1;
        if (taken.length < 2) continue;
        field.report(`two records have the same ${group.join(', ')}`, last);
      }
    }
    return whyIdle({ tried, refused }, 'No value has to be unique.');
  },
};

const removal: Attack = {
  id: 'delete-race',
  title: 'One record deleted eight times at once',
  cwe: 362,
  async run(field) {
    let tried = 0;
    let refused = 0;
    for (const target of field.targets) {
      const made = target.remove && (await field.makeDeletable(target));
      if (!made) continue;
      const request = { method: 'DELETE', path: `${target.path}/${made.id}` };
      const requests = Array.from({ length: AT_ONCE }, () => request);
      const taken = takenOf(requests, await together(field, requests));
      const [last] = taken;
      if (last === undefined) refused += 1;
      else tried += 1;
      if (last && taken.length > 1) field.report(`${taken.length} of 8 say they did it`, last);
    }
    return whyIdle({ tried, refused }, 'No record can be deleted.');
  },
};

const orphans: Attack = {
  id: 'orphan-race',
  title: 'A record made while the one it belongs to is deleted',
  cwe: 362,
  async run(field) {
    let tried = 0;
    let refused = 0;
    for (const target of field.targets) {
      for (const { name, many, required, candidates } of target.references) {
        const parent = field.targets.find(({ path }) => path === candidates[0]?.path);
        const made = parent?.remove && !many && required && (await field.makeDeletable(parent));
        const body = made ? await field.body(target) : null;
        if (!made || !body || !parent) continue;
        const child = postJson(target.path, { ...body, [name]: made.id });
        const path = `${parent.path}/${made.id}`;
        const [created, deleted] = await together(field, [child, { method: 'DELETE', path }]);
        if (!isTaken(created ?? null) && !isTaken(deleted ?? null)) {
          refused += 1;
          continue;
        }
        tried += 1;
        const after = await field.send({ method: 'GET', path });
        if (!isTaken(created ?? null) || after?.status !== 404) continue;
        const left = await childOf(field, created ?? null);
        if (!isTaken(left)) continue;
        field.report(`${name} names a record that is gone`, { request: child, response: left });
      }
    }
    return whyIdle({ tried, refused }, 'No record belongs to another.');
  },
};

async function childOf(field: AttackField, created: AppResponse | null) {
  const place = created?.headers.location;
  return place === undefined ? null : field.send({ method: 'GET', path: place });
}

export const raceAttacks: readonly Attack[] = [
  uniqueOnce,
  uniqueRace,
  uniqueChange,
  removal,
  orphans,
];
