import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCapsuleSigner,
  createSigningKey,
  digestOf,
  packCapsule,
} from '@quantumlayer/capsule';
import type { Evidence } from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '#modules/factory/sandbox/index.ts';
import type { PreviewRecord } from '../domain/preview.ts';
import type { AppLauncher } from '../ports.ts';
import { createSandboxAppLauncher } from './sandbox-app-launcher.ts';

/** Counts its starts in its data folder, tells what it sees, and ends itself when asked to. */
const program = `import { createServer } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
const counter = process.env.DATA_DIR + '/starts';
const starts = existsSync(counter) ? Number(readFileSync(counter, 'utf8')) + 1 : 1;
writeFileSync(counter, String(starts));
console.log('start', starts);
createServer((request, response) => {
  if (request.url === '/crash') process.exit(3);
  if (request.url === '/openapi.json' && existsSync('people.txt'))
    return response.end('{"x-people":{}}');
  response.end(JSON.stringify({ starts, env: process.env, interfaces: Object.keys(networkInterfaces()) }));
}).listen(process.env.SOCKET);
`;
const broken = `console.error('cannot start: no such table'); process.exit(9);`;

const evidence: Evidence = {
  version: 1,
  isolation: { driver: 'bubblewrap', sandboxed: true, limits: 'none', weaknesses: [] },
  checks: [],
  typecheck: 'passed',
  lint: 'passed',
  tests: { passed: 1, failed: 0, coverageLines: 100 },
  operations: { exercised: 1, failed: 0 },
  secrets: { findings: 0 },
  licences: [],
};

async function pack(content: string, more: { path: string; content: string }[] = []) {
  const { archive } = await packCapsule(
    {
      name: 'probe',
      runId: 'run_1',
      stack: { id: 'probe', version: '1.0.0' },
      files: [
        ...more,
        { path: 'main.mjs', content },
        { path: 'package.json', content: '{"name":"probe","version":"1.0.0"}' },
        {
          path: 'package-lock.json',
          content:
            '{"name":"probe","version":"1.0.0","lockfileVersion":3,"packages":{"":{"name":"probe","version":"1.0.0"}}}',
        },
      ],
      evidence,
      logs: {},
      materials: { prompt: digestOf('p'), blueprint: digestOf('b') },
      builder: { id: 'https://example.com/builder', version: '1.0.0' },
      createdAt: '2026-01-01T00:00:00.000Z',
    },
    createCapsuleSigner(createSigningKey().privateKeyPem),
  );
  return archive;
}

const unused = () => {
  throw new Error('previews need no generator');
};
const stack: Stack = {
  id: 'probe',
  version: '1.0.0',
  title: 'Probe',
  kind: 'api',
  design: unused,
  codeUnits: unused,
  generateUnit: unused,
  generateTests: unused,
  migrate: unused,
  isSchemaFile: unused,
  failingMigration: unused,
  data: { seeding: {}, dump: [] },
  dependencySet: unused,
  commands: { typecheck: [], lint: [], tests: [], start: ['node', 'main.mjs'] },
  testReport: { files: [], read: unused },
};

const preview = (id: string, capsuleId: string): PreviewRecord => ({
  id,
  organisationId: 'org_1',
  projectId: 'prj_1',
  runId: 'run_1',
  capsuleId,
  stackId: 'probe',
  label: 'a'.repeat(40),
  status: 'starting',
  createdAt: new Date(),
  expiresAt: new Date(),
  reason: null,
  log: '',
});

function ask(socketPath: string, path = '/'): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = sendRequest({ socketPath, path }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('the launcher of previews', () => {
  let folder: string;
  let sandbox: Sandbox;
  let launcher: AppLauncher;
  let log = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'launcher-'));
    await mkdir(join(folder, 'node_modules'));
    const logger = pino({ level: 'silent' });
    const stateFolder = join(folder, 'sandbox');
    sandbox = await createSandbox({
      driver: 'auto',
      stateFolder,
      nodePath: process.execPath,
      logger,
    });
    const archives: Record<string, Buffer> = {
      good: await pack(program),
      bad: await pack(broken),
      people: await pack(program, [{ path: 'people.txt', content: 'yes' }]),
    };
    launcher = createSandboxAppLauncher({
      sandbox,
      capsules: {
        openArchive: async (_organisation, id) => ({ archive: archives[id] ?? Buffer.alloc(0) }),
      },
      folder: join(folder, 'previews'),
      findStack: (id) => (id === stack.id ? stack : null),
      findDependencies: async () => join(folder, 'node_modules'),
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const launch = (id: string, capsuleId = 'good') =>
    launcher.launch({
      preview: preview(id, capsuleId),
      signal: new AbortController().signal,
      onOutput: (chunk) => {
        log += Buffer.from(chunk).toString();
      },
    });

  it('runs the code of the capsule without network and without our environment', async () => {
    const app = await launch('prv_1');
    const { env, interfaces } = JSON.parse(await ask(app.socketPath));
    await app.stop();

    expect(interfaces.filter((name: string) => name !== 'lo')).toEqual([]);
    expect(env).toMatchObject({ NODE_ENV: 'production', SEED: 'true' });
    expect(Object.keys(env).filter((name) => /npm|VITEST|HOST$/i.test(name))).toEqual([]);
    expect(log).toContain('start 1');
  });

  it('keeps its data over launches until it is removed', async () => {
    const again = await launch('prv_1');
    expect(JSON.parse(await ask(again.socketPath)).starts).toBe(2);
    await again.stop();

    await launcher.remove('prv_1');
    expect(existsSync(join(folder, 'previews', 'prv_1'))).toBe(false);
  });

  it('says in its log how to sign in to an app with people, the same at every start', async () => {
    log = '';
    for (const _start of [1, 2]) {
      const app = await launch('prv_4', 'people');
      const { env } = JSON.parse(await ask(app.socketPath));
      expect(log).toContain(`as ${env.ADMIN_EMAIL} with the password ${env.ADMIN_PASSWORD}`);
      await app.stop();
    }
    expect(new Set(log.match(/^Sign in to this preview.*$/gm)).size).toBe(1);
    await launcher.remove('prv_4');
  });

  it('tells when and how the app ended', async () => {
    const app = await launch('prv_2');
    await ask(app.socketPath, '/crash').catch(() => undefined);

    expect(await app.ended).toEqual({ reason: 'the app ended with exit code 3.', full: false });
    expect(await launcher.list()).toEqual(['prv_2']);
  });

  it('refuses an app that does not come up, with its last words', async () => {
    await expect(launch('prv_3', 'bad')).rejects.toMatchObject({
      code: 'preview-not-started',
      message: expect.stringMatching(/exit code 9[\s\S]*no such table/),
    });
  });
});
