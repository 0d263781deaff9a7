import { createHash } from 'node:crypto';
import type { GeneratedFile } from '@quantumlayer/contracts';
import type { CheckContext } from './check-context.ts';
import { explainResult, withLog } from './domain/explain-result.ts';
import { type CheckOutcome, checkTitles } from './domain/quality-check.ts';
import { CHECK_LIMITS, describeWriter } from './sandboxed-app.ts';

/** What a browser loads of an app is far less. */
const MOST_BYTES = 20_000_000;

export type Build = { outcome: CheckOutcome; files: GeneratedFile[] };

/** Builds what the app serves and Node does not run as it is; null for a stack that builds nothing. */
export async function runBuildCheck(context: CheckContext): Promise<Build | null> {
  const { sandbox, stack, place, signal, wall, workFolder } = context;
  const { built, commands } = stack;
  if (commands.build === undefined || built === undefined) return null;
  const spec = describeWriter(place, commands.build, wall.build, built);
  // Else libraries would be built as they are for tests: React is then half as large again, and slower.
  const env = { ...spec.env, NODE_ENV: 'production' };
  const result = await sandbox.run({ ...spec, env }, { signal });
  const failure = explainResult(checkTitles.build, result, {
    ...CHECK_LIMITS,
    wallMs: wall.build,
  });
  const files = failure === null ? await workFolder.readAll(built, MOST_BYTES) : [];
  const empty = failure === null && files.length === 0 ? `It left nothing in ${built}.` : failure;
  const { exitCode, durationMs, output, peakMemoryBytes } = result;
  const outcome: CheckOutcome = {
    ...{ id: 'build', command: commands.build, exitCode, durationMs, output },
    status: empty === null ? 'passed' : 'failed',
    reason: empty === null ? null : withLog(empty, output),
    figures: {
      ...(files.length > 0 && figuresOf(files)),
      ...(peakMemoryBytes !== null && { peakMemoryBytes }),
    },
  };
  return { outcome, files };
}

/** How much was built, and the digest over paths and contents: the capsule has the same. */
function figuresOf(files: readonly GeneratedFile[]) {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(`${path}\0${content}\0`);
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return { files: files.length, bytes, digest: `sha256:${hash.digest('hex')}` };
}
