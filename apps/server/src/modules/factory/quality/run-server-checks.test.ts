import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxResult } from '#modules/factory/sandbox/index.ts';
import { runServerChecks } from './run-server-checks.ts';
import { createCheckContext, stoppedApp } from './testing/check-context.ts';

const thing = { type: 'object', properties: { n: { type: 'integer' } } };
const document = (paths: object) => ({ openapi: '3.1.0', paths });
const oneOperation = document({
  '/things': {
    get: {
      operationId: 'listThings',
      parameters: [{ name: 'n', in: 'query', schema: { type: 'integer', minimum: 0 } }],
      responses: { 200: { content: { 'application/json': { schema: thing } } } },
    },
  },
});

describe('the checks of the running app', () => {
  let folder: string;
  let server: Server | null;
  let stops: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'server-checks-'));
    await mkdir(join(folder, '.run'));
    server = null;
    stops = 0;
  });
  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true });
  });

  type Handler = (request: IncomingMessage, response: ServerResponse) => void;

  /** An app outside the sandbox, in the place where one inside would listen. */
  async function check(
    openapi: object | null,
    handle: Handler,
    given: { signal?: AbortSignal; finished?: Promise<SandboxResult> } = {},
  ) {
    if (openapi !== null) {
      const made = createServer((request, response) => {
        if (request.url === '/openapi.json') response.end(JSON.stringify(openapi));
        else handle(request, response);
      });
      server = made;
      await new Promise<void>((resolve) => made.listen(join(folder, '.run/app.sock'), resolve));
    }
    const { context, stops: count } = createCheckContext(folder, given);
    const [start, operations, attacks] = await runServerChecks(context);
    stops = count();
    return { start, operations, attacks };
  }

  const answerThings: Handler = (request, response) => {
    const n = new URL(request.url ?? '', 'http://app').searchParams.getAll('n');
    const isWrong = n.some(
      (one) => one !== '' && !(Number.isSafeInteger(Number(one)) && Number(one) >= 0),
    );
    const status = isWrong ? 422 : 200;
    const type = isWrong ? 'application/problem+json' : 'application/json';
    response.writeHead(status, { 'content-type': type });
    response.end(JSON.stringify(isWrong ? { title: 'Wrong', status } : { n: 1 }));
  };

  it('pass for an app that does as it says, and stop it', async () => {
    const { start, operations } = await check(oneOperation, answerThings);

    expect(operations).toMatchObject({
      status: 'passed',
      reason: null,
      figures: { exercised: 1, failed: 0, operations: 1 },
    });
    expect(start).toMatchObject({
      status: 'passed',
      figures: { peakMemoryBytes: 1_000, cpuMs: 5 },
    });
    expect(stops).toBeGreaterThan(0);
  });

  it('name the first findings of an app that does not', async () => {
    const { operations } = await check(oneOperation, (_request, response) => {
      response.writeHead(500).end();
    });

    expect(operations).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^1 of 1 operations are not as documented:\n- GET \/things/),
      figures: { failed: 1 },
    });
  });

  it('prove nothing by an app without operations', async () => {
    const { operations } = await check(document({}), answerThings);

    expect(operations).toMatchObject({
      status: 'failed',
      reason: 'The app documents no operation, so nothing is proven.',
    });
  });

  it('do not pass when they were ended early, however well it went until then', async () => {
    const ending = new AbortController();
    let requests = 0;
    const { operations } = await check(
      oneOperation,
      (request, response) => {
        requests += 1;
        if (requests === 5) ending.abort();
        answerThings(request, response);
      },
      { signal: ending.signal },
    );

    expect(operations).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('It was ended early'),
      figures: { exercised: 1, failed: 0 },
    });
  });

  it('fail with the reason when the document cannot be read', async () => {
    const { operations } = await check({ swagger: '2.0' }, answerThings);

    expect(operations).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('it is not an OpenAPI 3 document'),
    });
  });

  it('give the log of an app that ended instead of serving, and skip the rest', async () => {
    const crash = { ...stoppedApp, exitCode: 1, signal: null, stopped: null };
    const finished = Promise.resolve({ ...crash, output: Buffer.from('no such module\n') });
    const { start, operations } = await check(null, answerThings, { finished });

    expect(start).toMatchObject({
      status: 'failed',
      exitCode: 1,
      reason: 'Start the app: ended with exit code 1. The log ends with:\nno such module',
    });
    expect(operations).toMatchObject({ status: 'skipped', reason: 'The app did not start.' });
  });

  it('do not take an app that ended well for one that serves', async () => {
    const finished = Promise.resolve({ ...stoppedApp, exitCode: 0, signal: null, stopped: null });
    const { start } = await check(null, answerThings, { finished });

    expect(start).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('it ended by itself instead of serving'),
    });
  });
});
