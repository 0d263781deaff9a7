import type { Attack } from './attack.ts';
import { type AttackField, isTaken, type Members, postJson, sendJson } from './attack-field.ts';
import type { Target } from './target.ts';

type Spoil = (valid: Members) => { contentType?: string; body: string };

type Given = {
  id: string;
  title: string;
  cwe: number;
  /** Bodies that no app may take, made from one that it takes. */
  spoils: readonly Spoil[];
};

/** Sends spoilt bodies to everything that makes a record; one that is taken is a finding. */
function refused({ id, title, cwe, spoils }: Given): Attack {
  return {
    id,
    title,
    cwe,
    async run(field) {
      let tried = 0;
      for (const target of field.targets) tried += await spoil(field, target, spoils);
      return tried === 0 ? 'No record can be made.' : undefined;
    },
  };
}

async function spoil(field: AttackField, target: Target, spoils: readonly Spoil[]) {
  const body = await field.body(target);
  if (body === null) return 0;
  for (const make of spoils) {
    const spoilt = make(body);
    const request = { ...sendJson('POST', target.path, spoilt.body), ...spoilt };
    const response = await field.send(request);
    if (isTaken(response)) field.report('the body was taken', { request, response });
  }
  return spoils.length;
}

const raw =
  (text: string): Spoil =>
  () => ({ body: text });

const as =
  (contentType: string, write = (valid: Members) => JSON.stringify(valid)): Spoil =>
  (valid) => ({ contentType, body: write(valid) });

const form = (valid: Members) =>
  new URLSearchParams(
    Object.fromEntries(Object.entries(valid).map(([name, value]) => [name, String(value)])),
  ).toString();

const MEGABYTE = 1_048_576;
/** Written once: for each of twenty entities it took a good part of the attack. */
const MANY_MEMBERS = Array.from({ length: 20_000 }, (_, at) => `"m${at}":${at}`).join();
const ENTITY =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';

const nulls: Attack = {
  id: 'null-bytes',
  title: 'Null bytes and broken characters in a text',
  cwe: 158,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      for (const [name, { types, choices }] of Object.entries(target.members)) {
        if (types[0] !== 'string' || choices !== null) continue;
        for (const text of ['a\u0000b', 'a\ud800b']) {
          const body = await field.body(target);
          if (body === null) continue;
          tried += 1;
          const request = postJson(target.path, { ...body, [name]: text });
          const response = await field.send(request);
          if (isTaken(response)) field.report(`${name} took it`, { request, response });
        }
      }
    }
    return tried === 0 ? 'No record holds text.' : undefined;
  },
};

const manyIds: Attack = {
  id: 'list-of-ids',
  title: 'A list of ten thousand ids',
  cwe: 770,
  async run(field) {
    let tried = 0;
    const value = Array.from(
      { length: 10_000 },
      (_, at) => `01890000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
    );
    for (const target of field.targets) {
      for (const { name } of target.references.filter(({ many }) => many)) {
        const body = await field.body(target);
        if (body === null) continue;
        tried += 1;
        const request = postJson(target.path, { ...body, [name]: value });
        const response = await field.send(request);
        if (isTaken(response)) field.report(`${name} took it`, { request, response });
      }
    }
    return tried === 0 ? 'No record takes a list of ids.' : undefined;
  },
};

const oversized: Attack = {
  id: 'body-oversized',
  title: 'Bodies of 2 and 16 MB',
  cwe: 770,
  async run(field) {
    let tried = 0;
    // One body for all, which is refused before anybody looks into it: one for each would fill the memory of the factory.
    for (const size of [2, 16]) {
      const body = JSON.stringify({ padding: 'x'.repeat(size * MEGABYTE) });
      for (const target of field.targets) {
        // Whom nobody lets in is told so before the body is read.
        if (target.create.roles?.length === 0) continue;
        tried += 1;
        const request = sendJson('POST', target.path, body);
        const response = await field.send(request);
        // One that hangs up before the end has not read it all either.
        if (response === null || response.status === 413) continue;
        field.report(`it read ${size} MB`, { request, response });
      }
    }
    return tried === 0 ? 'No record can be made.' : undefined;
  },
};

export const bodyAttacks: readonly Attack[] = [
  oversized,
  refused({
    id: 'body-nested',
    title: 'A body nested a hundred thousand deep',
    cwe: 674,
    spoils: [
      raw(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      raw(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    ],
  }),
  refused({
    id: 'body-many-members',
    title: 'A body with twenty thousand members',
    cwe: 770,
    spoils: [
      (valid) => {
        const members = JSON.stringify(valid).slice(1, -1);
        return { body: `{${[MANY_MEMBERS, ...(members === '' ? [] : [members])].join()}}` };
      },
    ],
  }),
  refused({
    id: 'body-malformed',
    title: 'Bodies that are no JSON, or no object',
    cwe: 20,
    spoils: [
      '{"a": ',
      '',
      'null',
      '[]',
      '"text"',
      '42',
      '{}}',
      "{'a': 1}",
      '\ufeff{',
      '{"a":NaN}',
    ].map(raw),
  }),
  refused({
    id: 'body-simple-type',
    title: 'Types that a form of another site can send',
    cwe: 352,
    spoils: [
      as('text/plain'),
      as('application/x-www-form-urlencoded', form),
      as('application/x-www-form-urlencoded'),
      as('multipart/form-data; boundary=x'),
      as(''),
    ],
  }),
  refused({
    id: 'body-xml',
    title: 'XML that reads a file of the server',
    cwe: 611,
    spoils: [as('application/xml', () => ENTITY), as('text/xml', () => ENTITY)],
  }),
  nulls,
  manyIds,
];
