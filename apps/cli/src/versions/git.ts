import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CliError } from '../cli-error.ts';

const run = promisify(execFile);
const WHO = ['-c', 'user.name=QuantumLayer', '-c', 'user.email=noreply@quantumlayer.dev'];

export type Git = {
  /** Answers what git prints. Throws `CliError` with what it said, without what stands in an URL before its host. */
  (...args: string[]): Promise<string>;
  /** Keeps an object as it is and answers its id. */
  keep(type: 'commit' | 'tag', content: string): Promise<string>;
};

/** The git of this machine, in a folder. */
export function gitIn(folder: string): Git {
  return Object.assign((...args: string[]) => runGit(folder, args), {
    keep: (type: 'commit' | 'tag', content: string) =>
      runGit(folder, ['hash-object', '-w', '--stdin', '-t', type], content),
  });
}

async function runGit(cwd: string, args: readonly string[], input?: string) {
  try {
    const running = run('git', [...WHO, ...args], { cwd });
    if (input !== undefined) {
      // Git that ended before it read has said why itself.
      running.child.stdin?.on('error', () => undefined).end(input);
    }
    return (await running).stdout.trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw gitMissing();
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new CliError('git-failed', withoutSecrets(said.trim()));
  }
}

function gitMissing(): CliError {
  return new CliError('git-missing', 'This needs `git`: install it and try again.');
}

/** `https://ann:secret@host/x` is `https://host/x`. */
function withoutSecrets(text: string): string {
  return text.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1');
}
