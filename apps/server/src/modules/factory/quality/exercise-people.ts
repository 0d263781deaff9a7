import { sharedAccount } from './attacks/shared-account.ts';
import { buildRequest } from './build-request.ts';
import type { AppRequest, Expectation } from './domain/finding.ts';
import { unknownUuid } from './domain/hostile-values.ts';
import type { ApiDocument, Operation } from './domain/openapi-document.ts';
import type { ExerciseSession } from './exercise-session.ts';
import { chooseRole, createCredentials, type SignedInPeople } from './sign-in-people.ts';

type Exercise = { session: ExerciseSession; people: SignedInPeople };

/**
 * Operations whose valid input cannot be made from their schema: who signs in must know a password, and who signs out
 * must not lose the session that others need. True when the operation was one of them.
 */
export async function exerciseSigning(exercise: Exercise, operation: Operation): Promise<boolean> {
  const { app } = exercise.people;
  if (operation.method !== 'post') return false;
  if (operation.path === app.signIn) await exerciseSignIn(exercise, operation);
  else if (operation.path === app.signOut) await exerciseSignOut(exercise, operation);
  else if (operation.path === app.passwordChange) await exercisePassword(exercise, operation);
  else return operation.path === app.passwordResetConfirm;
  return true;
}

async function exerciseSignIn({ session, people }: Exercise, operation: Operation) {
  const { email, password } = await sharedAccount(people, people.app.admin);
  const attempt = async (
    what: string,
    expectation: Expectation,
    body: { email: string; password: string },
  ) => {
    const request = buildRequest(operation, { body });
    await session.attempt({ operation, attempt: what, expectation, request });
  };
  await attempt('valid', 'success', { email, password });
  await attempt('a wrong password', 'unauthenticated', { email, password: `${password}?` });
  const stranger = createCredentials('nobody');
  await attempt('an unknown address', 'unauthenticated', stranger);
}

async function exerciseSignOut({ session, people }: Exercise, operation: Operation) {
  const cookie = await people.signIn(await sharedAccount(people, people.app.admin));
  const request = withCookie(buildRequest(operation, {}), cookie);
  await session.attempt({ operation, attempt: 'valid', expectation: 'success', request });
  const again = { operation, attempt: 'a session that was ended', request };
  await session.attempt({ ...again, expectation: 'unauthenticated' });
}

async function exercisePassword({ session, people }: Exercise, operation: Operation) {
  const before = await people.addAccount(people.app.admin);
  const cookie = await people.signIn(before);
  const { password } = createCredentials('next');
  const change = async (what: string, expectation: Expectation, current: string) => {
    const request = withCookie(buildRequest(operation, { body: { current, password } }), cookie);
    await session.attempt({ operation, attempt: what, expectation, request });
  };
  await change('valid', 'success', before.password);
  await change('a session from before the change', 'unauthenticated', password);
}

/** Whoever may not use an operation must be refused before anything is looked up: input that exists is not needed. */
export async function exerciseProtection(
  { session, people }: Exercise,
  operation: Operation,
): Promise<void> {
  const { roles } = operation;
  if (roles === null) return;
  const path = Object.fromEntries(
    operation.parameters
      .filter(({ place }) => place === 'path')
      .map(({ name }) => [name, unknownUuid]),
  );
  const body = operation.body === null ? {} : { body: {} };
  const request = buildRequest(operation, { path, ...body });
  const attempt = async (what: string, expectation: Expectation, cookie: string) => {
    const sent = withCookie(request, cookie);
    await session.attempt({ operation, attempt: what, expectation, request: sent });
  };
  await attempt('without a session', 'unauthenticated', '');
  for (const role of people.app.roles.filter((each) => !roles.includes(each))) {
    await attempt(`as ${role}, who may not`, 'forbidden', people.cookieOf(role));
  }
}

/** Nobody may use it, or only with a code that came by mail: there is no valid input to be sent. */
export function hasNoValidInput({ people }: ApiDocument, { path, roles }: Operation): boolean {
  return people !== null && (path === people.passwordResetConfirm || roles?.length === 0);
}

/** Spoilt input to an operation that judges passwords would lock an account that is needed: it gets one of its own. */
export async function spareAccount(
  { people, session }: Exercise,
  operation: Operation,
): Promise<ExerciseSession | null> {
  if (operation.path !== people.app.passwordChange) return null;
  const role = chooseRole(session.document, operation);
  const cookie = await people.signIn(await people.addAccount(role));
  return {
    ...session,
    attempt: (tried) => session.attempt({ ...tried, request: withCookie(tried.request, cookie) }),
  };
}

function withCookie(request: AppRequest, cookie: string): AppRequest {
  return { ...request, headers: { ...request.headers, cookie } };
}
