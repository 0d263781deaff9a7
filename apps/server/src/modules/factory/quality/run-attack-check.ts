import type { AttackReport } from '@quantumlayer/contracts';
import { OUT_OF_TIME, runAttacks } from './attacks/run-attacks.ts';
import type { CheckContext } from './check-context.ts';
import { attackContract } from './contract/attack-contract.ts';
import { createContractWorld } from './contract/contract-world.ts';
import type { CheckOutcome } from './domain/quality-check.ts';
import type { AppClient } from './ports.ts';
import { DATA_FOLDER } from './sandboxed-app.ts';
import { settleBuiltin } from './settle-builtin.ts';
import { type Credentials, type SignedInPeople, signInPeople } from './sign-in-people.ts';
import { startApp } from './start-app.ts';

/** Each account and password costs the app a hash: on a busy machine an app that has both needs minutes. */
const ATTACK_MS = 600_000;
/** Of what the app has written: a message with a code is some lines long. */
const LARGEST_MESSAGE = 100_000;
const SHOWN = 3;

type AttackedApp = {
  client: AppClient;
  /** Whoever attacks an app with people is signed in. */
  people: Promise<SignedInPeople | null>;
  admin: Credentials;
  readLog(): string;
};

/** Attacks the running app; a way in that works fails the check, and so does one that could not be tried. */
export async function runAttackCheck(
  context: CheckContext,
  app: AttackedApp,
): Promise<CheckOutcome> {
  const settle = settleBuiltin('attacks', 'attacker');
  try {
    const report = await attackApp(context, app);
    const { run, failed, requests, attacks } = report;
    const notApplicable = attacks.filter(({ status }) => status === 'not-applicable').length;
    const figures = { run, failed, notApplicable, requests };
    return settle(JSON.stringify(report, null, 2), explainAttacks(report), figures);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return settle(why, `The attacks could not be carried out: ${why}`, {});
  }
}

/** Every attack on a running app. */
async function attackApp(
  context: CheckContext,
  { client, people, admin, readLog }: AttackedApp,
): Promise<AttackReport> {
  const { blueprint, createChecker, samplePattern, signal, progress, workFolder } = context;
  const common = {
    ...(context.attacks && { only: context.attacks }),
    readLog,
    searchData: (needles: readonly Buffer[]) => workFolder.search(DATA_FOLDER, needles),
    signal: AbortSignal.any([signal, AbortSignal.timeout(ATTACK_MS)]),
    progress: (done: number, total: number) =>
      progress(`attack ${done + 1} of ${total}; those without a target are left out`),
  };
  const { contract } = blueprint;
  if (contract)
    return attackContract({
      ...common,
      world: createContractWorld({ client, contract, samplePattern, admin }),
    });
  return runAttacks({
    ...common,
    client,
    people: await people,
    blueprint,
    createChecker,
    samplePattern,
    readData: (path) => workFolder.read(`${DATA_FOLDER}/${path}`, LARGEST_MESSAGE),
  });
}

/** Starts the app for the attacks alone. Rejects when it does not start. */
export async function attackAlone(context: CheckContext): Promise<AttackReport> {
  const { process, app, admin, readLog } = await startApp(context);
  try {
    if (app === 'late' || !('client' in app)) {
      throw new Error(`The app did not start: ${readLog().slice(-2_000)}`);
    }
    const { client, close } = app;
    const people = context.blueprint.contract ? Promise.resolve(null) : signInPeople(client, admin);
    return await attackApp(context, { client, people, admin, readLog }).finally(close);
  } finally {
    await process.stop();
  }
}

/** Null when every attack was carried out or had nothing to attack, and none got through. */
function explainAttacks({ attacks, failed, run }: AttackReport): string | null {
  const left = attacks.filter(({ status }) => status === 'not-run');
  if (failed === 0 && left.length === 0 && run > 0) return null;
  const shown = attacks
    .filter(({ status }) => status === 'failed')
    .slice(0, SHOWN)
    .flatMap(({ title, cwe, findings }) =>
      findings
        .slice(0, 1)
        .map(
          ({ message, request }) =>
            `- ${title} (CWE-${cwe}): ${message}; ${request.method} ${request.path.slice(0, 120)}`,
        ),
    );
  const count = `${failed} of ${run} attacks got through:`;
  const why = left
    .filter(({ reason }) => reason !== null && reason !== OUT_OF_TIME)
    .slice(0, SHOWN)
    .map(({ title, reason }) => `- ${title}: ${reason}`);
  const rest = left.length === 0 ? [] : [`${left.length} attacks were not carried out.`];
  return [...(failed === 0 ? [] : [count, ...shown]), ...why, ...rest].join('\n');
}
