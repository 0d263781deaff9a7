import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CapsuleVerification, Page, Preview, Project, Run } from '@quantumlayer/contracts';
import { stageKeys } from '@quantumlayer/contracts';
import {
  type FactoryProcess,
  readEvents,
  startFactory,
  testDatabaseUrl,
} from '@quantumlayer/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const server = testDatabaseUrl();
const title = 'two factories on one PostgreSQL (TEST_DATABASE_URL names it)';
const prompt = 'A todo list: a task has a title, a due date and a status of open or done';
const DATABASE = `quantumlayer_crash_${process.pid}`;

async function until<T>(read: () => Promise<T | null>, what: string, limitMs: number): Promise<T> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    const found = await read();
    if (found !== null) return found;
    await sleep(250);
  }
  throw new Error(`${what} did not come within ${limitMs / 1000} s`);
}

/** The name goes into the header alone: not every resolver knows what lies below `.localhost`. */
function statusAt(url: string, path: string): Promise<number> {
  const { host, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers: { host } });
    sent.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    sent.on('error', reject);
    sent.end();
  });
}

describe.runIf(server !== undefined)(title, () => {
  let admin: pg.Client;
  let dataFolder: string;
  let survivor: FactoryProcess;
  let run: Run;

  const address = () => Object.assign(new URL(server ?? ''), { pathname: `/${DATABASE}` }).href;

  const start = () => {
    const entry = join(import.meta.dirname, 'main.ts');
    return startFactory({ entry, dataFolder, env: { DATABASE_URL: address() } });
  };

  async function ask(statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: address() });
    await client.connect();
    return await client.query(statement).finally(() => client.end());
  }

  const previewOf = ({ json }: FactoryProcess) =>
    json<Preview>(`/api/v1/previews/${run.previewId}`);

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`create database ${DATABASE}`);
    dataFolder = await mkdtemp(join(tmpdir(), 'ql-server-'));
  });
  afterAll(async () => {
    await survivor?.stop();
    await admin.query(`drop database if exists ${DATABASE} with (force)`);
    await admin.end();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('finish a run in the second one when the first is killed in the middle of the checks', async () => {
    const doomed = await start();
    survivor = await start();
    const [project] = (await doomed.json<Page<Project>>('/api/v1/projects')).items;
    const body = JSON.stringify({ prompt });
    const path = `/api/v1/projects/${project?.id}/runs`;
    const { id } = await doomed.json<Run>(path, { method: 'POST', body });
    const read = () => survivor.json<Run>(`/api/v1/runs/${id}`);
    const isChecking = ({ stages }: Run) =>
      stages.some(({ key, status }) => key === 'quality' && status === 'running');
    await until(async () => (isChecking(await read()) ? true : null), 'the checks', 120_000);
    await doomed.kill();

    run = await until(
      async () => {
        const now = await read();
        return now.finishedAt === null ? null : now;
      },
      'the end of the run',
      240_000,
    );
    expect(run).toMatchObject({ status: 'succeeded', failure: null });
    const verification = await survivor.json<CapsuleVerification>(
      `/api/v1/capsules/${run.capsuleId}/verify`,
      { method: 'POST' },
    );
    expect(verification.verified).toBe(true);
  });

  it('leave one whole record of it', async () => {
    const events = await readEvents<{ id: number; type: string; stage: string | null }>(
      survivor,
      run.id,
    );
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    const done = events.filter(({ type, stage }) => type === 'stage.succeeded' && stage);
    for (const stage of stageKeys) {
      expect(done.filter((event) => event.stage === stage)).toHaveLength(1);
    }
  });

  it('run its preview in one of them, under an address that both know', async () => {
    const other = await start();
    try {
      const shown = await previewOf(survivor);
      expect(await statusAt(shown.url, '/readyz')).toBe(200);
      expect((await previewOf(other)).url).toBe(shown.url);
      // Longer than a sweep of the other process takes to come.
      await sleep(6_000);
      const { rows } = await ask('select count(distinct owner)::int as owners from preview_lease');
      expect(rows).toEqual([{ owners: 1 }]);
      expect((await previewOf(other)).url).toBe(shown.url);
    } finally {
      await other.stop();
    }
  });

  it('bring the preview back in the second one when its process is killed', async () => {
    const other = await start();
    await survivor.kill();
    survivor = other;
    const origin = new URL(survivor.url).port;
    const shown = await until(
      async () => {
        const preview = await previewOf(survivor);
        const isHere = new URL(preview.url).port === origin && preview.status === 'running';
        return isHere && (await statusAt(preview.url, '/readyz')) === 200 ? preview : null;
      },
      'the preview',
      120_000,
    );
    expect(shown.status).toBe('running');
    await survivor.json(`/api/v1/previews/${run.previewId}/stop`, { method: 'POST' });
  });
});
