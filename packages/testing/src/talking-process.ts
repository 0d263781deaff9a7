import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';

export type TalkingProcess = {
  /** What it has said when it ended. */
  ended: Promise<string>;
  /** As with `kill -9`. */
  kill(): void;
  /** Waits for a word on its standard output. Throws when the process ends without it. */
  says(word: string): Promise<void>;
};

/** A process of its own that runs a module given as text and says on its standard output how far it is. */
export function startTalkingProcess(
  source: string,
  options: readonly string[],
  cwd: string,
): TalkingProcess {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source, ...options], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let isOver = false;
  const changed = new EventEmitter();
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    changed.emit('change');
  });
  const ended = once(child, 'close').then(() => {
    isOver = true;
    changed.emit('change');
    return said;
  });
  return {
    ended,
    kill: () => child.kill('SIGKILL'),
    async says(word) {
      while (!said.includes(word)) {
        if (isOver) throw new Error(`it ended without "${word}": ${said}`);
        await once(changed, 'change');
      }
    },
  };
}
