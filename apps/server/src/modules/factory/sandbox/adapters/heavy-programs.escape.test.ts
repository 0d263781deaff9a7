import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness } from './sandbox-harness.contract.ts';

const require = createRequire(import.meta.url);
const pglite = dirname(dirname(require.resolve('@electric-sql/pglite')));

describe.each(['bubblewrap', 'namespaces'] as const)('%s carries', (driver) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness(driver);
  });
  afterAll(() => harness.close());

  it('an embedded Postgres in a worker thread within a gigabyte', async () => {
    const source = `const { Worker } = require('worker_threads');
       new Worker(\`
         const { PGlite } = require('/deps/pglite/dist/index.cjs');
         PGlite.create('/tmp/data').then(async (db) => {
           await db.exec('create table t (a int); insert into t select * from generate_series(1, 1000)');
           const { rows } = await db.query('select sum(a)::int as sum from t');
           console.log('sum', rows[0].sum);
           await db.close();
         });
       \`, { eval: true });`;
    // the optimising compiler of WebAssembly alone would take the gigabyte
    const result = await harness.run(['node', '--liftoff-only', '-e', source], {
      mounts: [{ source: pglite, target: '/deps/pglite' }],
      limits: { memoryBytes: 1024 ** 3, diskBytes: 256e6, wallMs: 120_000 },
    });
    expect(result.output.toString()).toContain('sum 500500');
    expect(result.exitCode).toBe(0);
  });

  it('a hundred programs at once and leaves nothing of them', async () => {
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, n) => harness.run(['sh', '-c', `sleep 0.2; echo ${n}`])),
    );
    expect(results.map(({ output }) => Number(output.toString()))).toEqual(
      Array.from({ length: 100 }, (_, n) => n),
    );
    expect(readdirSync(`${harness.stateFolder}/runs`)).toEqual([]);
    expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(harness.folder);
    expect(listGroups(process.pid)).toEqual([]);
  });
});

/** Limit groups of this process in any hierarchy. */
function listGroups(pid: number): string[] {
  const roots = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
    .map(([, folder]) => `${folder}/quantumlayer`);
  return roots.flatMap((root) => {
    try {
      return readdirSync(root).filter((name) => name.includes(`-${pid}-`));
    } catch {
      // no run ever used this hierarchy
      return [];
    }
  });
}
