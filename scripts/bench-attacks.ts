/**
 * Tests the attack suite itself: every planted defect has to be caught, and an app without one has to withstand
 * everything.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import { type Stack, stacks } from '@quantumlayer/stacks';
import {
  clinicWithPeople,
  everyBranch,
  everyComputed,
  everyKept,
  everyKeptByRoles,
  everyNested,
  everyReader,
  everyRecord,
  everyRecordOpen,
  everyRelation,
  everyRule,
  everyTeam,
  everyTogether,
  everyType,
  invoicing,
  lockerFiles,
  lockerRoom,
} from '@quantumlayer/stacks/fixtures';
import {
  createQualityGate,
  type QualityGate,
} from '../apps/server/src/modules/factory/quality/index.ts';
import {
  type PlantedDefect,
  plantDefect,
  plantedDefects,
} from '../apps/server/src/modules/factory/quality/testing/planted-defects.ts';
import { createSandbox } from '../apps/server/src/modules/factory/sandbox/index.ts';
import { createFolderBlobStore } from '../apps/server/src/platform/folder-blob-store.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { codeOf } from './bench/generated-app.ts';

const HELP = `npm run bench:attacks -- [options]

Puts known weaknesses into generated apps, one at a time, and attacks each in the sandbox. Prints which attacks caught it
and ends with "caught N of N planted, N findings in clean apps"; the exit code is 1 unless all are caught and none is
found in a clean app.

  --clean NAME     only this app, without a defect
  --only TEXT      only the defects whose name holds this text (may be given more than once)
  --whole          every attack on every defect; else those alone that should catch it, and all when they do not
  --app NAME       only the defects of this app: invoicing, clinicWithPeople, everyRule, everyTogether, everyComputed, everyRecord,
                   lockerFiles, lockerRoom, everyTeam, everyReader
  --help           print this`;

const LIMIT_MS = 600_000;
const clean: Readonly<Record<string, Blueprint>> = {
  invoicing,
  clinicWithPeople,
  everyType,
  everyRelation,
  everyRule,
  everyTogether,
  everyComputed,
  everyKept,
  everyKeptByRoles,
  everyNested,
  everyRecord,
  everyRecordOpen,
  lockerFiles,
  lockerRoom,
  everyTeam,
  everyBranch,
  everyReader,
};

/** The apps into which defects are put. */
const apps = {
  invoicing,
  clinicWithPeople,
  everyRule,
  everyTogether,
  everyComputed,
  everyRecord,
  lockerFiles,
  lockerRoom,
  everyTeam,
  everyReader,
};

const { values: options } = parseArgs({
  options: {
    clean: { type: 'string' },
    only: { type: 'string', multiple: true },
    app: { type: 'string' },
    whole: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (options.help) console.log(HELP);
else process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  const [stack] = stacks;
  if (stack === undefined) throw new Error('There is no stack.');
  const folder = await mkdtemp(join(tmpdir(), 'bench-attacks-'));
  try {
    const attack = attacker(await openGate(folder), stack);
    const { clean: cleanOnly, only, app } = options;
    const found = only === undefined && app === undefined ? await attackClean(attack, stack) : 0;
    const chosen = plantedDefects.filter(
      (one) =>
        cleanOnly === undefined &&
        (only === undefined || only.some((text) => one.id.includes(text))) &&
        (app === undefined || app === (one.app ?? 'invoicing')),
    );
    const caught = await attackPlanted(attack, stack, chosen);
    console.log(`caught ${caught} of ${chosen.length} planted, ${found} findings in clean apps`);
    return caught === chosen.length && found === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openGate(folder: string): Promise<QualityGate> {
  const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });
  const stateFolder = join(folder, 'sandbox');
  return createQualityGate({
    sandbox: await createSandbox({
      driver: 'auto',
      stateFolder,
      nodePath: process.execPath,
      logger,
    }),
    blobs: createFolderBlobStore(join(folder, 'blobs')),
    logger,
    dependencyFolder: join(folder, 'dependencies'),
    workFolder: join(folder, 'work'),
    environment: process.env,
  });
}

type Attack = (
  blueprint: Blueprint,
  files: readonly GeneratedFile[],
  attacks?: readonly string[],
) => ReturnType<QualityGate['attack']>;

function attacker(gate: QualityGate, stack: Stack): Attack {
  return (blueprint, files, attacks) =>
    gate.attack({
      ...(attacks && { attacks }),
      runId: 'run_attacks',
      stack,
      blueprint,
      files,
      signal: AbortSignal.timeout(LIMIT_MS),
      progress: () => {},
    });
}

/** Attacks apps as they are generated; gives how many attacks got through or could not be carried out. */
async function attackClean(attack: Attack, stack: Stack): Promise<number> {
  let found = 0;
  for (const [name, blueprint] of Object.entries(clean)) {
    if (name !== (options.clean ?? name)) continue;
    const started = performance.now();
    const { run, failed, requests, attacks } = await attack(blueprint, codeOf(stack, blueprint));
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const left = attacks.filter(({ status }) => status === 'not-run');
    const figures = `${run} attacks, ${requests} requests, ${failed} got through`;
    console.log(`clean   ${name}: ${figures}, ${left.length} were not carried out, ${seconds} s`);
    for (const { id, reason } of left) console.log(`        ${id}: ${reason}`);
    for (const { id, findings } of attacks) {
      for (const finding of findings) console.log(`        ${id}: ${JSON.stringify(finding)}`);
    }
    found += failed + left.length;
  }
  return found;
}

/** Attacks an app with each of the defects; gives how many were caught. */
async function attackPlanted(
  attack: Attack,
  stack: Stack,
  defects: readonly PlantedDefect[],
): Promise<number> {
  let caught = 0;
  for (const defect of defects) {
    const started = performance.now();
    const blueprint = apps[defect.app ?? 'invoicing'];
    const files = plantDefect(codeOf(stack, blueprint), defect);
    const tryOut = (attacks?: readonly string[]) =>
      attack(blueprint, files, attacks).then(
        (report) => report.attacks.filter(({ status }) => status === 'failed').map(({ id }) => id),
        (error: unknown) => [`no verdict: ${String(error)}`],
      );
    const catches = (ids: readonly string[]) => defect.caughtBy.some((id) => ids.includes(id));
    let outcome = options.whole ? await tryOut() : await tryOut(defect.caughtBy);
    if (!options.whole && !catches(outcome)) outcome = await tryOut();
    const isCaught = catches(outcome);
    if (isCaught) caught += 1;
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const by = outcome.join(', ') || 'nothing';
    console.log(`${isCaught ? 'caught' : 'MISSED'}  ${defect.id}: ${by}, ${seconds} s`);
  }
  return caught;
}
