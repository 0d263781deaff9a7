import type { ChildProcess } from 'node:child_process';
import type { SandboxHooks } from '../ports.ts';

type Output = { output: Buffer; stdout: Buffer; stderr: Buffer };

/** Keeps at most `limit` bytes of both streams together, in the order they came, and says when there is more. */
export function collectOutput(
  child: ChildProcess,
  limit: number,
  hooks: SandboxHooks,
  onOverflow: () => void,
): () => Output {
  const chunks: { chunk: Buffer; stream: 'stdout' | 'stderr' }[] = [];
  let room = limit;

  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.on('data', (whole: Buffer) => {
      const chunk = whole.subarray(0, room);
      room -= chunk.length;
      if (chunk.length > 0) {
        chunks.push({ chunk, stream });
        hooks.onOutput?.(chunk, stream);
      }
      if (chunk.length < whole.length) onOverflow();
    });
  }

  const join = (wanted?: 'stdout' | 'stderr') =>
    Buffer.concat(
      chunks.filter(({ stream }) => wanted === undefined || stream === wanted).map((c) => c.chunk),
    );
  return () => ({ output: join(), stdout: join('stdout'), stderr: join('stderr') });
}
