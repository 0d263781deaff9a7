import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Client } from '@quantumlayer/sdk';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { ql } from '../config.ts';
import { type Context, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { fetchCapsule } from '../generate/fetch-capsule.ts';

type EditOptions = { title?: string; preview: boolean; json?: boolean };
type PushOptions = { remote: string; branch: string; json?: boolean };

/** Code that a person changed comes back. */
export function editCommand(context: Context): Command {
  return new Command('edit')
    .description('Hand in code that you changed, as the next version; the same checks decide on it')
    .argument('<capsule>', 'id of the version that you changed')
    .argument('<code>', 'folder of the app, a zip of it, or a git bundle')
    .option('-t, --title <words>', 'what you changed')
    .option('--no-preview', 'do not start the app at the end')
    .option('--json', 'print the run as JSON')
    .action(async (id: string, code: string, options: EditOptions) => {
      const bytes = Uint8Array.from(await readCode(resolve(context.config.workingDirectory, code)));
      const { title, preview } = options;
      const edits = { bytes, preview, ...(title !== undefined && { title }) };
      const run = await withServer(context, async (client) => {
        const { projectId } = await client.getCapsule(id);
        return await client.pushEdits(projectId, id, edits, randomUUID());
      });
      printAnswer(context, options, run, () => `${run.id}\nFollow it: ${ql} runs watch ${run.id}`);
    });
}

async function readCode(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (!(await stat(path)).isDirectory()) return await readFile(path);
    const { zipFolder } = await import('@quantumlayer/capsule');
    return new Uint8Array(await zipFolder(path));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('code-unreadable', why, exitCodes.usage);
  }
}

/** Code goes where a team has it. */
export function pushCommand(context: Context): Command {
  return new Command('push')
    .description(
      'Push the code of a verified capsule to a git remote, with the git of this machine',
    )
    .argument('<capsule>', 'id of the capsule')
    .requiredOption('-r, --remote <url>', 'where to push to')
    .option('--branch <name>', 'branch of the remote', 'main')
    .option('--json', 'print the result as JSON')
    .action(async (id: string, options: PushOptions) => {
      const pushed = await withServer(context, (client) => push(context, client, id, options));
      printAnswer(context, options, pushed, () =>
        pushed.isNew
          ? `${options.branch} is at ${pushed.commit}`
          : `${options.branch} has this code already, at ${pushed.commit}`,
      );
    });
}

async function push(
  { config }: Context,
  client: Client,
  id: string,
  { remote, branch }: PushOptions,
) {
  const { projectId } = await client.getCapsule(id);
  const { bytes, verification } = await fetchCapsule(client, id, {
    folder: join(config.dataDir, 'downloads'),
  });
  if (!verification.verified)
    throw new CliError('capsule-not-verified', 'The capsule does not verify.', exitCodes.failed);
  const versions = await client.listVersions(projectId, { limit: 100 });
  const change = versions.items.find((version) => version.id === id)?.change?.text;
  const { pushVersion } = await import('../versions/push-version.ts');
  return await pushVersion({
    ...{ archive: bytes, remote, branch, change: change ?? '' },
    known: versions.items.map(({ codeDigest }) => codeDigest),
  });
}
