import { execFile } from 'node:child_process';

export type Attempt = { worked: boolean; output: string };

/** Really runs a program, for at most ten seconds, with an almost empty environment. */
export function tryProgram(program: string, args: readonly string[]): Promise<Attempt> {
  const options = {
    timeout: 10_000,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' },
  };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim() || (error?.message ?? '');
      resolve({ worked: error === null, output });
    });
  });
}
