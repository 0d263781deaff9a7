import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { migrate } from '#platform/migrate.ts';
import type { StepContext, StepHandlers } from '../../ports.ts';
import { createBlobOutputStore } from '../blob-output-store.ts';
import { openEmbeddedRunner } from '../embedded-runner.ts';
import { workflowMigrations } from '../workflow-migrations.ts';

/**
 * A process that runs workflows and may be killed at any moment. `<database url> <folder> <concurrency>`; reads
 * commands as lines of JSON, writes each event of the executions it was told of as a line of JSON.
 */
const [url = '', folder = '', concurrency = '4'] = process.argv.slice(2);

/** The record outside the database: what handlers really did. */
function note(context: StepContext, what: string): void {
  appendFileSync(join(folder, 'done.log'), `${context.executionId} ${context.node} ${what}\n`);
}

const handlers: StepHandlers = {
  async work(context) {
    note(context, 'begun');
    context.progress('working');
    await new Promise((resolve) => setTimeout(resolve, 40));
    note(context, 'ended');
    return { node: context.node, inputs: context.inputs };
  },
  async long(context) {
    note(context, 'begun');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    context.signal.throwIfAborted();
    note(context, 'ended');
    return 'long';
  },
};

function say(line: object): void {
  process.stdout.write(`${JSON.stringify({ pid: process.pid, ...line })}\n`);
}

function complain(fields: unknown): void {
  say({ log: String(Reflect.get(Object(fields), 'err') ?? fields) });
}

const database = await openDatabase(url);
await migrate(database, workflowMigrations);
const runner = await openEmbeddedRunner({
  database,
  handlers,
  outputs: createBlobOutputStore(createFolderBlobStore(join(folder, 'blobs'))),
  log: { debug() {}, warn: complain, error: complain },
  concurrency: Number(concurrency),
});
say({ type: 'ready' });

async function follow(executionId: string): Promise<void> {
  for await (const { at, ...event } of runner.events('org_1', executionId, 0)) {
    say({ ...event, at: at.getTime() });
  }
  say({ type: 'followed', executionId });
}

let rest = '';
process.stdin.on('data', (chunk: Buffer) => {
  const lines = (rest + chunk.toString()).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) void obey(JSON.parse(line));
});

async function obey(command: { start?: unknown; executionId: string; stop?: boolean }) {
  if (command.stop === true) {
    await runner.close();
    await database.close();
    process.exit(0);
  }
  const { executionId } = command;
  if (command.start !== undefined) {
    const definition = command.start as Parameters<typeof runner.start>[0]['definition'];
    await runner.start({ organisationId: 'org_1', executionId, definition, input: { n: 1 } });
  }
  await follow(executionId);
}
