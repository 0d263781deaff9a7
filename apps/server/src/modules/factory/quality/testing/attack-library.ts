import type { Blueprint, Field } from '@quantumlayer/contracts';
import type { FastifyInstance } from 'fastify';
import { createSchemaChecker } from '../adapters/ajv-schema-checker.ts';
import { samplePattern } from '../adapters/sample-pattern.ts';
import type { Attack } from '../attacks/attack.ts';
import { type AttackField, createAttackField } from '../attacks/attack-field.ts';
import { findTargets } from '../attacks/target.ts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { readApiDocument } from '../domain/openapi-document.ts';
import { createExerciseSession } from '../exercise-session.ts';
import { buildLibraryApp } from '../fixtures/library-app.ts';
import type { AppClient } from '../ports.ts';
import { createRecordMaker } from '../record-maker.ts';
import type { SignedInPeople } from '../sign-in-people.ts';
import { createVersionedClient } from '../versioned-client.ts';

export type Send = (request: AppRequest) => Promise<AppResponse>;
/** Stands between the attacker and the app, as a weakness of the app would. */
export type Weakness = (send: Send) => Send;

export const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  ...{ name, type, required: true, unique: false },
  ...more,
});

/** What the library app could have been built from. */
export const libraryBlueprint: Blueprint = {
  version: 1,
  name: 'library',
  title: 'Library',
  description: 'Books by authors',
  entities: [
    {
      name: 'Author',
      plural: 'Authors',
      fields: [
        field('name', 'string'),
        field('email', 'email', { unique: true }),
        field('born', 'date'),
        field('time', 'time'),
      ],
      relations: [],
    },
    {
      name: 'Book',
      plural: 'Books',
      fields: [
        field('title', 'string'),
        field('isbn', 'string', { unique: true }),
        field('rating', 'integer', { min: 1, max: 5 }),
        field('price', 'decimal', { min: 0, max: 9999.99 }),
        field('kind', 'enum', { values: ['novel', 'poem', 'other'] }),
      ],
      relations: [],
    },
  ],
};

const PROTECTED = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** Sends to an app in this process, and adds the headers that the library app leaves to its proxy. */
export const sendTo =
  (app: FastifyInstance): Send =>
  async ({ method, path, contentType, headers, body, isBinary }) => {
    const answer = await app.inject({
      // The types of the library name fewer methods than its server takes.
      method: method as 'GET',
      url: path,
      headers: { ...headers, ...(contentType !== undefined && { 'content-type': contentType }) },
      ...(body !== undefined && { payload: isBinary ? Buffer.from(body, 'latin1') : body }),
    });
    const all = Object.entries({ ...PROTECTED, ...answer.headers });
    return {
      status: answer.statusCode,
      contentType: String(answer.headers['content-type'] ?? ''),
      headers: Object.fromEntries(all.map(([name, value]) => [name, String(value)])),
      body: answer.body,
    };
  };

/** Changes what the app answers. */
export const answering =
  (change: (response: AppResponse, request: AppRequest) => Partial<AppResponse>): Weakness =>
  (send) =>
  async (request) => {
    const response = await send(request);
    return { ...response, ...change(response, request) };
  };

/** Changes what the app is asked, as one does that reads a request in its own way. */
export const asking =
  (change: (request: AppRequest) => Partial<AppRequest>): Weakness =>
  (send) =>
  (request) =>
    send({ ...request, ...change(request) });

/** Adds headers to what the app answers. */
export const heading = (add: (request: AppRequest) => Record<string, string>): Weakness =>
  answering(({ headers }, request) => ({ headers: { ...headers, ...add(request) } }));

/** Changes what the app says of itself in its document. */
export const describing = (change: (text: string) => string): Weakness =>
  answering(({ body }, { path }) => (path === '/openapi.json' ? { body: change(body) } : {}));

type Paths = Record<string, Record<string, object>>;

/** Changes the paths of the document. */
export const documenting = (change: (paths: Paths) => Paths): Weakness =>
  describing((text) => {
    const document: { paths: Paths } = JSON.parse(text);
    return JSON.stringify({ ...document, paths: change(document.paths) });
  });

/** Leaves only these paths in the document. */
export const showing = (kept: RegExp): Weakness =>
  documenting((paths) =>
    Object.fromEntries(Object.entries(paths).filter(([path]) => kept.test(path))),
  );

/** The attack of a family that has this id. */
export function pickAttack(family: readonly Attack[], id: string): Attack {
  const found = family.find((attack) => attack.id === id);
  if (found === undefined) throw new Error(`There is no attack ${id}`);
  return found;
}

/** Every attack of a family with its id, as the rows of a table. */
export const rowsOf = (family: readonly Attack[]) => family.map((one) => [one.id, one] as const);

/** An app that keeps no records. */
export const withoutRecords = showing(/^$/);

type Given = {
  weakness?: Weakness;
  blueprint?: Blueprint;
  people?: SignedInPeople;
  app?: () => Promise<FastifyInstance>;
};

/** Carries out one attack on the library app: what it found, what it sent, and why there was nothing to attack. */
export async function attackLibrary(attack: Attack, given: Given = {}) {
  const { weakness = (send: Send) => send, blueprint = libraryBlueprint, people = null } = given;
  const app = await (given.app ?? buildLibraryApp)();
  const client = { send: weakness(sendTo(app)), close: () => {} };
  return attackApp(attack, { client, blueprint, people });
}

type Attacked = {
  client: AppClient;
  blueprint: Blueprint;
  people: SignedInPeople | null;
  /** Finds nothing unless given. */
  searchData?: AttackField['searchData'];
  readData?: AttackField['readData'];
};

/** As `attackLibrary`, on any app. */
export async function attackApp(attack: Attack, attacked: Attacked) {
  const { client: plain, blueprint, people } = attacked;
  const { searchData = async () => [], readData = async () => null } = attacked;
  const document = readApiDocument(
    (await plain.send({ method: 'GET', path: '/openapi.json' })).body,
  );
  const client = createVersionedClient(plain, document);
  const checker = createSchemaChecker(document.root);
  const signal = AbortSignal.timeout(30_000);
  const session = createExerciseSession({ document, client, checker, samplePattern, signal });
  const findings: { message: string; request: AppRequest }[] = [];
  const sent: AppRequest[] = [];
  const reason = await attack.run(
    createAttackField({
      document,
      client,
      people,
      targets: findTargets(document, blueprint),
      records: createRecordMaker(session),
      searchData,
      readData,
      seen: ({ request }) => void sent.push(request),
      report: (message, { request }) => void findings.push({ message, request }),
    }),
  );
  return { findings, sent, reason };
}
