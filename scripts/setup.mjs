// Brings a clone into a state in which the npm scripts work. Plain JavaScript without dependencies: it is the
// one file that has to run on the machine's own Node, before anything is installed.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { offerBubblewrap } from './setup/bubblewrap.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { isSetUp, writeStamp } from './setup/installed.mjs';
import { withLock } from './setup/lock.mjs';
import { SetupFailed, say } from './setup/report.mjs';
import { ensureRuntime } from './setup/runtime.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const isQuiet = process.argv.includes('--quiet');

try {
  if (!isSetUp(root)) await withLock(root, setUp);
  else if (!isQuiet) say('everything is in place');
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

async function setUp() {
  if (isSetUp(root)) return;
  await installDependencies(root);
  const runtime = await ensureRuntime(root);
  await offerBubblewrap();
  writeStamp(root);
  say(`done, running on Node ${runtime}`);
}
