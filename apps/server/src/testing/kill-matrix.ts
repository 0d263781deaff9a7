import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Capsule,
  CapsuleVerification,
  Drop,
  Page,
  Project,
  Run,
  RunEvent,
  RunSummary,
} from '@quantumlayer/contracts';
import { stageKeys } from '@quantumlayer/contracts';
import { type FactoryProcess, liveOut, readEvents, startFactory } from '@quantumlayer/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Moment = 'before' | 'inside' | 'returned' | 'recording';

const [first, ...rest] = stageKeys;
/** At most, from its start to its death. */
const LIFE_MS = 120_000;

const entry = join(import.meta.dirname, 'crashing-main.ts');
const prompt = 'A todo list: a task has a title, a due date and a status of open or done';

async function begin(factory: FactoryProcess): Promise<Run> {
  const [project] = (await factory.json<Page<Project>>('/api/v1/projects')).items;
  const body = JSON.stringify({ prompt });
  return await factory.json<Run>(`/api/v1/projects/${project?.id}/runs`, { method: 'POST', body });
}

/** Null when the factory died before it had answered. */
async function beginDoomed(factory: FactoryProcess): Promise<string | null> {
  try {
    return (await begin(factory)).id;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function newestRun(factory: FactoryProcess): Promise<string> {
  const [run] = (await factory.json<Page<RunSummary>>('/api/v1/runs?limit=1')).items;
  if (run === undefined) throw new Error('the run was lost');
  return run.id;
}

async function finish(factory: FactoryProcess, id: string): Promise<Run> {
  const deadline = Date.now() + 240_000;
  while (Date.now() < deadline) {
    const run = await factory.json<Run>(`/api/v1/runs/${id}`);
    if (run.finishedAt !== null) return run;
    await sleep(100);
  }
  throw new Error(`run ${id} did not finish:\n${factory.log()}`);
}

/** Command lines of processes, other than `besides`, that have something of this data folder in them. */
async function processesOf(dataFolder: string, besides: number[]): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)) {
    if (besides.includes(pid) || pid === process.pid) continue;
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(dataFolder)) found.push(`${pid} ${line.replaceAll('\0', ' ')}`);
  }
  return found;
}

async function expectWholeRecord(factory: FactoryProcess, run: Run): Promise<void> {
  const events = await readEvents<RunEvent>(factory, run.id);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  const done = events.filter(({ type }) => type === 'stage.succeeded').map(({ stage }) => stage);
  expect(done.filter((stage, index) => done.indexOf(stage) !== index)).toEqual([]);
  expect(done).toEqual(expect.arrayContaining([...stageKeys]));
  const drops = await factory.json<Page<Drop>>(
    `/api/v1/projects/${run.projectId}/drops?run=${run.id}&limit=100`,
  );
  expect(drops.items.map(({ stage }) => stage).sort()).toEqual([...stageKeys].sort());
}

async function stopPreview(factory: FactoryProcess, run: Run): Promise<void> {
  await factory.json(`/api/v1/previews/${run.previewId}/stop`, { method: 'POST' });
}

async function capsuleOf(factory: FactoryProcess, run: Run): Promise<Capsule> {
  const verification = await factory.json<CapsuleVerification>(
    `/api/v1/capsules/${run.capsuleId}/verify`,
    { method: 'POST' },
  );
  expect(verification.verified).toBe(true);
  return await factory.json<Capsule>(`/api/v1/capsules/${run.capsuleId}`);
}

/**
 * Kill -9 at these moments of every stage of the real pipeline: a run for each moment, which dies once in each of its
 * stages and must end as if nothing had happened. `before`: the start is in the journal, the handler has done nothing;
 * `inside`: it is at work; `returned`: it is done and nothing is recorded; `recording`: in the middle of the transaction
 * that records it.
 */
export function describeKills(moments: readonly Moment[]): void {
  let folder: string;
  let dataFolder: string;
  let doomFile: string;
  let undisturbed: string;
  let factory: FactoryProcess;

  const options = () => ({ entry, dataFolder, args: [doomFile] });
  const open = () => startFactory(options());

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ql-crash-'));
    dataFolder = join(folder, 'data');
    doomFile = join(folder, 'doom');
    await writeFile(doomFile, '');
    factory = await open();
    const run = await finish(factory, (await begin(factory)).id);
    expect(run.failure).toBeNull();
    undisturbed = (await capsuleOf(factory, run)).codeDigest;
    await stopPreview(factory, run);
  }, 300_000);

  afterAll(async () => {
    await factory.stop();
    const left = await processesOf(dataFolder, []);
    await rm(folder, { recursive: true, force: true });
    expect(left).toEqual([]);
  });

  describe.each(moments)(
    'a run whose factory is killed at this moment of every stage: %s',
    (moment) => {
      let started: string | null = null;

      it(`dies in ${first}`, { timeout: 2 * LIFE_MS }, async () => {
        await writeFile(doomFile, `${first}:${moment}`);
        started = await beginDoomed(factory);
        expect(await factory.exited).toBe('SIGKILL');
      });

      // Whoever takes it up again may get there before anybody can ask it something.
      it.each(rest)('is taken up again and dies in %s', { timeout: 2 * LIFE_MS }, async (stage) => {
        await writeFile(doomFile, `${stage}:${moment}`);
        expect(await liveOut(options(), LIFE_MS)).toBe('SIGKILL');
      });

      it('ends like one that was left in peace, with one whole record of it', async () => {
        await writeFile(doomFile, '');
        factory = await open();
        const run = await finish(factory, started ?? (await newestRun(factory)));
        expect(run).toMatchObject({ status: 'succeeded', failure: null });
        expect((await capsuleOf(factory, run)).codeDigest).toBe(undisturbed);
        await expectWholeRecord(factory, run);
        await stopPreview(factory, run);
        await expect
          .poll(() => processesOf(dataFolder, [factory.pid]), { timeout: 10_000 })
          .toEqual([]);
      });
    },
  );
}
