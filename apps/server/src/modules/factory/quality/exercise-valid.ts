import { buildRequest, type PathValues } from './build-request.ts';
import type { AppResponse } from './domain/finding.ts';
import { flattenSchema, isFreeText, isObject } from './domain/json-schema.ts';
import type { Operation, Parameter } from './domain/openapi-document.ts';
import { readRoles } from './domain/people-of-app.ts';
import { type Flavour, flavours } from './domain/valid-value.ts';
import { freeRecord } from './exercise-lifecycle.ts';
import type { ExerciseSession } from './exercise-session.ts';
import { exerciseUpload, validUpload } from './exercise-uploads.ts';
import type { RecordMaker } from './record-maker.ts';
import { chooseRole } from './sign-in-people.ts';

type Exercise = { session: ExerciseSession; records: RecordMaker };

/** Sends every kind of valid input to an operation, with ids of records that exist. */
export async function exerciseValid(exercise: Exercise, operation: Operation): Promise<void> {
  await exercise.records.learnPath(operation);
  if (operation.method === 'delete') return exerciseDelete(exercise, operation);
  if (operation.upload !== null) return exerciseUpload(exercise, operation);
  if (operation.body !== null) return exerciseWrites(exercise, operation);
  return exerciseReads(exercise, operation);
}

async function exerciseWrites({ session, records }: Exercise, operation: Operation): Promise<void> {
  const resource = session.resources.find(({ create }) => create === operation);
  for (const flavour of chooseFlavours(operation)) {
    if (session.stopReason() !== null) return;
    if (resource !== undefined) {
      await records.create(resource, { flavour, fresh: false });
      continue;
    }
    const first = await records.write(operation, { flavour, fresh: false });
    if (first === null || first.status < 300 || first.status >= 500) continue;
    await records.write(operation, { flavour, fresh: true });
  }
}

/** A patch without members is not worth a request: some apps refuse it, some do not. */
function chooseFlavours(operation: Operation): Flavour[] {
  return flavours.filter((flavour) => flavour !== 'minimal' || operation.method !== 'patch');
}

async function exerciseReads({ session, records }: Exercise, operation: Operation): Promise<void> {
  const path = await records.pathValues(operation, operation.method !== 'get');
  if (path === null) return;
  const tries = listQueries(session, operation);
  const answers: (AppResponse | null)[] = [];
  for (const { attempt, query } of tries) {
    if (session.stopReason() !== null) return;
    const request = buildRequest(operation, { path, query });
    answers.push(await session.attempt({ operation, attempt, expectation: 'success', request }));
  }
  await followCursor(session, operation, path);
}

type Query = { attempt: string; query: Record<string, unknown> };

function listQueries(session: ExerciseSession, operation: Operation): Query[] {
  const role = chooseRole(session.document, operation);
  const parameters = operation.parameters.filter(
    ({ place, schema }) =>
      place === 'query' && readRoles(schema['x-roles'])?.includes(role) !== false,
  );
  const fill = (chosen: readonly Parameter[], flavour: Flavour) =>
    Object.fromEntries(
      chosen
        .filter((parameter) => !isCursor(parameter))
        .map(({ name, schema }) => [name, session.makeValue(schema, flavour)]),
    );
  const needed = parameters.filter(({ required }) => required);
  const queries = [{ attempt: 'valid', query: fill(needed, 'full') }];
  for (const parameter of parameters) {
    if (parameter.required || isCursor(parameter)) continue;
    for (const flavour of queryFlavours(session, parameter)) {
      const query = fill([...needed, parameter], flavour);
      const value = query[parameter.name];
      if (queries.some((one) => JSON.stringify(one.query) === JSON.stringify(query))) continue;
      queries.push({ attempt: `valid, ${parameter.name}=${String(value).slice(0, 80)}`, query });
    }
  }
  return queries;
}

/** Free text is where encodings break; everything else breaks at its bounds. */
function queryFlavours({ document }: ExerciseSession, { schema }: Parameter): Flavour[] {
  return isFreeText(flattenSchema(document.root, schema)) ? ['full', 'text'] : ['low', 'high'];
}

/** Cursors are opaque, so that the only valid ones are those that the app gave. */
export function isCursor({ name }: Parameter): boolean {
  return /^(cursor|after|before|page_?token|next|continuation.*)$/i.test(name);
}

async function followCursor(session: ExerciseSession, operation: Operation, path: PathValues) {
  const cursor = operation.parameters.find(isCursor);
  const size = operation.parameters.find(
    ({ name, schema }) =>
      /limit|size|per_?page|first/i.test(name) &&
      flattenSchema(session.document.root, schema).types.includes('integer'),
  );
  if (cursor === undefined || size === undefined) return;
  const first = await session.attempt({
    operation,
    attempt: 'valid, a page of one',
    expectation: 'success',
    request: buildRequest(operation, { path, query: { [size.name]: 1 } }),
  });
  const next = readNextCursor(first);
  if (next === null) return;
  await session.attempt({
    operation,
    attempt: 'valid, the next page',
    expectation: 'success',
    request: buildRequest(operation, { path, query: { [size.name]: 1, [cursor.name]: next } }),
  });
}

function readNextCursor(response: AppResponse | null): string | null {
  if (response === null || response.status !== 200) return null;
  const page: unknown = JSON.parse(response.body);
  const member = isObject(page)
    ? Object.entries(page).find(
        ([name, value]) => /next|cursor/i.test(name) && typeof value === 'string',
      )
    : undefined;
  return member === undefined ? null : String(member[1]);
}

/** A record may have to leave the state of a new one before it can be deleted. */
async function freeNewRecord(session: ExerciseSession, operation: Operation, path: PathValues) {
  const [, collection, name = ''] = /^(.*)\/\{([^}]+)\}$/.exec(operation.path) ?? [];
  const resource = session.resources.find((one) => one.path === collection);
  const id = path[name];
  if (resource !== undefined && id !== undefined)
    await freeRecord({ session }, resource.create, id);
}

/** Deletes what was made for it; a link between two records is made first. */
async function exerciseDelete({ session, records }: Exercise, operation: Operation): Promise<void> {
  const path = await records.pathValues(operation, true);
  if (path === null) return;
  const link = session.document.operations.find(
    (one) => one.path === operation.path && (one.method === 'put' || one.method === 'post'),
  );
  if (link !== undefined && link.body === null) {
    const request = validUpload(link, path) ?? buildRequest(link, { path });
    await session.attempt({ operation: link, attempt: 'valid', expectation: 'success', request });
  }
  await freeNewRecord(session, operation, path);
  const request = buildRequest(operation, { path });
  await session.attempt({ operation, attempt: 'valid', expectation: 'success', request });
  if (/^[^{]*\{[^}]+\}$/.test(operation.path)) Object.values(path).forEach(records.forget);
  const read = session.document.operations.find(
    (one) => one.path === operation.path && one.method === 'get',
  );
  if (read === undefined) return;
  const again = buildRequest(read, { path });
  const attempt = 'a record that was deleted';
  await session.attempt({ operation: read, attempt, expectation: 'rejection', request: again });
}
