import type { SandboxSpec } from '../../ports.ts';
import { listMarked } from '../sandbox-harness.contract.ts';
import type { EscapeCase } from './escape-case.contract.ts';

/** A script under tight limits; it prints ESCAPED when it got past them and lived to tell. */
function bomb(
  name: string,
  limits: SandboxSpec['limits'],
  source: string,
  worksUnboxed = false,
): EscapeCase {
  return {
    name,
    worksUnboxed,
    async escapes({ harness, makeFolder }) {
      const result = await harness.runScript(source, {
        limits: { wallMs: 20_000, ...limits },
        mounts: [{ source: makeFolder(), target: '/work', writable: true }],
      });
      return result.stdout.includes('ESCAPED') && result.stopped === null;
    },
  };
}

const fill = (folder: string) => `
const fs = require('fs');
const files = [];
let bytes = 0;
try {
  for (let n = 0; n < 16; n += 1) {
    const file = '${folder}/escape-' + process.pid + '-' + n;
    files.push(file);
    fs.writeFileSync(file, Buffer.alloc(4e6, 1));
    bytes += 4e6;
  }
} catch {}
for (const file of files) fs.rmSync(file, { force: true });
setTimeout(() => { if (bytes > 16e6) console.log('ESCAPED'); }, 300);`;

const litter = (folder: string) => `
const fs = require('fs');
let made = 0;
try { for (; made < 8000; made += 1) fs.closeSync(fs.openSync('${folder}/escape-' + process.pid + '-' + made, 'wx')); } catch {}
for (let n = 0; n < made; n += 1) fs.rmSync('${folder}/escape-' + process.pid + '-' + n, { force: true });
setTimeout(() => { if (made > 4000) console.log('ESCAPED'); }, 300);`;

export const bombCases: readonly EscapeCase[] = [
  bomb(
    'starts more processes than allowed',
    { pids: 64 },
    `
    const { spawn } = require('child_process');
    let alive = 0;
    for (let n = 0; n < 200; n += 1) {
      const child = spawn('sleep', ['3'], { stdio: 'ignore' });
      child.on('error', () => {});
      if (child.pid) alive += 1;
    }
    if (alive > 64) console.log('ESCAPED');
    process.exit(0);`,
  ),
  bomb(
    'starts more threads than allowed',
    { pids: 64 },
    `
    const { Worker } = require('worker_threads');
    let alive = 0;
    for (let n = 0; n < 80; n += 1) try { new Worker('setTimeout(() => {}, 2000)', { eval: true }).on('online', () => { alive += 1; }).on('error', () => {}); } catch {}
    setTimeout(() => { if (alive > 64) console.log('ESCAPED'); process.exit(0); }, 1500);`,
  ),
  bomb(
    'holds more memory than allowed',
    { memoryBytes: 150e6 },
    `
    const kept = []; for (let n = 0; n < 40; n += 1) kept.push(Buffer.alloc(1e7, 1));
    setTimeout(() => console.log('ESCAPED', kept.length), 400);`,
  ),
  bomb(
    'holds more memory than allowed in many processes',
    { memoryBytes: 200e6, pids: 128 },
    `
    const { spawn } = require('child_process');
    let ready = 0;
    for (let n = 0; n < 4; n += 1) spawn(process.execPath, ['-e', 'const b = Buffer.alloc(9e7, 1); console.log(b.length); setTimeout(() => {}, 3000)'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .stdout.once('data', () => { ready += 1; if (ready === 4) setTimeout(() => { console.log('ESCAPED'); process.exit(0); }, 400); });`,
  ),
  bomb('fills /tmp', { diskBytes: 8e6 }, fill('/tmp'), true),
  bomb('fills a writable mount', { diskBytes: 8e6 }, fill('/work')),
  {
    ...bomb('litters /tmp with files', { diskBytes: 8e6 }, litter('/tmp'), true),
    weakness: 'number of files in /tmp',
  },
  bomb('litters a writable mount with files', { diskBytes: 8e6 }, litter('/work')),
  bomb(
    'writes a file of a terabyte without content',
    { diskBytes: 8e6 },
    `
    const fs = require('fs'); fs.writeFileSync('/work/sparse', '');
    try { fs.truncateSync('/work/sparse', 1e12); console.log('ESCAPED'); } catch {}`,
  ),
  {
    name: 'floods the factory with output',
    worksUnboxed: false,
    async escapes({ harness }) {
      const result = await harness.runScript(
        `const line = 'x'.repeat(65536); const go = () => { while (process.stdout.write(line)); process.stdout.once('drain', go); }; go();`,
        { limits: { outputBytes: 1e6, wallMs: 10_000 } },
      );
      return result.output.length > 1e6 || result.stopped !== 'output';
    },
  },
  {
    name: 'outlives its wall clock',
    worksUnboxed: false,
    async escapes({ harness }) {
      const result = await harness.run(
        ['sh', '-c', "trap '' TERM INT HUP QUIT; while :; do sleep 1 || :; done"],
        { limits: { wallMs: 500 } },
      );
      return result.stopped !== 'wall-clock' || result.durationMs > 8_000;
    },
  },
  {
    name: 'leaves a daemon behind',
    worksUnboxed: false,
    async escapes({ harness }) {
      const marker = `3${Date.now() % 1e8}`;
      await harness.runScript(
        `const { spawn } = require('child_process');
         spawn('sh', ['-c', 'sleep ${marker} & sleep ${marker} & exit'], { detached: true, stdio: 'ignore' }).unref();
         setTimeout(() => process.exit(0), 300);`,
      );
      return listMarked(marker).length > 0;
    },
  },
];
