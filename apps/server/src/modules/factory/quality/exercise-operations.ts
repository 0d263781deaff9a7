import type { Finding } from './domain/finding.ts';
import { type Method, type Operation, readApiDocument } from './domain/openapi-document.ts';
import { takesPasswords } from './domain/people-of-app.ts';
import type { SamplePattern } from './domain/valid-value.ts';
import { exerciseInvalid } from './exercise-invalid.ts';
import { isTransition } from './exercise-lifecycle.ts';
import {
  exerciseProtection,
  exerciseSigning,
  hasNoValidInput,
  spareAccount,
} from './exercise-people.ts';
import { exerciseRules } from './exercise-rules.ts';
import { createExerciseSession, type ExerciseSession } from './exercise-session.ts';
import { exerciseValid } from './exercise-valid.ts';
import type { AppClient, SchemaChecker } from './ports.ts';
import { createRecordMaker, type RecordMaker } from './record-maker.ts';
import type { SignedInPeople } from './sign-in-people.ts';
import { createVersionedClient } from './versioned-client.ts';

export type OperationReport = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly requests: number;
  /** Requests with valid input that ended as documented. */
  readonly succeeded: number;
  readonly findings: readonly Finding[];
};

export type ExerciseReport = {
  readonly operations: readonly OperationReport[];
  /** Operations that were sent at least one request. */
  readonly exercised: number;
  /** Operations with a finding. */
  readonly failed: number;
  readonly requests: number;
  /** Why not everything was tried; null when it was. */
  readonly stopped: string | null;
};

type Dependencies = {
  client: AppClient;
  /** Null when nobody signs in to the app. */
  people: SignedInPeople | null;
  createChecker: (document: { readonly [keyword: string]: unknown }) => SchemaChecker;
  samplePattern: SamplePattern;
  signal: AbortSignal;
  progress?: (done: number, total: number) => void;
};

/** Records are made, then read, changed, and deleted last. */
const order: readonly Method[] = ['post', 'put', 'get', 'head', 'options', 'patch', 'delete'];

/** Sends every documented operation of a running app valid and invalid input, and judges each answer. */
export async function exerciseOperations(dependencies: Dependencies): Promise<ExerciseReport> {
  const { people, signal, progress } = dependencies;
  const plain = people?.client ?? dependencies.client;
  const answer = await plain.send({ method: 'GET', path: '/openapi.json' });
  const document = readApiDocument(answer.body);
  const client = createVersionedClient(plain, document);
  const checker = dependencies.createChecker(document.root);
  const session = createExerciseSession({ ...dependencies, document, client, checker, signal });
  const exercise = { session, records: createRecordMaker(session) };
  const operations = document.operations.toSorted(
    (one, other) => order.indexOf(one.method) - order.indexOf(other.method),
  );
  let done = 0;
  async function exerciseInTurn(lane: readonly Operation[]): Promise<void> {
    for (const operation of lane) {
      if (session.stopReason() !== null) return;
      progress?.(done, operations.length);
      done += 1;
      const isSigning = people !== null && (await exerciseSigning({ session, people }, operation));
      if (!isSigning && !hasNoValidInput(document, operation) && !isTransition(session, operation))
        await exerciseValid(exercise, operation);
      await exerciseRules({ ...exercise, people }, operation);
      if (people === null) await exerciseInvalid(exercise, operation);
      else await exerciseRefusals({ ...exercise, people }, operation);
    }
  }
  // While the app makes hashes of passwords, it can serve those who send none.
  const isSlow = ({ path }: Operation) => takesPasswords(document.people, path);
  const [slow, quick] = [operations.filter(isSlow), operations.filter((one) => !isSlow(one))];
  await Promise.all([exerciseInTurn(slow), exerciseInTurn(quick)]);
  return reportExercise(session, operations);
}

type Exercise = { session: ExerciseSession; records: RecordMaker; people: SignedInPeople };

/** Spoilt input, as somebody who may, and then anything as somebody who may not. */
async function exerciseRefusals(exercise: Exercise, operation: Operation): Promise<void> {
  const { people, session, records } = exercise;
  await exerciseProtection(exercise, operation);
  // Whatever its input, it would end the session that the other operations need.
  if (operation.path === people.app.signOut || operation.roles?.length === 0) return;
  const spared = await spareAccount(exercise, operation);
  await exerciseInvalid({ session: spared ?? session, records }, operation);
}

function reportExercise(
  session: ExerciseSession,
  operations: readonly Operation[],
): ExerciseReport {
  const reports = operations.map((operation) => reportOperation(session, operation));
  return {
    operations: reports,
    exercised: reports.filter(({ requests }) => requests > 0).length,
    failed: reports.filter(({ findings }) => findings.length > 0).length,
    requests: reports.reduce((sum, { requests }) => sum + requests, 0),
    stopped: session.stopReason(),
  };
}

function reportOperation(session: ExerciseSession, operation: Operation): OperationReport {
  const { id, method, path } = operation;
  const tally = session.tallies.get(id) ?? { requests: 0, succeeded: 0, findings: [] };
  const findings = [...tally.findings];
  const isShown = tally.succeeded > 0 || hasNoValidInput(session.document, operation);
  if (!isShown && findings.length === 0) {
    findings.push({
      operation: id,
      kind: 'not-exercisable',
      message: session.stopReason() ?? 'no valid request got the documented answer',
      attempt: 'valid',
      request: null,
      response: null,
    });
  }
  return { id, method: method.toUpperCase(), path, ...tally, findings };
}
