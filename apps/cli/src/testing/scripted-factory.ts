import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  createCapsuleSigner,
  createSigningKey,
  digestOf,
  packCapsule,
  type SigningKey,
} from '@quantumlayer/capsule';
import type { Run, RunEvent, Stage } from '@quantumlayer/contracts';
import { readFollowUpSchema, stageKeys } from '@quantumlayer/contracts';
import { readFollowUp } from '../../../../packages/blueprint/src/index.ts';
import { buildPackInput } from '../../../../packages/capsule/src/pack-input.fixture.ts';

export type Asked = {
  method: string;
  path: string;
  body: unknown;
  authorization: string | undefined;
};

/** How the scripted run goes: each step is one state of the run, shown for one event. */
export type Script = {
  steps: Partial<Run>[];
  capsuleBytes?: (bytes: Buffer) => Buffer;
  /** So many event streams end at once, as those of a server that stops do. */
  endedStreams?: number;
  /** It delivers the web UI. */
  hasPages?: boolean;
  /** It has signed with another key since. */
  hasRotated?: boolean;
};

const at = '2026-01-01T00:00:00.000Z';

export function stage(key: string, status: Stage['status'], message: string | null = null): Stage {
  return {
    key,
    title: `Stage ${key}`,
    status,
    attempts: 1,
    startedAt: at,
    finishedAt: null,
    durationMs: 1_000,
    dropId: null,
    message,
    after: [],
    parts: [],
  };
}

export const allStages = (status: Stage['status']) => stageKeys.map((key) => stage(key, status));

export function buildRun(changes: Partial<Run> = {}): Run {
  return {
    id: 'run_1',
    projectId: 'prj_1',
    projectName: 'Shop',
    prompt: 'A todo list',
    title: null,
    options: { stack: 'typescript-fastify', review: false, preview: true },
    status: 'running',
    createdAt: at,
    startedAt: at,
    finishedAt: null,
    durationMs: null,
    workedMs: 0,
    workingSince: at,
    stages: allStages('pending'),
    failure: null,
    reading: null,
    answers: [],
    evidence: null,
    failedCheck: null,
    capsuleId: null,
    previewId: null,
    ...changes,
  };
}

const preview = {
  id: 'prv_1',
  projectId: 'prj_1',
  runId: 'run_1',
  capsuleId: 'cap_1',
  status: 'running',
  url: 'http://abc.localhost:4000/',
  reach: 'machine',
  createdAt: at,
  expiresAt: '2099-01-01T00:00:00.000Z',
  reason: null,
};

const shownChanges = {
  base: 'cap_1',
  reading: {
    ...{ notUnderstood: ['thanks'], questions: [{ text: 'Which one?' }] },
    blueprint: {
      entities: [
        {
          name: 'Task',
          fields: [
            { name: 'code', type: 'string' },
            { name: 'pages', type: 'integer' },
            { name: 'isOpen', type: 'boolean' },
          ],
        },
      ],
    },
  },
  changes: {
    blueprint: { changes: [{ text: 'Invoice gets a discount.' }] },
    schema: {
      migration: { path: 'migrations/0002_discount.sql', sql: '' },
      ...{ losses: ['Client.faxNumber'], unfilled: ['Invoice.code'] },
    },
    code: { files: [{ path: 'src/main.ts', kind: 'changed', patch: '@@ -1 +1 @@' }] },
    ...{ conflicts: [{ path: 'README.md' }], kept: ['src/own.ts'] },
  },
};

/** A real HTTP server that speaks the API and plays one run; the capsule it serves is a real, signed one. */
export async function startScriptedFactory({
  steps,
  capsuleBytes = (bytes) => bytes,
  endedStreams = 0,
  hasPages = true,
  hasRotated = false,
}: Script) {
  const key = createSigningKey();
  const current = hasRotated ? createSigningKey() : key;
  const { archive, codeDigest } = await packCapsule(
    buildPackInput(),
    createCapsuleSigner(key.privateKeyPem),
  );
  const asked: Asked[] = [];
  const change = { kind: 'prompt', text: 'The software of Ann', base: null };
  const version = { id: 'cap_1', number: 1, change, digest: digestOf(archive), codeDigest };
  let step = 0;
  let streams = 0;
  /** A step is over once somebody has looked at the run in it. */
  let isSeen = false;
  const run = () => buildRun(steps[Math.min(step, steps.length - 1)]);

  const answers: Record<string, (response: ServerResponse, body: string) => void> = {
    'POST /api/v1/blueprints/read-follow-up': (response, body) => {
      const { blueprint, text: said } = readFollowUpSchema.parse(JSON.parse(body));
      const outcome = readFollowUp(blueprint, said);
      if (outcome.ok) json(response, outcome.reading);
      else json(response, outcome.refusal, 422);
    },
    'GET /readyz': (response) => response.end('{}'),
    'GET /sign-in': (response) => json(response, {}, hasPages ? 200 : 404),
    'GET /api/v1/projects': (response) => json(response, page([{ id: 'prj_1', name: 'Default' }])),
    'POST /api/v1/projects/prj_1/runs': (response) => json(response, run(), 201),
    'GET /api/v1/projects/prj_1/runs': (response) => json(response, page([run()])),
    'GET /api/v1/runs/run_1': (response) => {
      isSeen = true;
      json(response, run());
    },
    'GET /api/v1/runs/run_1/events': (response) => play(response),
    'POST /api/v1/runs/run_1/cancel': (response) => {
      steps.push({ status: 'cancelled', finishedAt: at });
      step = steps.length - 1;
      json(response, run());
    },
    'POST /api/v1/runs/run_1/retry': (response) => json(response, run()),
    'POST /api/v1/runs/run_1/signal': (response) => json(response, run()),
    'GET /api/v1/projects/prj_1/versions': (response) => json(response, page([version])),
    'POST /api/v1/projects/prj_1/changes': (response) => json(response, shownChanges),
    'POST /api/v1/projects/prj_1/versions/cap_1/restore': (response) => json(response, run(), 201),
    'POST /api/v1/projects/prj_1/versions/cap_1/edits': (response) => json(response, run(), 201),
    'GET /api/v1/capsules/cap_1': (response) =>
      json(response, {
        id: 'cap_1',
        projectId: 'prj_1',
        name: 'invoicing',
        digest: `sha256:${'0'.repeat(64)}`,
        keyId: key.keyId,
      }),
    'GET /api/v1/capsules/cap_1/download': (response) => response.end(capsuleBytes(archive)),
    'GET /api/v1/signing-key': (response) => json(response, publicHalf(current)),
    'GET /api/v1/signing-keys': (response) => json(response, page([key, current].map(publicHalf))),
    'POST /api/v1/sign-in-links': (response) =>
      json(response, { url: 'http://127.0.0.1:4000/sign-in#abc', expiresAt: at }, 201),
    'GET /api/v1/previews/prv_1': (response) => json(response, preview),
    'POST /api/v1/previews/prv_1/renew-address': (response) =>
      json(response, { ...preview, url: 'http://new.localhost:4000/', reach: 'network' }),
  };

  function play(response: ServerResponse): void {
    streams += 1;
    if (streams <= endedStreams) return void response.writeHead(200).end();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const timer = setInterval(() => {
      if (!isSeen) return;
      isSeen = false;
      step = Math.min(step + 1, steps.length - 1);
      response.write(eventText(step));
      if (run().finishedAt === null) return;
      clearInterval(timer);
      response.end();
    }, 150);
    response.on('close', () => clearInterval(timer));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path } = new URL(request.url ?? '/', 'http://factory');
    const body = await text(request);
    const { method = 'GET', headers } = request;
    if (path !== '/readyz') {
      asked.push({
        method,
        path,
        body: headers['content-type'] === 'application/json' ? JSON.parse(body) : body || null,
        authorization: headers.authorization,
      });
    }
    const found = answers[`${method} ${path}`];
    if (found !== undefined) return found(response, body);
    json(
      response,
      {
        type: '/problems/run-not-found',
        title: 'Run not found',
        status: 404,
        detail: `No ${path}.`,
      },
      404,
    );
  }

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    publicKeyPem: key.publicKeyPem,
    asked,
    steps,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const publicHalf = (key: SigningKey) => ({ ...key, privateKeyPem: undefined });

const page = (items: unknown[]) => ({ items, nextCursor: null });

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function eventText(id: number): string {
  const event: RunEvent = {
    id,
    runId: 'run_1',
    type: 'stage.progress',
    stage: 'code',
    at,
    data: {},
  };
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
}
