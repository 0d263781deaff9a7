import type { ContractOperation } from '@quantumlayer/contracts';
import {
  type AppRequest,
  type AppResponse,
  type Finding,
  shortenExchange,
} from '../domain/finding.ts';
import { hostileSegments, hostileTexts } from '../domain/hostile-values.ts';
import { isObject } from '../domain/json-schema.ts';
import { findResponse, isJson } from '../domain/openapi-document.ts';
import { parseJson } from '../domain/parse-json.ts';
import type { ExerciseReport, OperationReport } from '../exercise-operations.ts';
import type { SchemaChecker } from '../ports.ts';
import type { ContractWorld } from './contract-world.ts';

type Dependencies = {
  world: ContractWorld;
  checker: SchemaChecker;
  signal: AbortSignal;
  progress?: (done: number, total: number) => void;
};

type Tally = { requests: number; succeeded: number; findings: Finding[] };
const MOST_FINDINGS = 10;

/** Sends every operation of the given document valid and hostile input, and judges each answer by that document. */
export async function exerciseContract({
  world,
  checker,
  signal,
  progress,
}: Dependencies): Promise<ExerciseReport> {
  const { operations } = world.contract;
  const reports: OperationReport[] = [];
  let stopped: string | null = null;
  for (const [done, operation] of operations.entries()) {
    if (signal.aborted) {
      stopped = 'the time for exercising the operations ran out';
      break;
    }
    progress?.(done, operations.length);
    const tally: Tally = { requests: 0, succeeded: 0, findings: [] };
    await exerciseOne({ world, checker, operation, tally });
    reports.push({
      id: operation.id,
      method: operation.method.toUpperCase(),
      path: operation.path,
      ...tally,
    });
  }
  return {
    operations: reports,
    exercised: reports.filter(({ requests }) => requests > 0).length,
    failed: reports.filter(({ findings }) => findings.length > 0).length,
    requests: reports.reduce((sum, { requests }) => sum + requests, 0),
    stopped,
  };
}

type Exercise = {
  world: ContractWorld;
  checker: SchemaChecker;
  operation: ContractOperation;
  tally: Tally;
};

async function exerciseOne(exercise: Exercise): Promise<void> {
  try {
    await sendValid(exercise);
    await sendHostile(exercise);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    record(exercise, { kind: 'not-exercisable', message, attempt: 'valid' });
  }
}

async function sendValid(exercise: Exercise): Promise<void> {
  const { world, operation, tally } = exercise;
  const { behaviour, access } = operation;
  const owner =
    access.for === 'session' || world.contract.accounts !== null
      ? await world.personFor(operation)
      : null;
  const rows = await world.rowsFor(operation, owner);
  if (rows === null)
    throw new Error('a record that its path names could not be made through the API');
  const signing = behaviour.kind === 'login';
  const body = world.bodyOf(operation, rows);
  const { request, response } = await world.send(operation, { body, rows, owner });
  tally.requests += 1;
  const wrong =
    behaviour.kind === 'undetermined'
      ? judgeOpen(response)
      : takes(behaviour) && response.status >= 400 && response.status < 500
        ? null
        : judgeValid(exercise, response, signing);
  if (wrong === null) tally.succeeded += 1;
  else record(exercise, { ...wrong, attempt: 'valid', request, response });
}

/** Nobody has anything yet that could be taken. */
function takes(behaviour: ContractOperation['behaviour']): boolean {
  if (behaviour.kind === 'create') return behaviour.moves !== undefined;
  return behaviour.kind === 'increment' && behaviour.amount !== undefined && behaviour.by < 0;
}

type Wrong = Pick<Finding, 'kind' | 'message'>;

/** What nobody has determined is said to be open, and never answered with something made up. */
function judgeOpen({ status }: AppResponse): Wrong | null {
  if (status === 501 || (status >= 400 && status < 500)) return null;
  return {
    kind: 'undocumented-status',
    message: `an operation that is not determined was answered with ${status}`,
  };
}

/** Made-up names and passwords are wrong, so that signing in is refused as documented. */
function judgeValid(exercise: Exercise, response: AppResponse, mayRefuse: boolean): Wrong | null {
  const { status } = response;
  if (status >= 500) return { kind: 'server-error', message: `answered ${status}` };
  if (status >= 400 && !mayRefuse)
    return { kind: 'valid-rejected', message: `valid input was answered with ${status}` };
  return judgeDocumented(exercise, response);
}

/** The status, the media type and the body are those of the document. */
function judgeDocumented(
  { world, checker, operation }: Exercise,
  { status, contentType, body }: AppResponse,
): Wrong | null {
  const documented = world.documented(operation);
  const answer = documented === undefined ? null : findResponse(documented, status);
  if (answer === null)
    return { kind: 'undocumented-status', message: `the answer ${status} is not in the document` };
  const media = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const types = Object.keys(answer.schemas);
  const fits = (type: string) =>
    type === media ||
    type === '*/*' ||
    (type.endsWith('/*') && media.startsWith(type.slice(0, -1)));
  const found = types.find(fits);
  const isFile =
    types.length > 0 && types.every((type) => !isJson(type) && !/html|text/.test(type));
  if (types.length > 0 && found === undefined && !isFile && operation.method !== 'head')
    return {
      kind: 'response-mismatch',
      message: `answered ${media || 'no content type'}, not ${types.join(' or ')}`,
    };
  const schema = found === undefined ? null : answer.schemas[found];
  if (schema == null || !isJson(media)) return null;
  const wrong = checker.check(schema, parseJson(body));
  return wrong.length === 0
    ? null
    : {
        kind: 'response-mismatch',
        message: `the answer is not as documented: ${wrong.slice(0, 3).join('; ')}`,
      };
}

/** Input that has broken other servers: each is answered, and none with 5xx but that an operation is not built. */
async function sendHostile(exercise: Exercise): Promise<void> {
  const { world, operation, tally } = exercise;
  const owner = operation.access.for === 'session' ? await world.personFor(operation) : null;
  const requests = await hostileRequests(world, operation, owner);
  for (const { attempt, request } of requests) {
    const response = await world.client.send(request);
    tally.requests += 1;
    const isOpen = response.status === 501 && operation.behaviour.kind === 'undetermined';
    if (response.status >= 500 && !isOpen)
      record(exercise, {
        kind: 'server-error',
        message: `answered ${response.status}`,
        attempt,
        request,
        response,
      });
  }
}

type Hostile = { attempt: string; request: AppRequest };

async function hostileRequests(
  world: ContractWorld,
  operation: ContractOperation,
  owner: Awaited<ReturnType<ContractWorld['person']>>,
): Promise<Hostile[]> {
  const body = world.bodyOf(operation, new Map());
  const plain = await world.requestOf(operation, { body, owner });
  const paths = operation.path.includes('{')
    ? hostileSegments.map(([attempt, segment]) => ({
        attempt: `path: ${attempt}`,
        request: { ...plain, path: operation.path.replaceAll(/\{[^}]*\}/g, segment) },
      }))
    : [];
  const isJsonBody = plain.contentType !== undefined && isJson(plain.contentType);
  if (!isJsonBody || operation.behaviour.kind === 'login') return paths;
  const broken = ['{"', '[]', '"text"', 'null', ''].map((text) => ({
    attempt: `body ${text}`,
    request: { ...plain, body: text },
  }));
  return [...paths, ...broken, ...(isAboutPasswords(operation) ? [] : hostileMembers(plain, body))];
}

/** Each of them costs the app a hash. */
function isAboutPasswords({ behaviour }: ContractOperation): boolean {
  return behaviour.kind === 'create' && behaviour.registers;
}

function hostileMembers(plain: AppRequest, body: unknown): Hostile[] {
  if (!isObject(body)) return [];
  const texts = Object.entries(body).filter(([, value]) => typeof value === 'string');
  return texts.slice(0, 6).flatMap(([name]) =>
    hostileTexts.map(([attempt, text]) => ({
      attempt: `${name}: ${attempt}`,
      request: { ...plain, body: JSON.stringify({ ...body, [name]: text }) },
    })),
  );
}

type Recorded = Wrong & { attempt: string; request?: AppRequest; response?: AppResponse };

function record(
  { operation, tally }: Exercise,
  { kind, message, attempt, request, response }: Recorded,
): void {
  if (tally.findings.length >= MOST_FINDINGS) return;
  const exchange =
    request === undefined
      ? { request: null, response: null }
      : shortenExchange({ request, response: response ?? null });
  tally.findings.push({ operation: operation.id, kind, message, attempt, ...exchange });
}
