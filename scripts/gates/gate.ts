import { spawn } from 'node:child_process';
import { styleText } from 'node:util';

/** What a gate found: no problems means that it is passed. `note` is shown behind its name. */
export type GateResult = { problems: string[]; note?: string };

/** One thing that must hold for the whole repository, checked on the tree below `root`. */
export type Gate = { name: string; promise: string; check: (root: string) => Promise<GateResult> };

/** A gate that is a program: passed when it ends with 0, otherwise its output is the problem. */
export function programGate(name: string, promise: string, command: string[]): Gate {
  return {
    name,
    promise,
    async check(root) {
      const { code, output } = await runProgram(command, root);
      return { problems: code === 0 ? [] : [output.trim() || `ended with code ${code}`] };
    },
  };
}

/** Runs a program of node_modules/.bin (or of the system) with its output kept. */
function runProgram(
  [program = '', ...args]: string[],
  root: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      PATH: `${root}/node_modules/.bin:${process.env.PATH}`,
      NO_COLOR: '1',
    };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a gate, prints its line and, when it failed, what it found. */
export async function runGate(gate: Gate, root: string): Promise<boolean> {
  const started = performance.now();
  const { problems, note } = await gate.check(root);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  const passed = problems.length === 0;
  const mark = passed ? styleText('green', 'ok    ') : styleText('red', 'failed');
  console.log(`${mark} ${gate.name.padEnd(14)}${seconds} s  ${note ?? gate.promise}`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '         '));
  return passed;
}
