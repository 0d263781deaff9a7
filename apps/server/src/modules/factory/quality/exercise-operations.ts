import type { Finding } from './domain/finding.ts';
import { type Method, type Operation, readApiDocument } from './domain/openapi-document.ts';
import type { SamplePattern } from './domain/valid-value.ts';
import { exerciseInvalid } from './exercise-invalid.ts';
import { createExerciseSession, type ExerciseSession } from './exercise-session.ts';
import { exerciseValid } from './exercise-valid.ts';
import type { AppClient, SchemaChecker } from './ports.ts';
import { createRecordMaker } from './record-maker.ts';

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
  createChecker: (document: { readonly [keyword: string]: unknown }) => SchemaChecker;
  samplePattern: SamplePattern;
  signal: AbortSignal;
  progress?: (done: number, total: number) => void;
};

/** Records are made, then read, changed, and deleted last. */
const order: readonly Method[] = ['post', 'put', 'get', 'head', 'options', 'patch', 'delete'];

/** Sends every documented operation of a running app valid and invalid input, and judges each answer. */
export async function exerciseOperations(dependencies: Dependencies): Promise<ExerciseReport> {
  const { client, signal, progress } = dependencies;
  const answer = await client.send({ method: 'GET', path: '/openapi.json' });
  const document = readApiDocument(answer.body);
  const checker = dependencies.createChecker(document.root);
  const session = createExerciseSession({ ...dependencies, document, client, checker, signal });
  const exercise = { session, records: createRecordMaker(session) };
  const operations = document.operations.toSorted(
    (one, other) => order.indexOf(one.method) - order.indexOf(other.method),
  );
  for (const [done, operation] of operations.entries()) {
    if (session.stopReason() !== null) break;
    progress?.(done, operations.length);
    await exerciseValid(exercise, operation);
    await exerciseInvalid(exercise, operation);
  }
  return reportExercise(session, operations);
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
  if (tally.succeeded === 0 && findings.length === 0) {
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
