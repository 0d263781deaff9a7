// `npm run check`: everything that must hold for the whole repository, each gate with its time.
// `npm run check -- shape layers` runs only the gates named.
import { fileURLToPath } from 'node:url';
import { gates } from './gates/all-gates.ts';
import { runGate } from './gates/gate.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(
    `No gate ${unknown.join(', ')}. There are: ${gates.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const queue = gates.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const failed: string[] = [];

/** Two at a time: the slow gates are programs of one thread. */
async function work(): Promise<void> {
  for (let gate = queue.shift(); gate !== undefined; gate = queue.shift()) {
    if (!(await runGate(gate, root))) failed.push(gate.name);
  }
}

await Promise.all([work(), work()]);
console.log(failed.length === 0 ? 'Every gate is passed.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
