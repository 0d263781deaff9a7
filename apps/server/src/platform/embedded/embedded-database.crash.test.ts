import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { prepareImage } from './image.ts';

const WRITER = fileURLToPath(new URL('../testing/crash-writer.ts', import.meta.url));
const IMPORTS = new URL('../light-imports.ts', import.meta.url).href;
const ROUNDS = 12;
/** Recovery may not cost much more than opening does anyway, however busy the machine is. */
const RECOVERY_FACTOR = 3;

let parent: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'crash-'));
  await prepareImage();
});
afterAll(() => rm(parent, { recursive: true, force: true }));

/** Runs the writer and kills it; resolves to the last number whose commit it has told. */
async function writeAndKill(folder: string, killAfterMs: number, from: 'start' | 'ready') {
  const child = spawn(process.execPath, ['--import', IMPORTS, WRITER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  if (from === 'ready') await once(child.stdout, 'data');
  await delay(killAfterMs);
  child.kill('SIGKILL');
  await once(child, 'close');
  const numbers = told.split('\n').filter((line) => /^\d+$/.test(line));
  return Number(numbers.at(-1) ?? 0);
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
}

function median(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

describe('embedded database after kill -9', () => {
  it(`keeps every committed transaction whole through ${ROUNDS} kills in mid-write`, async () => {
    const folder = join(parent, 'data');
    let known = 0;
    const recovered: number[] = [];
    const opened: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      known = Math.max(known, await writeAndKill(folder, 50 + ((round * 137) % 700), 'ready'));
      const { pool, close } = await timed(recovered, () => openDatabase(folder));
      const { rows } = await pool.query(
        `SELECT (SELECT count FROM tally) AS count, count(DISTINCT number)::int AS numbers,
           count(*)::int AS halves, coalesce(max(number), 0) AS last FROM target`,
      );
      const { count, numbers, halves, last } = rows[0];
      expect(last).toBeGreaterThanOrEqual(known);
      expect({ numbers, halves, last }).toEqual({ numbers: count, halves: count * 2, last: count });
      await pool.query('REINDEX TABLE target');
      await close();
      await (await timed(opened, () => openDatabase(folder))).close();
    }
    expect(known).toBeGreaterThan(ROUNDS);
    expect(median(recovered)).toBeLessThan(median(opened) * RECOVERY_FACTOR);
  });

  it('starts after it was killed during its first start, whenever that was', async () => {
    for (let round = 0; round < 10; round++) {
      const folder = join(parent, `first-${round}`);
      await writeAndKill(folder, 150 + round * 90, 'start');
      const { pool, close } = await openDatabase(folder);
      expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
      await close();
    }
  });
});
