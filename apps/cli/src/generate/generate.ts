import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type AppKind, type Preview, type Run, stackOfKind } from '@quantumlayer/contracts';
import type { Client, ReadRequest } from '@quantumlayer/sdk';
import { ql } from '../config.ts';
import { type Context, chooseProject, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { followRun } from '../follow-run.ts';
import { catchInterrupts } from '../interrupts.ts';
import type { Connection } from '../server/connect.ts';
import { createRunProgress } from '../terminal/run-progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { findBase } from '../versions/find-base.ts';
import { type FetchedCapsule, fetchCapsule } from './fetch-capsule.ts';
import { isProven, reportGeneration } from './generate-report.ts';
import { keepPreview } from './keep-preview.ts';
import { readAsked } from './read-asked.ts';
import { createRunNote, type RunNote } from './run-note.ts';
import { showReport } from './show-report.ts';
import { checkOutFolder, unpackApp } from './unpack-app.ts';

export type GenerateOptions = {
  file?: string;
  document?: string;
  base?: string;
  out?: string;
  force?: boolean;
  kind: AppKind;
  stack?: string;
  review?: boolean;
  preview: boolean;
  project?: string;
  json?: boolean;
};

/** Builds an app from a prompt, a document or both, fetches and verifies its capsule and unpacks the code; returns the exit code. */
export async function generate(
  context: Context,
  words: readonly string[],
  options: GenerateOptions,
): Promise<number> {
  const { workingDirectory } = context.config;
  const { file, document } = options;
  const asked = await readAsked({ words, file, document, workingDirectory });
  const folder = options.out === undefined ? null : resolve(workingDirectory, options.out);
  if (folder !== null) await checkOutFolder(folder, options.force === true);
  return await withServer(context, async (client, connection) => {
    const { run, note } = await build(context, client, asked, options);
    const results = await collect(context, client, run, folder);
    note.forget();
    const report = reportGeneration(results);
    printAnswer(context, options, report, () => showReport(report));
    await sayWhatIsNext(context, connection, client, results, options);
    return exitCodeOf(results);
  });
}

async function build(
  { config, terminal }: Context,
  client: Client,
  asked: ReadRequest,
  options: GenerateOptions,
): Promise<{ run: Run; note: RunNote }> {
  const projectId = await chooseProject(client, options.project);
  const { kind, stack = stackOfKind[kind], review = false, preview } = options;
  const { workingDirectory } = config;
  const base =
    options.base && (await findBase(client, { projectId, base: options.base, workingDirectory }));
  const request = {
    ...asked,
    ...(base && { base: { capsuleId: base } }),
    options: { stack, review, preview },
  };
  const note = createRunNote(config.dataDir, { projectId, request });
  const left = await note.findLeft(client);
  if (left !== null) terminal.note(`Going on with ${left.id}, whose command was interrupted`);
  const { id } = left ?? (await client.startRun(projectId, request, randomUUID()));
  note.keep(id);
  const run = await follow(client, id, terminal);
  return { run, note };
}

async function follow(client: Client, id: string, terminal: Terminal): Promise<Run> {
  const progress = createRunProgress(terminal);
  const interrupts = catchInterrupts();
  interrupts.first.addEventListener('abort', () => {
    terminal.note(`Cancelling ${id}. Press Ctrl+C again to leave it running.`);
    client.cancelRun(id).catch((error: Error) => terminal.note(`Not cancelled: ${error.message}`));
  });
  try {
    return await followRun(client, id, {
      show: (run) => progress.show(run),
      isEnough: ({ status }) => status === 'waiting',
      signal: interrupts.second,
    });
  } finally {
    interrupts.release();
    progress.close();
  }
}

type Results = {
  run: Run;
  capsule: FetchedCapsule | null;
  preview: Preview | null;
  folder: string | null;
};

async function collect(
  { config, terminal }: Context,
  client: Client,
  run: Run,
  folder: string | null,
): Promise<Results> {
  const downloads = { folder: join(config.dataDir, 'downloads') };
  const capsule =
    run.capsuleId === null ? null : await fetchCapsule(client, run.capsuleId, downloads);
  const preview = run.previewId === null ? null : await client.getPreview(run.previewId);
  const isReady = folder !== null && capsule?.verification.verified === true;
  if (!isReady || run.status !== 'succeeded') return { run, capsule, preview, folder: null };
  const { movedTo } = await unpackApp(capsule.bytes, folder);
  if (movedTo !== null) terminal.note(`What was in ${folder} is now in ${movedTo}`);
  return { run, capsule, preview, folder };
}

async function sayWhatIsNext(
  context: Context,
  { isOwnServer }: Connection,
  client: Client,
  { run, preview, folder }: Results,
  { json }: GenerateOptions,
): Promise<void> {
  const say = (text: string) => context.terminal.note(text);
  if (run.status === 'waiting') say(whatWaits(run));
  if (run.finishedAt === null && run.status !== 'waiting')
    say(`\nThe run goes on: ${ql} runs watch ${run.id}`);
  if (folder !== null && json !== true)
    say(`\nIt is yours: cd ${folder} && npm ci && npm test && npm start`);
  if (preview?.status === 'running' && isOwnServer)
    await keepPreview(context, client, preview, json === true);
}

function whatWaits({ id, stages }: Run): string {
  const isConflict = stages.some(({ key, status }) => key === 'conflicts' && status === 'waiting');
  const see = `see ${ql} drops list --run ${id}`;
  return isConflict
    ? `\nEdits by hand meet what is generated: ${see}\nThen: ${ql} runs modify ${id} --stage conflicts --with FILE, with { "resolutions": [{ "path", "choices": ["mine" | "generated" | "both" | { "text" }] }] }`
    : `\nThe design waits for you: ${see}\nThen: ${ql} runs approve ${id}`;
}

function exitCodeOf({ run, capsule }: Results): number {
  if (run.status === 'waiting') return exitCodes.waiting;
  if (run.status === 'cancelled' || run.finishedAt === null) return exitCodes.interrupted;
  return isProven({ run, capsule }) ? exitCodes.succeeded : exitCodes.failed;
}
