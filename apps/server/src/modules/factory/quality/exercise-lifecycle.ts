import { buildRequest } from './build-request.ts';
import type { Expectation } from './domain/finding.ts';
import { isObject } from './domain/json-schema.ts';
import type { Operation } from './domain/openapi-document.ts';
import { parseJson } from './domain/parse-json.ts';
import { type RuleOfApp, readRules, type TransitionOfApp } from './domain/rules-of-app.ts';
import { waysFrom, wayToDeletable } from './domain/ways.ts';
import type { ExerciseSession } from './exercise-session.ts';
import { create, type Exercise, find, idOf, newBody } from './rule-records.ts';
import { chooseRole } from './sign-in-people.ts';

type Lifecycle = Extract<RuleOfApp, { kind: 'lifecycle' }>;

/** Does the operation move a record from state to state or restore it, so that it needs a record in the right one? */
export function isTransition({ document, resources }: ExerciseSession, operation: Operation) {
  return resources
    .flatMap(({ create: { body } }) => readRules(document.root, body?.schema ?? {}))
    .some(
      (rule) =>
        (rule.kind === 'soft-delete' && rule.restore === operation.path) ||
        (rule.kind === 'lifecycle' && rule.transitions.some(({ path }) => path === operation.path)),
    );
}

/** Carries out every transition from every state it starts from, and refuses it in each other state. */
export async function exerciseLifecycle(
  exercise: Exercise,
  operation: Operation,
  lifecycle: Lifecycle,
): Promise<void> {
  const ways = waysFrom(lifecycle);
  for (const transition of lifecycle.transitions) {
    for (const [state, way] of ways) {
      if (exercise.session.stopReason() !== null) return;
      const body = await newBody(exercise, operation);
      const maker = makerOf(exercise, transition);
      const made = await create(exercise, operation, body, 'valid', 'success-unless-taken', maker);
      const id = idOf(made);
      if (id === null) return;
      for (const step of way) await move(exercise, step, id, 'success');
      const isPossible = transition.from.includes(state);
      const moved = await move(
        exercise,
        transition,
        id,
        isPossible ? 'success' : 'conflict',
        state,
      );
      if (isPossible) judgeState(exercise, transition, lifecycle.member, moved);
    }
  }
}

/** Own rows are moved by who made them, so that somebody who may move them has to make them. */
function makerOf({ session, people }: Exercise, { path }: TransitionOfApp) {
  const operation = session.document.operations.find(
    (one) => one.method === 'post' && one.path === path,
  );
  if (people === null || operation?.ownRows !== true) return undefined;
  return { cookie: people.cookieOf(chooseRole(session.document, operation)) };
}

/** Moves a new record of `operation` on to a state in which it can be deleted, where it is in none. */
export async function freeRecord(
  exercise: Pick<Exercise, 'session'>,
  operation: Operation,
  id: string,
): Promise<void> {
  const { root } = exercise.session.document;
  for (const step of wayToDeletable(readRules(root, operation.body?.schema ?? {})))
    await move(exercise, step, id, 'success');
}

export async function move(
  exercise: Pick<Exercise, 'session'>,
  { path }: TransitionOfApp,
  id: string,
  expectation: Expectation,
  state = 'a state on the way',
) {
  const operation = find(exercise, 'post', path);
  if (operation === null || operation.roles?.length === 0) return null;
  const [, name = ''] = /\{([^}]+)\}/.exec(path) ?? [];
  const request = buildRequest(operation, { path: { [name]: id } });
  const attempt = `a record in ${state}`;
  const response = await exercise.session.attempt({ operation, attempt, expectation, request });
  return response && { operation, attempt, expectation, request, response };
}

function judgeState(
  { session }: Exercise,
  { to }: TransitionOfApp,
  member: string,
  moved: Awaited<ReturnType<typeof move>>,
): void {
  if (moved === null || moved.response.status >= 300) return;
  const record = parseJson(moved.response.body);
  if (isObject(record) && record[member] === to) return;
  const { operation, attempt, request, response } = moved;
  const message = `${member} is not ${to} after it`;
  session.record({
    operation: operation.id,
    kind: 'rule-broken',
    message,
    attempt,
    request,
    response,
  });
}
