import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { readApiDocument } from './domain/openapi-document.ts';
import { parseJson } from './domain/parse-json.ts';
import { createExerciseSession } from './exercise-session.ts';
import type { AppClient } from './ports.ts';
import { createRecordMaker } from './record-maker.ts';
import { signInPeople } from './sign-in-people.ts';
import { createTeamsApp } from './testing/teams-app.ts';

describe('a record that nobody may make', () => {
  it('is one that is there already: the team of who signs in', async () => {
    const { client: plain, admin } = createTeamsApp();
    const people = await signInPeople(plain, admin);
    const client = people?.client ?? plain;
    const { body } = await client.send({ method: 'GET', path: '/openapi.json' });
    const document = readApiDocument(body);
    const checker = createSchemaChecker(document.root);
    const signal = AbortSignal.timeout(10_000);
    const session = createExerciseSession({ document, client, checker, samplePattern, signal });
    const clinics = session.resources.find(({ path }) => path === '/clinics');
    if (clinics === undefined) throw new Error('there are no clinics');

    const records = createRecordMaker(session);
    const want = { flavour: 'minimal', fresh: false } as const;
    const first = await records.create(clinics, want);
    const cookie = people?.cookieOf('manager') ?? '';
    const me = await client.send({ method: 'GET', path: '/session', headers: { cookie } });

    expect(first?.id).toBe(JSON.parse(me.body).teamId);
    expect(await records.create(clinics, { ...want, fresh: true })).toEqual(first);
  });
});

const KINDS = ['things', 'notes', 'people'] as const;

/** A thing is held by a person, under a name that does not tell so; a note is of a thing. */
function createThingsApp(): AppClient & { document: string } {
  const refers = { things: ['holderId', 'people'], notes: ['thingId', 'things'], people: null };
  const made = new Map<string, string>();
  const id = { type: 'string', format: 'uuid' };
  const paths = KINDS.map((kind) => {
    const [member] = refers[kind] ?? [];
    const properties = member === undefined ? {} : { [member]: id };
    const body = { type: 'object', properties, required: Object.keys(properties) };
    const answer = { type: 'object', properties: { id }, required: ['id'] };
    const content = (schema: object) => ({ content: { 'application/json': { schema } } });
    const responses = {
      201: { description: 'made', ...content(answer) },
      422: { description: 'no' },
    };
    const post = { operationId: `create ${kind}`, requestBody: content(body), responses };
    return [`/${kind}`, { post }];
  });
  return {
    document: JSON.stringify({ openapi: '3.1.0', info: {}, paths: Object.fromEntries(paths) }),
    close: () => undefined,
    async send({ path, body = '' }) {
      const kind = KINDS.find((one) => path === `/${one}`) ?? 'people';
      const [member = '', target] = refers[kind] ?? [];
      const given = Object(parseJson(body))[member];
      const contentType = 'application/json';
      if (target !== undefined && made.get(given) !== target) {
        const errors = [{ pointer: `/${member}`, detail: 'does not exist' }];
        const problem = JSON.stringify({ type: 'about:blank', title: 'no', status: 422, errors });
        return { status: 422, contentType: 'application/problem+json', headers: {}, body: problem };
      }
      const fresh = `01890000-0000-7000-8000-0000000000${String(made.size).padStart(2, '0')}`;
      made.set(fresh, kind);
      return { status: 201, contentType, headers: {}, body: JSON.stringify({ id: fresh }) };
    },
  };
}

describe('what a reference may point at', () => {
  it('is searched without blame for what cannot be made inside of that search', async () => {
    const client = createThingsApp();
    const document = readApiDocument(client.document);
    const checker = createSchemaChecker(document.root);
    const signal = AbortSignal.timeout(10_000);
    const session = createExerciseSession({ document, client, checker, samplePattern, signal });
    const records = createRecordMaker(session);
    const made: string[] = [];
    for (const resource of session.resources)
      if (await records.create(resource, { flavour: 'minimal', fresh: false }))
        made.push(resource.path);

    expect(made).toEqual(['/things', '/notes', '/people']);
    expect([...session.tallies.values()].flatMap(({ findings }) => findings)).toEqual([]);
  });
});
