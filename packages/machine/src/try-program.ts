import { execFile } from 'node:child_process';

export type Attempt = { worked: boolean; output: string };

/** Really runs a program, for at most ten seconds, with an almost empty environment. */
export function tryProgram(program: string, args: readonly string[]): Promise<Attempt> {
  const env: NodeJS.Dict<string> = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };
  // Where Next's types are loaded too, every environment is said to have a NODE_ENV; this one has none.
  const options = { timeout: 10_000, env: env as NodeJS.ProcessEnv };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim() || (error?.message ?? '');
      resolve({ worked: error === null, output });
    });
  });
}
