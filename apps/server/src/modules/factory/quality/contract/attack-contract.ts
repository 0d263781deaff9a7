import type { AttackExchange, AttackReport, AttackResult } from '@quantumlayer/contracts';
import { OUT_OF_TIME } from '../attacks/run-attacks.ts';
import { type AppRequest, shortenExchange } from '../domain/finding.ts';
import { accessAttacks } from './access-attacks.ts';
import type { ContractAttack, ContractField } from './contract-attack.ts';
import type { ContractWorld } from './contract-world.ts';
import { inputAttacks } from './input-attacks.ts';
import { passwordAttacks } from './password-attacks.ts';

const MOST_FINDINGS = 5;

/** Every attack on an app with a document of its own. Guessing passwords comes last, since it makes others wait. */
const contractAttacks: readonly ContractAttack[] = [
  ...accessAttacks,
  ...inputAttacks,
  ...passwordAttacks,
];

type Dependencies = {
  world: ContractWorld;
  readLog: () => string;
  searchData: ContractField['searchData'];
  /** Of the attacks those with these ids; every one when absent. */
  only?: readonly string[];
  signal: AbortSignal;
  progress?: (done: number, total: number) => void;
};

type Entry = {
  -readonly [Key in keyof AttackResult]: Key extends 'findings'
    ? AttackResult['findings'][number][]
    : AttackResult[Key];
};

/** What each answer must not tell, whatever it answers. */
const watch: Entry = entryOf({
  id: 'contract-loose-headers',
  title: 'Learn from headers, or have answers taken for pages',
  cwe: 693,
});

/** Attacks a running app through the document that it was made from; what does not apply is listed with why. */
export async function attackContract({
  world,
  readLog,
  searchData,
  only,
  signal,
  progress,
}: Dependencies): Promise<AttackReport> {
  const chosen = contractAttacks.filter(({ id }) => only?.includes(id) ?? true);
  const entries: Entry[] = [];
  const watching: Entry = { ...watch, findings: [] };
  for (const [done, attack] of chosen.entries()) {
    const entry = entryOf(attack);
    entries.push(entry);
    if (signal.aborted) {
      entry.reason = OUT_OF_TIME;
      continue;
    }
    progress?.(done, chosen.length);
    await carryOut(attack, entry, { world, readLog, searchData, watching });
  }
  if (watching.requests > 0 && watching.status === 'not-run') watching.status = 'withstood';
  const attacks = [...entries, watching];
  return {
    attacks,
    run: attacks.filter(({ status }) => status === 'withstood' || status === 'failed').length,
    failed: attacks.filter(({ status }) => status === 'failed').length,
    requests: entries.reduce((sum, { requests }) => sum + requests, 0),
  };
}

function entryOf({ id, title, cwe }: Pick<AttackResult, 'id' | 'title' | 'cwe'>): Entry {
  return {
    id,
    title,
    cwe,
    status: 'not-run',
    requests: 0,
    durationMs: 0,
    reason: null,
    example: null,
    findings: [],
  };
}

type Around = Pick<Dependencies, 'world' | 'readLog' | 'searchData'> & { watching: Entry };

async function carryOut(
  attack: ContractAttack,
  entry: Entry,
  { world, readLog, searchData, watching }: Around,
): Promise<void> {
  const started = performance.now();
  const field: ContractField = {
    ...{ world, readLog, searchData },
    async send(request: AppRequest) {
      const response = await world.client.send(request);
      const exchange = { request, response };
      entry.requests += 1;
      entry.example ??= shortenExchange(exchange);
      lookAt(watching, exchange);
      return response;
    },
    report: (message, exchange) => record(entry, message, exchange),
  };
  try {
    entry.reason = (await attack.run(field)) ?? null;
    if (entry.status !== 'failed')
      entry.status = entry.reason === null ? 'withstood' : 'not-applicable';
  } catch (error) {
    // It stays an attack that was not carried out, which fails the check.
    entry.reason = error instanceof Error ? error.message : String(error);
  }
  entry.durationMs = Math.round(performance.now() - started);
}

function record(entry: Entry, message: string, exchange: AttackExchange): void {
  entry.status = 'failed';
  if (entry.findings.length < MOST_FINDINGS)
    entry.findings.push({ message, ...shortenExchange(exchange) });
}

function lookAt(watching: Entry, exchange: AttackExchange): void {
  watching.requests += 1;
  const { headers = {} } = exchange.response ?? {};
  if (exchange.response === null) return;
  if (headers['x-content-type-options'] !== 'nosniff')
    record(watching, 'an answer may be taken for another type', exchange);
  if (headers['x-powered-by'] !== undefined || headers.server !== undefined)
    record(watching, 'an answer says what the server runs on', exchange);
  const cookie = headers['set-cookie'];
  if (cookie !== undefined && !/httponly/i.test(cookie))
    record(watching, 'scripts can read the cookie', exchange);
}
