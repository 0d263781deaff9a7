import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { readApiDocument } from './domain/openapi-document.ts';
import { createExerciseSession } from './exercise-session.ts';
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
