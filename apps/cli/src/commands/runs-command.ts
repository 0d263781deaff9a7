import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Preview, Run, RunSummary, Stage } from '@quantumlayer/contracts';
import type { Client, RunSignal } from '@quantumlayer/sdk';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { ql } from '../config.ts';
import { type Context, chooseProject, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { followRun } from '../follow-run.ts';
import { showFailure } from '../generate/show-report.ts';
import { catchInterrupts } from '../interrupts.ts';
import { createRunProgress, showStage } from '../terminal/run-progress.ts';
import { oneLine } from '../terminal/table.ts';
import { colourStatus, showDuration, showTime } from '../terminal/terminal.ts';
import { describePreview } from './describe-preview.ts';
import { type ListOptions, listCommand, showPage } from './list-command.ts';

type Json = { json?: boolean };

export function runsCommand(context: Context): Command {
  return new Command('runs')
    .description('List, watch and control runs')
    .addCommand(
      listCommand('the runs of a project, newest first').action((options) =>
        listRuns(context, options),
      ),
    )
    .addCommand(oneRun('show', 'Show a run').action((id, options) => showRun(context, id, options)))
    .addCommand(
      oneRun('watch', 'Follow a run until it ends').action((id, options) =>
        watchRun(context, id, options),
      ),
    )
    .addCommand(
      oneRun('cancel', 'Cancel a run; its sandboxes are stopped').action((id, options) =>
        change(context, id, options, 'Cancelled', (client) => client.cancelRun(id)),
      ),
    )
    .addCommand(
      oneRun('retry', 'Run a stage of an ended run, and all behind it, again')
        .option('--stage <key>', 'the stage; the failed or cancelled one by default')
        .action((id, options) => retryRun(context, id, options)),
    )
    .addCommand(
      signalling(context, 'approve', 'Approve the design that waits', (stage) => ({
        type: 'approve',
        stage,
      })),
    )
    .addCommand(rejecting(context))
    .addCommand(modifying(context))
    .addCommand(
      oneRun('pause', 'Start no further stage').action((id, options) =>
        signal(context, id, options, { type: 'pause' }),
      ),
    )
    .addCommand(
      oneRun('resume', 'Go on after a pause').action((id, options) =>
        signal(context, id, options, { type: 'resume' }),
      ),
    );
}

function oneRun(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<run>', 'id of the run')
    .option('--json', 'print the run as JSON');
}

function waitingStage(command: Command): Command {
  return command.option('--stage <key>', 'the checkpoint that waits', 'review');
}

type StageOptions = Json & { stage: string };

function signalling(
  context: Context,
  name: string,
  description: string,
  make: (stage: string) => RunSignal,
): Command {
  return waitingStage(oneRun(name, description)).action((id: string, options: StageOptions) =>
    signal(context, id, options, make(options.stage)),
  );
}

function rejecting(context: Context): Command {
  return waitingStage(oneRun('reject', 'Reject the design that waits; the run ends'))
    .requiredOption('-r, --reason <text>', 'why')
    .action((id: string, options: StageOptions & { reason: string }) =>
      signal(context, id, options, {
        type: 'reject',
        stage: options.stage,
        reason: options.reason,
      }),
    );
}

function modifying(context: Context): Command {
  return waitingStage(oneRun('modify', 'Replace the output that waits and go on with yours'))
    .requiredOption('--with <file>', 'JSON file with the changed blueprint')
    .action(async (id: string, options: StageOptions & { with: string }) => {
      const output = asOutput(
        await readJson(resolve(context.config.workingDirectory, options.with)),
      );
      await signal(context, id, options, { type: 'modify', stage: options.stage, output });
    });
}

/** A file with the blueprint alone will do, as `ql blueprint --json | jq .blueprint` makes it. */
function asOutput(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'entities' in value
    ? { blueprint: value }
    : value;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('file-unreadable', `${path} is not usable JSON: ${why}`, exitCodes.usage);
  }
}

const done: Record<RunSignal['type'], string> = {
  approve: 'Approved',
  reject: 'Rejected',
  modify: 'Modified',
  pause: 'Paused',
  resume: 'Resumed',
};

function signal(context: Context, id: string, options: Json, body: RunSignal): Promise<void> {
  return change(context, id, options, done[body.type], (client) => client.signalRun(id, body));
}

async function change(
  context: Context,
  id: string,
  options: Json,
  /** What was asked for; the run itself follows a moment later. */
  what: string,
  act: (client: Client) => Promise<Run>,
): Promise<void> {
  const run = await withServer(context, act);
  printAnswer(
    context,
    options,
    run,
    () => `${what}: ${id}. Follow it with: ${ql} runs watch ${id}`,
  );
}

async function retryRun(
  context: Context,
  id: string,
  options: Json & { stage?: string },
): Promise<void> {
  await change(context, id, options, 'Retried', async (client) => {
    const { failure, stages } = await client.getRun(id);
    const ended = (end: Stage['status']) => stages.find(({ status }) => status === end)?.key;
    const stage = options.stage ?? failure?.stage ?? ended('failed') ?? ended('cancelled');
    if (stage !== undefined) return await client.retryRun(id, stage);
    throw new CliError(
      'no-failed-stage',
      `No stage of ${id} failed or was cancelled. Name one with --stage: ${stages.map(({ key }) => key).join(', ')}.`,
      exitCodes.usage,
    );
  });
}

async function listRuns(context: Context, options: ListOptions): Promise<void> {
  const page = await withServer(context, async (client) =>
    client.listRuns(await chooseProject(client, options.project), options.page()),
  );
  const row = (run: RunSummary) => [
    run.id,
    colourStatus(run.status),
    showTime(run.createdAt),
    run.durationMs === null ? '' : showDuration(run.durationMs),
    oneLine(run.prompt, 50),
  ];
  printAnswer(context, options, page, () =>
    showPage(['run', 'status', 'created', 'took', 'prompt'], page, row),
  );
}

async function showRun(context: Context, id: string, options: Json): Promise<void> {
  const { run, preview } = await withServer(context, async (client) => {
    const found = await client.getRun(id);
    const { previewId } = found;
    const shown = previewId === null ? null : await client.getPreview(previewId);
    return { run: found, preview: shown };
  });
  printAnswer(context, options, run, () => describeRun(run, preview));
}

function describeRun(run: Run, preview: Preview | null): string {
  const { stages, failure, capsuleId } = run;
  return [
    `${run.id}  ${colourStatus(run.status)}${run.durationMs === null ? '' : `  ${showDuration(run.durationMs)}`}`,
    `  ${oneLine(run.prompt, 160)}`,
    ...stages.map((stage) => showStage(stage, '>', 120, Date.now())),
    ...(failure === null ? [] : showFailure(failure)),
    ...(capsuleId === null ? [] : [`  capsule ${capsuleId}`]),
    ...(preview === null ? [] : [`  preview ${describePreview(preview)}`]),
  ].join('\n');
}

async function watchRun(context: Context, id: string, options: Json): Promise<void> {
  const progress = createRunProgress(context.terminal);
  const interrupts = catchInterrupts();
  try {
    const run = await withServer(context, (client) =>
      followRun(client, id, { show: (latest) => progress.show(latest), signal: interrupts.first }),
    );
    progress.close();
    printAnswer(context, options, run, () =>
      [showEnd(run), ...(run.failure === null ? [] : showFailure(run.failure))].join('\n'),
    );
    process.exitCode = watchExitCode(run);
  } finally {
    progress.close();
    interrupts.release();
  }
}

function showEnd({ id, status, durationMs }: Run): string {
  const took = durationMs === null ? '' : ` in ${showDuration(durationMs)}`;
  return `${id} ${colourStatus(status)}${took}`;
}

function watchExitCode({ status, finishedAt }: Run): number {
  if (status === 'succeeded') return exitCodes.succeeded;
  return finishedAt === null ? exitCodes.interrupted : exitCodes.failed;
}
