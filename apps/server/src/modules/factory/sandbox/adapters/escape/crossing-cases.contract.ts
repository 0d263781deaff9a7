import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assembleEntryProgram, call, type Step } from '../../domain/entry-program.ts';
import { copyIn } from '../copy-in.ts';
import { copyOut } from '../copy-out.ts';
import { thisMachine } from '../entry-file.ts';
import { openSocket } from '../open-socket.ts';
import type { EscapeCase, Surroundings } from './escape-case.contract.ts';

type Judge = (folder: string, around: Surroundings) => Promise<boolean>;

/** A script plants something in `/work`; then the factory handles the folder. */
function plants(
  name: string,
  source: (around: Surroundings) => string,
  escapes: Judge,
  worksUnboxed = false,
): EscapeCase {
  return {
    name,
    worksUnboxed,
    async escapes(around) {
      const folder = around.makeFolder();
      await around.harness.runScript(`const fs = require('fs');\n${source(around)}`, {
        mounts: [{ source: folder, target: '/work', writable: true }],
        limits: { diskBytes: 16e6 },
      });
      return escapes(folder, around);
    },
  };
}

/** The same for what only system calls can plant. */
function plantsByCall(name: string, step: Step, escapes: Judge, worksUnboxed = false): EscapeCase {
  const program = assembleEntryProgram(thisMachine(), [step]).toString('base64');
  return plants(
    name,
    () => `fs.writeFileSync('/tmp/plant-' + process.pid, Buffer.from('${program}', 'base64'), { mode: 0o755 });
      require('child_process').spawnSync('/tmp/plant-' + process.pid, { cwd: '/work' }); fs.unlinkSync('/tmp/plant-' + process.pid);`,
    escapes,
    worksUnboxed,
  );
}

async function readsSecret(folder: string, path: string, secret: string): Promise<boolean> {
  const found = await copyOut(folder, [path]).catch(() => new Map<string, Buffer>());
  return found.get(path)?.includes(secret) ?? false;
}

const MAKE_PIPE = call('mknodat', -100, 'planted', 0o010644, 0);
const MAKE_DEVICE = call('mknodat', -100, 'planted', 0o020666, 0x105);

export const crossingCases: readonly EscapeCase[] = [
  plants(
    'has a file outside copied out through a symbolic link',
    ({ secretFile }) => `fs.symlinkSync(${JSON.stringify(secretFile)}, '/work/report')`,
    (folder, { secret }) => readsSecret(folder, 'report', secret),
  ),
  plants(
    'has a file outside copied out through a linked folder',
    ({ outside }) => `fs.symlinkSync(${JSON.stringify(outside)}, '/work/reports')`,
    (folder, { secret }) => readsSecret(folder, 'reports/secret', secret),
  ),
  plants(
    'makes a second name for a file outside',
    ({ secretFile }) => `fs.linkSync(${JSON.stringify(secretFile)}, '/work/report')`,
    async (folder, { secret }) =>
      existsSync(join(folder, 'report')) && readFileSync(join(folder, 'report')).includes(secret),
    true,
  ),
  plants(
    'has a second name copied out',
    ({ secretFile }) => `fs.linkSync(${JSON.stringify(secretFile)}, '/work/report')`,
    (folder, { secret }) => readsSecret(folder, 'report', secret),
  ),
  plants(
    'has more copied out than allowed',
    () => `fs.writeFileSync('/work/report', Buffer.alloc(3e6, 1))`,
    async (folder) => {
      const found = await copyOut(folder, ['report'], { maxBytes: 1e6 }).catch(() => new Map());
      return found.has('report');
    },
  ),
  plantsByCall('holds the factory at a pipe', MAKE_PIPE, async (folder) => {
    const copied = copyOut(folder, ['planted']).then(
      () => 'ended',
      () => 'ended',
    );
    return (await Promise.race([copied, sleep(2_000, 'held')])) === 'held';
  }),
  plantsByCall(
    'leaves a device',
    MAKE_DEVICE,
    async (folder) => lstatOf(join(folder, 'planted'))?.isCharacterDevice() ?? false,
    true,
  ),
  plants(
    'leaves a program that runs as its owner',
    () => `fs.writeFileSync('/work/tool', '#!/bin/sh'); fs.chmodSync('/work/tool', 0o6755)`,
    async (folder) => ((lstatOf(join(folder, 'tool'))?.mode ?? 0) & 0o6000) !== 0,
    true,
  ),
  plants(
    'has a file written outside by copy-in through a linked folder',
    ({ outside }) => `fs.symlinkSync(${JSON.stringify(outside)}, '/work/src')`,
    async (folder, { outside }) => {
      await copyIn([{ path: 'src/written', content: 'x' }], folder).catch(() => undefined);
      return existsSync(join(outside, 'written'));
    },
  ),
  plants(
    'has a file outside overwritten by copy-in through a link',
    ({ secretFile }) => `fs.symlinkSync(${JSON.stringify(secretFile)}, '/work/main.ts')`,
    async (folder, { secret, secretFile }) => {
      await copyIn([{ path: 'main.ts', content: 'x' }], folder).catch(() => undefined);
      return readFileSync(secretFile, 'utf8') !== secret;
    },
  ),
  {
    name: 'climbs out of the folder by names of generated files',
    worksUnboxed: false,
    async escapes({ makeFolder }) {
      const folder = join(makeFolder(), 'inner');
      mkdirSync(folder);
      const paths = [
        '../climbed',
        'a/../../climbed',
        `${folder}/../climbed`,
        'a//../../climbed',
        './../climbed',
      ];
      for (const path of paths) {
        await copyIn([{ path, content: 'x' }], folder).catch(() => undefined);
      }
      return existsSync(join(folder, '../climbed'));
    },
  },
  plants(
    'turns its socket into a link to a socket of the machine',
    ({ socketFile }) => `fs.symlinkSync(${JSON.stringify(socketFile)}, '/work/app.sock')`,
    async (folder, { contacts }) => {
      const before = contacts();
      const socket = await openSocket(join(folder, 'app.sock')).catch(() => null);
      if (socket !== null) {
        const client = connect(socket.path).on('error', () => undefined);
        await sleep(200);
        client.destroy();
        await socket.close();
      }
      return contacts() > before;
    },
  ),
  {
    name: 'stops the factory from clearing up with folders deeper than a path may be long',
    worksUnboxed: false,
    async escapes({ harness, makeFolder }) {
      const folder = makeFolder();
      const result = await harness
        .runScript(
          `const fs = require('fs'); process.chdir('/work');
           for (let n = 0; n < 300; n += 1) { fs.mkdirSync('d'.repeat(50)); process.chdir('d'.repeat(50)); }`,
          {
            mounts: [{ source: folder, target: '/work', writable: true }],
            limits: { diskBytes: 16e6 },
          },
        )
        .catch(() => null);
      return result === null;
    },
  },
];

function lstatOf(path: string) {
  return lstatSync(path, { throwIfNoEntry: false });
}
