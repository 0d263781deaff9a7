import type {
  AttackExchange,
  AttackReport,
  AttackResult,
  Blueprint,
} from '@quantumlayer/contracts';
import { type AppRequest, shortenExchange } from '../domain/finding.ts';
import { type ApiDocument, readApiDocument } from '../domain/openapi-document.ts';
import type { SamplePattern } from '../domain/valid-value.ts';
import { createExerciseSession } from '../exercise-session.ts';
import type { AppClient, SchemaChecker } from '../ports.ts';
import { createRecordMaker } from '../record-maker.ts';
import type { SignedInPeople } from '../sign-in-people.ts';
import { createVersionedClient } from '../versioned-client.ts';
import { allAttacks } from './all-attacks.ts';
import type { Attack, Watch } from './attack.ts';
import { type AttackField, createAttackField, learnReferences } from './attack-field.ts';
import { findTargets } from './target.ts';
import { watches } from './watches.ts';

export const OUT_OF_TIME = 'The time for attacks ran out.';
const MOST_FINDINGS = 5;
const DOCUMENT: AppRequest = { method: 'GET', path: '/openapi.json' };

type Dependencies = {
  client: AppClient;
  /** Null when nobody signs in to the app. */
  people: SignedInPeople | null;
  blueprint: Blueprint;
  createChecker: (document: { readonly [keyword: string]: unknown }) => SchemaChecker;
  samplePattern: SamplePattern;
  /** What the app has written so far. */
  readLog: () => string;
  searchData: AttackField['searchData'];
  readData: AttackField['readData'];
  /** Of the attacks those with these ids; every one when absent. */
  only?: readonly string[];
  signal: AbortSignal;
  progress?: (done: number, total: number) => void;
};

type Entry = {
  readonly about: Attack | Watch;
  status: AttackResult['status'];
  requests: number;
  durationMs: number;
  reason: string | null;
  example: AttackExchange | null;
  findings: AttackResult['findings'][number][];
};

/** Attacks a running app in every way there is; one that the app does not survive ends the suite. */
export async function runAttacks(dependencies: Dependencies): Promise<AttackReport> {
  const { people, blueprint, only, signal, progress } = dependencies;
  const plain = people?.client ?? dependencies.client;
  const document = readApiDocument((await plain.send(DOCUMENT)).body);
  const client = createVersionedClient(plain, document);
  const checker = dependencies.createChecker(document.root);
  const session = createExerciseSession({ ...dependencies, client, document, checker });
  const chosen = allAttacks(dependencies.readLog).filter(({ id }) => only?.includes(id) ?? true);
  const entries = chosen.map(toEntry);
  const watching = watches.map(toEntry);
  const targets = findTargets(document, blueprint);
  const records = createRecordMaker(session);
  await learnReferences(records, targets);
  const probe = await findProbe(client, document);
  let done = 0;
  let isDead = false;
  const send: AppClient['send'] = (request) =>
    isDead ? Promise.reject(new Error('the app is gone')) : client.send(request);
  const parts = { ...dependencies, document, client: { ...client, send }, targets, records };

  /** One after the other; each lane has records of its own to lend. */
  async function carryOutAll(lane: readonly Entry[]): Promise<void> {
    let current: Entry | undefined;
    const field = createAttackField({
      ...parts,
      report: (message, exchange) => record(current, message, exchange),
      async seen(exchange) {
        if (current) {
          current.requests += 1;
          current.example ??= shortenExchange(exchange);
        }
        lookAt(watching, exchange);
        if (signal.aborted) throw new Error(OUT_OF_TIME);
        if (exchange.response !== null) return;
        isDead ||= !(await isAnswered(client, probe));
        if (isDead) throw new AppGone(exchange);
      },
    });
    for (const entry of lane) {
      if (isDead) return;
      if (signal.aborted) {
        entry.reason = OUT_OF_TIME;
        continue;
      }
      progress?.(done, entries.length);
      done += 1;
      current = entry;
      const last = await carryOut(entry, field);
      isDead ||= !(await isAnswered(client, probe));
      if (isDead)
        record(
          entry,
          'the app does not answer after it',
          last ?? { request: probe, response: null },
        );
    }
  }

  const inLane = (lane: Attack['lane']) => entries.filter(({ about }) => laneOf(about) === lane);
  // While the app makes hashes of passwords, it can serve those who send none.
  await Promise.all([carryOutAll(inLane(undefined)), carryOutAll(inLane('people'))]);
  await carryOutAll(inLane('alone'));
  return toReport([...entries, ...watching.map(settleWatch)]);
}

const laneOf = (about: Attack | Watch) => ('run' in about ? about.lane : undefined);

/** What tells whether the app answers: its document, or less where there is something shorter that anybody may read. */
async function findProbe(client: AppClient, { operations }: ApiDocument): Promise<AppRequest> {
  const short = operations.find(
    ({ method, path, parameters, roles }) =>
      method === 'get' && !path.includes('{') && parameters.length === 0 && roles === null,
  );
  const request = short && { method: 'GET', path: short.path };
  return request && (await isAnswered(client, request)) ? request : DOCUMENT;
}

function isAnswered(client: AppClient, request: AppRequest): Promise<boolean> {
  return client.send(request).then(
    ({ status }) => status === 200,
    () => false,
  );
}

function toEntry(about: Attack | Watch): Entry {
  const nothing = { requests: 0, durationMs: 0, reason: null, example: null, findings: [] };
  return { about, status: 'not-run', ...nothing };
}

/** Ends an attack at the request that the app did not survive: each further one would only wait as long as it may. */
class AppGone extends Error {
  readonly after: AttackExchange;

  constructor(after: AttackExchange) {
    super('the app is gone');
    this.after = after;
  }
}

/** Gives the request that the app did not survive, where there is one. */
async function carryOut(entry: Entry, field: AttackField): Promise<AttackExchange | null> {
  if (!('run' in entry.about)) return null;
  const started = performance.now();
  try {
    entry.reason = (await entry.about.run(field)) ?? null;
    if (entry.status !== 'failed')
      entry.status = entry.reason === null ? 'withstood' : 'not-applicable';
  } catch (error) {
    if (error instanceof AppGone) return error.after;
    // It stays an attack that was not carried out, which fails the check; what others found is kept.
    entry.reason = error instanceof Error ? error.message : String(error);
  } finally {
    entry.durationMs = Math.round(performance.now() - started);
  }
  return null;
}

function record(entry: Entry | undefined, message: string, exchange: AttackExchange): void {
  if (entry === undefined) return;
  entry.status = 'failed';
  if (entry.findings.length < MOST_FINDINGS) {
    entry.findings.push({ message, ...shortenExchange(exchange) });
  }
}

function lookAt(watching: readonly Entry[], exchange: AttackExchange): void {
  for (const entry of watching) {
    entry.requests += 1;
    const message = 'look' in entry.about ? entry.about.look(exchange) : null;
    if (message !== null) record(entry, message, exchange);
  }
}

function settleWatch(entry: Entry): Entry {
  if (entry.status === 'not-run' && entry.requests > 0) entry.status = 'withstood';
  return entry;
}

function toReport(entries: readonly Entry[]): AttackReport {
  const attacks = entries.map(({ about: { id, title, cwe }, ...rest }) => ({
    id,
    title,
    cwe,
    ...rest,
  }));
  const sent = entries.filter(({ about }) => 'run' in about);
  return {
    attacks,
    run: attacks.filter(({ status }) => status === 'withstood' || status === 'failed').length,
    failed: attacks.filter(({ status }) => status === 'failed').length,
    requests: sent.reduce((sum, { requests }) => sum + requests, 0),
  };
}
