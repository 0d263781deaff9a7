import {
  type AppRequest,
  type AppResponse,
  type Expectation,
  type Finding,
  judgeExchange,
} from './domain/finding.ts';
import type { ApiDocument, Operation } from './domain/openapi-document.ts';
import { findResources, type Resource } from './domain/resources.ts';
import { createValueMaker, type SamplePattern, type ValueMaker } from './domain/valid-value.ts';
import type { AppClient, SchemaChecker } from './ports.ts';

export type OperationTally = { requests: number; succeeded: number; findings: Finding[] };

export type Attempt = {
  operation: Operation;
  /** What is tried, in a few words. */
  attempt: string;
  expectation: Expectation;
  request: AppRequest;
};

/** What is known while one app is exercised: its document, its records and what was found so far. */
export type ExerciseSession = {
  readonly document: ApiDocument;
  readonly resources: readonly Resource[];
  readonly makeValue: ValueMaker;
  readonly checker: SchemaChecker;
  readonly tallies: ReadonlyMap<string, OperationTally>;
  /** Sends and judges. Null when no answer came; what is wrong is kept as a finding. */
  attempt(attempt: Attempt): Promise<AppResponse | null>;
  /** Judges an answer once more, by another expectation. */
  judge(attempt: Attempt, response: AppResponse): boolean;
  record(finding: Finding): void;
  /** Why it makes no sense to go on; null while the app answers and there is time. */
  stopReason(): string | null;
};

const MAX_FINDINGS_PER_OPERATION = 20;
const MAX_SILENCES = 3;

type Dependencies = {
  document: ApiDocument;
  client: AppClient;
  checker: SchemaChecker;
  samplePattern: SamplePattern;
  signal: AbortSignal;
};

export function createExerciseSession(dependencies: Dependencies): ExerciseSession {
  const { document, client, checker, signal } = dependencies;
  const tallies = new Map<string, OperationTally>(
    document.operations.map(({ id }) => [id, { requests: 0, succeeded: 0, findings: [] }]),
  );
  let silences = 0;

  function record(finding: Finding): void {
    const findings = tallies.get(finding.operation)?.findings;
    if (findings && findings.length < MAX_FINDINGS_PER_OPERATION) findings.push(finding);
  }

  function judge(tried: Attempt, response: AppResponse): boolean {
    const finding = judgeExchange({ ...tried, response }, (schema, value) =>
      checker.check(schema, value),
    );
    if (finding !== null) record(finding);
    return finding === null;
  }

  async function attempt(tried: Attempt): Promise<AppResponse | null> {
    const { operation, request } = tried;
    const tally = tallies.get(operation.id);
    if (tally) tally.requests += 1;
    try {
      const response = await client.send(request);
      silences = 0;
      if (judge(tried, response) && tally && response.status < 300) tally.succeeded += 1;
      return response;
    } catch (error) {
      silences += 1;
      if (tried.expectation !== 'survival') record(describeSilence(tried, error));
      return null;
    }
  }

  return {
    document,
    checker,
    tallies,
    resources: findResources(document),
    makeValue: createValueMaker(document.root, dependencies.samplePattern),
    attempt,
    judge,
    record,
    stopReason() {
      if (signal.aborted) return 'the time for exercising the operations ran out';
      return silences >= MAX_SILENCES ? 'the app stopped answering' : null;
    },
  };
}

function describeSilence({ operation, attempt, request }: Attempt, error: unknown): Finding {
  const body = request.body === undefined ? {} : { body: request.body.slice(0, 2_000) };
  return {
    operation: operation.id,
    kind: 'no-answer',
    message: error instanceof Error ? error.message : String(error),
    attempt,
    request: { ...request, path: request.path.slice(0, 2_000), ...body },
    response: null,
  };
}
