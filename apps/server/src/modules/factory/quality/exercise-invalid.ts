import { buildRequest, type PathValues } from './build-request.ts';
import type { Expectation } from './domain/finding.ts';
import {
  hostileQueryTexts,
  hostileSegments,
  malformedQueryValues,
  unknownUuid,
} from './domain/hostile-values.ts';
import { listBodyMutations, OVERSIZED, sendGiven } from './domain/invalid-body.ts';
import { flattenSchema, isFreeText, type Schema } from './domain/json-schema.ts';
import type { Operation, Parameter } from './domain/openapi-document.ts';
import { takesPasswords } from './domain/people-of-app.ts';
import type { Attempt, ExerciseSession } from './exercise-session.ts';
import { wrongUploads } from './exercise-uploads.ts';
import { isCursor } from './exercise-valid.ts';
import type { RecordMaker } from './record-maker.ts';

type Exercise = { session: ExerciseSession; records: RecordMaker };
type MakeAttempt = () => Promise<Attempt>;

const AT_ONCE = 6;

/** Sends an operation what its document forbids, and what it allows but nobody expects. */
export async function exerciseInvalid(exercise: Exercise, operation: Operation): Promise<void> {
  const path = await exercise.records.pathValues(operation, false);
  if (path === null) return;
  const attempts = [
    ...(await wrongPaths(exercise, operation, path)),
    ...wrongQueries(exercise.session, operation, path),
    ...wrongBodies(exercise, operation, path),
    ...wrongMedia(exercise, operation, path),
    ...wrongUploads(operation, path).map(
      (attempt): MakeAttempt =>
        async () =>
          attempt,
    ),
  ];
  const { session } = exercise;
  const isSlow =
    takesPasswords(session.document.people, operation.path) || takesSecrets(session, operation);
  const chosen = thin(attempts, session, isSlow);
  await inParallel(chosen, session, isSlow ? 1 : AT_ONCE);
}

/** A member that is kept as a hash costs as much work. */
function takesSecrets({ document: { root } }: ExerciseSession, { body }: Operation): boolean {
  const members = Object.values(flattenSchema(root, body?.schema ?? {}).properties);
  return members.some((member) => flattenSchema(root, member).format === 'password');
}

/** Spoilt requests for all operations together; large apps get fewer of each kind. */
const BUDGET = 4_000;
const FEWEST = 15;

/** Evenly spaced ones when there are too many, always the same. */
function thin(
  attempts: MakeAttempt[],
  { document: { operations } }: ExerciseSession,
  isSlow: boolean,
): MakeAttempt[] {
  const share = isSlow ? FEWEST : Math.max(FEWEST, Math.floor(BUDGET / operations.length));
  if (attempts.length <= share) return attempts;
  const step = attempts.length / share;
  return attempts.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function inParallel(
  attempts: MakeAttempt[],
  session: ExerciseSession,
  atOnce: number,
): Promise<void> {
  const queue = attempts.values();
  async function work(): Promise<void> {
    for (const make of queue) {
      if (session.stopReason() !== null) return;
      await session.attempt(await make());
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function wrongPaths({ records }: Exercise, operation: Operation, path: PathValues) {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  const body =
    operation.body === null
      ? undefined
      : await records.body(operation, { flavour: 'full', fresh: false });
  const segments = [...hostileSegments, ['an unknown id', unknownUuid] as const];
  return names.flatMap((name) =>
    segments.map(
      ([what, segment]): MakeAttempt =>
        async () => ({
          operation,
          attempt: `${name} is ${what}`,
          expectation: expectForSegment(operation, what),
          request: buildRequest(operation, { path: { ...path, [name]: segment }, body }),
        }),
    ),
  );
}

/** Deleting what is not there may succeed; a broken escape is refused before the app's own code. */
function expectForSegment(operation: Operation, what: string): Expectation {
  if (what === 'a broken escape' || what === '2000 characters') return 'survival';
  return operation.method === 'delete' || operation.method === 'head' ? 'answer' : 'rejection';
}

function wrongQueries(session: ExerciseSession, operation: Operation, path: PathValues) {
  const parameters = operation.parameters.filter(({ place }) => place === 'query');
  const needed = Object.fromEntries(
    parameters
      .filter(({ required }) => required)
      .map(({ name, schema }) => [name, session.makeValue(schema, 'full')]),
  );
  const ask = (attempt: string, expectation: Expectation, query: object): MakeAttempt => {
    const request = buildRequest(operation, { path, query: { ...needed, ...query } });
    return async () => ({ operation, attempt, expectation, request });
  };
  const each = parameters.flatMap((parameter) =>
    listQueryValues(session, parameter).map(([what, value]) =>
      ask(`${parameter.name} is ${what}`, expectForQuery(session, parameter, value), {
        [parameter.name]: value,
      }),
    ),
  );
  const twice = parameters.map(({ name }) =>
    ask(`${name} twice`, 'answer', { [name]: ['1', '2'] }),
  );
  const missing = Object.keys(needed).map((name): MakeAttempt => {
    const { [name]: _left, ...query } = needed;
    const request = buildRequest(operation, { path, query });
    return async () => ({
      operation,
      attempt: `without ${name}`,
      expectation: 'rejection',
      request,
    });
  });
  return [
    ...each,
    ...twice,
    ...missing,
    ask('an unknown parameter', 'answer', { 'no[such]': '1' }),
  ];
}

function listQueryValues({ document }: ExerciseSession, { schema }: Parameter) {
  const flat = flattenSchema(document.root, schema);
  const { minimum, maximum } = flat;
  const beyond: [string, string][] = [];
  if (minimum !== null) beyond.push(['below the minimum', String(minimum - 1)]);
  if (maximum !== null) beyond.push(['above the maximum', String(maximum + 1)]);
  return [...(isFreeText(flat) ? hostileQueryTexts : malformedQueryValues), ...beyond];
}

function expectForQuery(
  session: ExerciseSession,
  parameter: Parameter,
  value: string,
): Expectation {
  if (value === '') return 'answer';
  if (isCursor(parameter)) return value === 'no-such-value' ? 'rejection' : 'answer';
  const { types } = flattenSchema(session.document.root, parameter.schema);
  const read = readAs(types, value);
  return session.checker.check(parameter.schema, read).length > 0 ? 'rejection' : 'answer';
}

function readAs(types: readonly string[], value: string): unknown {
  if (types.includes('integer') || types.includes('number')) {
    return Number.isNaN(Number(value)) ? value : Number(value);
  }
  if (types.includes('boolean'))
    return ['true', 'false'].includes(value) ? value === 'true' : value;
  return types.includes('array') ? [value] : value;
}

function wrongBodies({ session, records }: Exercise, operation: Operation, path: PathValues) {
  const { body } = operation;
  if (body === null) return [];
  const { root } = session.document;
  const mutations = [
    ...listBodyMutations(root, body.schema),
    ...sendGiven(root, body.schema, answerSchema(operation), session.makeValue),
  ];
  return mutations.map(
    ({ name, spoil }): MakeAttempt =>
      async () => {
        const valid = await records.body(operation, { flavour: 'full', fresh: false });
        const raw = spoil(valid ?? {});
        const expectation =
          name === OVERSIZED ? 'survival' : expectForBody(session, operation, raw);
        const request = buildRequest(operation, { path, raw });
        return { operation, attempt: name, expectation, request };
      },
  );
}

/** The record that the operation answers with. */
function answerSchema({ responses }: Operation): Schema {
  const found = Object.entries(responses).find(([status]) => status.startsWith('2'));
  const json = Object.entries(found?.[1].schemas ?? {}).find(([type]) => /json/.test(type));
  return json?.[1] ?? {};
}

function expectForBody(session: ExerciseSession, operation: Operation, raw: string): Expectation {
  if (operation.body === null) return 'survival';
  if (raw === '') return operation.body.required ? 'rejection' : 'answer';
  try {
    const value: unknown = JSON.parse(raw);
    return session.checker.check(operation.body.schema, value).length > 0 ? 'rejection' : 'answer';
  } catch {
    return 'rejection';
  }
}

function wrongMedia({ records }: Exercise, operation: Operation, path: PathValues): MakeAttempt[] {
  if (operation.body === null) return [];
  return ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'].map(
    (contentType): MakeAttempt =>
      async () => {
        const body = await records.body(operation, { flavour: 'full', fresh: false });
        const request = { ...buildRequest(operation, { path, body }), contentType };
        return { operation, attempt: `sent as ${contentType}`, expectation: 'rejection', request };
      },
  );
}
