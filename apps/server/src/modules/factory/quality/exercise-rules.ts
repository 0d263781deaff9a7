import type { Members } from './body-maker.ts';
import { buildRequest } from './build-request.ts';
import { type Computed, exceedComputed } from './domain/computed-members.ts';
import { flattenSchema } from './domain/json-schema.ts';
import { compare } from './domain/keep-rules.ts';
import type { Operation } from './domain/openapi-document.ts';
import { type RuleOfApp, readRules } from './domain/rules-of-app.ts';
import { waysFrom } from './domain/ways.ts';
import { exerciseChanges } from './exercise-changes.ts';
import { exerciseDeletion } from './exercise-deletion.ts';
import { exerciseFixed } from './exercise-fixed.ts';
import { exerciseLifecycle, freeRecord, move } from './exercise-lifecycle.ts';
import { exerciseVersions } from './exercise-versions.ts';
import { create, type Exercise, find, idOf, newBody } from './rule-records.ts';

type Rule<Kind extends RuleOfApp['kind']> = Extract<RuleOfApp, { kind: Kind }>;

/** Makes records that keep the documented rules, and then breaks each rule, which has to be refused. */
export async function exerciseRules(exercise: Exercise, operation: Operation): Promise<void> {
  const { session } = exercise;
  if (session.resources.every(({ create }) => create !== operation)) return;
  for (const rule of readRules(session.document.root, operation.body?.schema ?? {})) {
    if (session.stopReason() !== null) return;
    await breakRule(exercise, operation, rule);
  }
}

async function breakRule(exercise: Exercise, operation: Operation, rule: RuleOfApp) {
  switch (rule.kind) {
    case 'unique-together':
      return repeatTogether(exercise, operation, rule.members);
    case 'no-overlap':
      return repeatTogether(exercise, operation, [rule.start, rule.end, ...rule.per]);
    case 'order':
      return swapOrder(exercise, operation, rule);
    case 'computed':
      return exceedComputation(exercise, operation, rule);
    case 'at-most':
      return exceedLimit(exercise, operation, rule);
    case 'delete-blocked':
      return deleteBlocked(exercise, operation, rule);
    case 'change-blocked':
      return exerciseFixed(exercise, operation, rule);
    case 'lifecycle':
      return exerciseLifecycle(exercise, operation, rule);
    case 'optimistic-locking':
      return exerciseVersions(exercise, operation);
    case 'soft-delete':
      return exerciseDeletion(exercise, operation, rule);
    case 'audited':
      return exerciseChanges(exercise, operation, rule);
    case 'delete-blocked-by':
      return 'link' in rule
        ? deleteLinked(exercise, operation, rule.link)
        : deleteNamed(exercise, operation, rule);
  }
}

async function repeatTogether(
  exercise: Exercise,
  operation: Operation,
  members: readonly string[],
): Promise<void> {
  const first = await newBody(exercise, operation);
  const second = await newBody(exercise, operation);
  if (first === null || second === null || isLeft(first, members)) return;
  const what = members.join(', ');
  const made = await create(exercise, operation, first, `a new ${what}`, 'success-unless-taken');
  if (made === null || made.status >= 300) return;
  const same = Object.fromEntries(members.map((name) => [name, first[name]]));
  await create(exercise, operation, { ...second, ...same }, `the same ${what}`, 'conflict');
}

async function swapOrder(
  exercise: Exercise,
  operation: Operation,
  { first, second }: Rule<'order'>,
): Promise<void> {
  const body = await newBody(exercise, operation);
  if (body === null || (compare(body[first], body[second]) ?? 0) >= 0) return;
  const swapped = { ...body, [first]: body[second], [second]: body[first] };
  await create(exercise, operation, swapped, `${first} above ${second}`, 'rejection');
}

async function exceedComputation(
  exercise: Exercise,
  operation: Operation,
  rule: Computed,
): Promise<void> {
  const { root } = exercise.session.document;
  const schema = operation.body?.schema ?? {};
  const { properties } = flattenSchema(root, schema);
  const all = readRules(root, schema).filter((one): one is Computed => one.kind === 'computed');
  const body = await newBody(exercise, operation);
  const far =
    body && exceedComputed(all, body, rule, (name) => flattenSchema(root, properties[name] ?? {}));
  await create(exercise, operation, far, `${rule.member} above its most`, 'rejection');
}

/** More records than this are not made to reach a limit. */
const MOST_MADE = 20;

async function exceedLimit(
  exercise: Exercise,
  operation: Operation,
  { per, most, where }: Rule<'at-most'>,
): Promise<void> {
  const first = await newBody(exercise, operation);
  if (first === null || most > MOST_MADE || isLeft(first, [per])) return;
  // What is counted may be a state that a new record cannot be given.
  if (where !== null && !(where.member in first)) return;
  const shared = { [per]: first[per], ...(where && { [where.member]: where.values[0] }) };
  for (let made = 0; made < most; made += 1) {
    const body = { ...(await newBody(exercise, operation)), ...shared };
    const answer = await create(exercise, operation, body, `${made + 1} of ${most}`);
    if (answer === null || answer.status >= 300) return;
  }
  const body = { ...(await newBody(exercise, operation)), ...shared };
  await create(exercise, operation, body, `one more than ${most}`, 'conflict');
}

async function deleteBlocked(
  exercise: Exercise,
  operation: Operation,
  { member, values }: Rule<'delete-blocked'>,
): Promise<void> {
  if (await deleteInState(exercise, operation, member, values)) return;
  for (const value of values) {
    const body = await newBody(exercise, operation);
    if (body === null || !(member in body)) return;
    const what = `${member}=${String(value)}`;
    const changed = { ...body, [member]: value };
    const made = await create(exercise, operation, changed, what, 'success-unless-taken');
    await remove(exercise, operation, idOf(made), `a record with ${what}`);
  }
}

/** The same by a state that only transitions change, each on a record of its own; false where it is none. */
async function deleteInState(
  exercise: Exercise,
  operation: Operation,
  member: string,
  values: readonly unknown[],
): Promise<boolean> {
  const rules = readRules(exercise.session.document.root, operation.body?.schema ?? {});
  const lifecycle = rules.find((rule) => rule.kind === 'lifecycle' && rule.member === member);
  if (lifecycle?.kind !== 'lifecycle') return false;
  for (const [state, way] of waysFrom(lifecycle)) {
    if (!values.includes(state)) continue;
    const id = idOf(await create(exercise, operation, await newBody(exercise, operation), 'valid'));
    if (id === null) break;
    for (const step of way) await move(exercise, step, id, 'success');
    await remove(exercise, operation, id, `a record with ${member}=${state}`);
  }
  return true;
}

/** Deletes a record that another one names. */
async function deleteNamed(
  exercise: Exercise,
  operation: Operation,
  { of, member }: { of: string; member: string },
): Promise<void> {
  const child = find(exercise, 'post', of);
  const body = child && (await newBody(exercise, child));
  if (child === null || body === null) return;
  const made = await create(exercise, operation, await newBody(exercise, operation), 'a parent');
  const id = idOf(made);
  if (id === null) return;
  const named = { ...body, [member]: id };
  const held = await create(exercise, child, named, `${member} of a new record`);
  await freeRecord(exercise, operation, id);
  if (idOf(held) !== null) await remove(exercise, operation, id, `a record that a ${member} names`);
}

/** Deletes a record that is linked with another one. */
async function deleteLinked(exercise: Exercise, operation: Operation, path: string): Promise<void> {
  const { session, records } = exercise;
  const link = find(exercise, 'put', path);
  const values = link && (await records.pathValues(link, true));
  if (link === null || values === null) return;
  const request = buildRequest(link, { path: values });
  await session.attempt({ operation: link, attempt: 'valid', expectation: 'success', request });
  const [, first = ''] = /\{(.+?)\}/.exec(path) ?? [];
  const id = values[first] ?? null;
  if (id !== null) await freeRecord(exercise, operation, id);
  await remove(exercise, operation, id, 'a record that is linked');
}

/** What is left empty breaks no rule. */
function isLeft(body: Members, members: readonly string[]): boolean {
  return members.some((name) => body[name] === null || body[name] === undefined);
}

/** Deletes a record that was made by `operation`, which has to be refused. */
async function remove(
  exercise: Exercise,
  { path }: Operation,
  id: string | null,
  attempt: string,
): Promise<void> {
  const operation = exercise.session.document.operations.find(
    (one) => one.method === 'delete' && one.path.replace(/\/\{[^}/]+\}$/, '') === path,
  );
  const [, name = ''] = /\{([^}]+)\}$/.exec(operation?.path ?? '') ?? [];
  if (operation === undefined || id === null || operation.roles?.length === 0) return;
  const request = buildRequest(operation, { path: { [name]: id } });
  await exercise.session.attempt({ operation, attempt, expectation: 'conflict', request });
}
