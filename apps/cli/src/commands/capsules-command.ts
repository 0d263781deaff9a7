import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CapsuleVerification } from '@quantumlayer/contracts';
import { showSize } from '@quantumlayer/machine';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { CliError } from '../cli-error.ts';
import { type Context, chooseProject, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type CapsuleForm, capsuleForms, fetchCapsule } from '../generate/fetch-capsule.ts';
import { showTime } from '../terminal/terminal.ts';
import { editCommand, pushCommand } from './code-commands.ts';
import { type ListOptions, listCommand, showPage } from './list-command.ts';
import { restoreCommand } from './restore-command.ts';

type Json = { json?: boolean };

export function capsulesCommand(context: Context): Command {
  return new Command('capsules')
    .description('List, download, verify, edit, restore and push signed capsules')
    .addCommand(
      listCommand('the capsules of a project, newest first').action((options) =>
        listCapsules(context, options),
      ),
    )
    .addCommand(
      new Command('download')
        .description('Download a capsule, verify what arrived and write it, or its code')
        .argument('<capsule>', 'id of the capsule')
        .addOption(
          new Option(
            '-f, --format <form>',
            'the capsule itself, or its code as a zip or as a git bundle for `git clone FILE`',
          )
            .choices(capsuleForms)
            .default('capsule'),
        )
        .option('-o, --out <file>', 'file or folder to write to; the current folder by default')
        .addOption(
          new Option(
            '-g, --git <folder>',
            'write a git repository there: the blueprint, the code and the tests of the first version as commits, and one commit for each version since',
          ).conflicts(['format', 'out']),
        )
        .option('--json', 'print the result as JSON')
        .action((id, options) =>
          options.git === undefined
            ? download(context, id, options)
            : downloadRepository(context, id, options),
        ),
    )
    .addCommand(
      new Command('verify')
        .description('Check every claim of a capsule file against a public key, offline')
        .argument('<file>', 'the capsule')
        .requiredOption('-k, --key <file>', 'public key in PEM form; `ql capsules key` prints it')
        .option('--json', 'print every statement as JSON')
        .action((file, options) => verify(context, file, options)),
    )
    .addCommand(editCommand(context))
    .addCommand(restoreCommand(context))
    .addCommand(pushCommand(context))
    .addCommand(
      new Command('key')
        .description('Print the public key that capsules are signed with')
        .option('--json', 'print the key with its id as JSON')
        .action((options) => printKey(context, options)),
    );
}

async function listCapsules(context: Context, options: ListOptions): Promise<void> {
  const page = await withServer(context, async (client) =>
    client.listCapsules(await chooseProject(client, options.project), options.page()),
  );
  printAnswer(context, options, page, () =>
    showPage(
      ['capsule', 'name', 'size', 'created', 'run'],
      page,
      ({ id, name, size, createdAt, runId }) => [
        id,
        name,
        showSize(size),
        showTime(createdAt),
        runId,
      ],
    ),
  );
}

async function download(
  context: Context,
  id: string,
  options: Json & { out?: string; format: CapsuleForm },
): Promise<void> {
  const { workingDirectory } = context.config;
  const place =
    options.out === undefined
      ? { folder: workingDirectory }
      : { path: resolve(workingDirectory, options.out) };
  const { path, digest, verification } = await withServer(context, (client) =>
    fetchCapsule(client, id, place, options.format),
  );
  const { verified } = verification;
  printAnswer(
    context,
    options,
    { path, digest, verified },
    () => `${path}\n${showVerification(verification)}`,
  );
  process.exitCode = verified ? exitCodes.succeeded : exitCodes.failed;
}

async function downloadRepository(
  context: Context,
  id: string,
  options: Json & { git: string },
): Promise<void> {
  const { workingDirectory, dataDir } = context.config;
  const path = resolve(workingDirectory, options.git);
  const [{ fetchHistory }, { writeRepository }] = await Promise.all([
    import('../versions/fetch-history.ts'),
    import('../versions/write-repository.ts'),
  ]);
  const { commit, versions, digest } = await withServer(context, async (client) => {
    const history = await fetchHistory(client, id, join(dataDir, 'downloads'));
    const { commit } = await writeRepository(
      path,
      history.map(({ bytes, change }) => ({ archive: bytes, change })),
    );
    return { commit, versions: history.length, digest: history.at(-1)?.digest };
  });
  printAnswer(context, options, { path, digest, verified: true, commit, versions }, () =>
    [path, `main is at ${commit}; verified versions: ${versions}`].join('\n'),
  );
}

async function verify(
  context: Context,
  file: string,
  options: Json & { key: string },
): Promise<void> {
  const { workingDirectory } = context.config;
  const [archive, key] = await Promise.all(
    [file, options.key].map((path) => read(resolve(workingDirectory, path))),
  );
  if (archive === undefined || key === undefined) return;
  const { verifyCapsule } = await import('@quantumlayer/capsule');
  const verification = await verifyCapsule(archive, key.toString('utf8'));
  printAnswer(context, options, verification, () => showVerification(verification));
  process.exitCode = verification.verified ? exitCodes.succeeded : exitCodes.failed;
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('file-unreadable', why, exitCodes.usage);
  }
}

async function printKey(context: Context, options: Json): Promise<void> {
  const key = await withServer(context, (client) => client.getSigningKey());
  printAnswer(context, options, key, () => key.publicKeyPem.trim());
}

function showVerification({ verified, statements }: CapsuleVerification): string {
  const lines = statements.map(
    ({ name, ok, detail }) =>
      `  ${ok ? pc.green('✓') : pc.red('✗')} ${name.padEnd(11)}${pc.dim(detail)}`,
  );
  return [
    ...lines,
    verified ? pc.green('Verified: every claim holds.') : pc.red('NOT VERIFIED.'),
  ].join('\n');
}
