import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { createUnixAppClient } from './adapters/unix-app-client.ts';
import { exerciseOperations } from './exercise-operations.ts';
import { buildMembersApp, type Hole } from './fixtures/members-app.ts';
import type { AppClient } from './ports.ts';
import { createCredentials, signInPeople } from './sign-in-people.ts';

const admin = createCredentials('keeper');

async function withApp<Result>(hole: Hole | null, use: (client: AppClient) => Promise<Result>) {
  const folder = await mkdtemp(join(tmpdir(), 'people-'));
  const socketPath = join(folder, 'app.sock');
  const app = buildMembersApp(admin, hole);
  await app.listen({ path: socketPath });
  const client = createUnixAppClient({ socketPath, timeoutMs: 5_000 });
  try {
    return await use(client);
  } finally {
    client.close();
    await app.close();
    await rm(folder, { recursive: true });
  }
}

function exercise(hole: Hole | null, watch = (client: AppClient) => client) {
  return withApp(hole, async (app) => {
    const client = watch(app);
    return exerciseOperations({
      client,
      people: await signInPeople(client, admin),
      samplePattern,
      createChecker: createSchemaChecker,
      signal: AbortSignal.timeout(20_000),
    });
  });
}

describe('exerciseOperations on an app with people', () => {
  it('signs in, and exercises every operation without a finding', async () => {
    const report = await exercise(null);

    expect(report.operations.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report).toMatchObject({ exercised: 6, failed: 0, stopped: null });
    expect(report.operations.filter(({ succeeded }) => succeeded === 0)).toEqual([]);
  });

  it('goes on with other operations while the app makes a hash', async () => {
    let signingIn = 0;
    let beside = 0;
    await exercise(null, (client) => ({
      ...client,
      async send(request) {
        if (request.path !== '/sign-in') {
          if (signingIn > 0) beside += 1;
          return client.send(request);
        }
        signingIn += 1;
        await setTimeout(20);
        return client.send(request).finally(() => {
          signingIn -= 1;
        });
      },
    }));

    expect(beside).toBeGreaterThan(0);
  });

  it.each([
    ['no-session-needed', 'GET /vault', 'without a session'],
    ['every-role-may', 'GET /vault', 'as member, who may not'],
    ['session-outlives-sign-out', 'POST /sign-out', 'a session that was ended'],
    ['any-password', 'POST /sign-in', 'a wrong password'],
    ['old-session-after-change', 'POST /password', 'a session from before the change'],
  ] as const)('finds %s in %s', async (hole, operation, attempt) => {
    const report = await exercise(hole);
    const findings = report.operations.flatMap((each) => each.findings);

    expect(findings).toContainEqual(
      expect.objectContaining({ operation, attempt, kind: 'unprotected' }),
    );
  });
});

describe('signing in the people of an app', () => {
  it('says what the app answered when it lets nobody in', async () => {
    await withApp(null, async (client) => {
      const stranger = createCredentials('stranger');
      await expect(signInPeople(client, stranger)).rejects.toThrow(
        'POST /sign-in was answered with 401',
      );
    });
  });

  it('sends each request as somebody who may', async () => {
    await withApp(null, async (client) => {
      const people = await signInPeople(client, admin);
      const vault = { method: 'GET', path: '/vault?x=1' };
      expect((await people?.client.send(vault))?.status).toBe(200);
      expect((await client.send(vault)).status).toBe(401);
      const headers = { cookie: people?.cookieOf('member') ?? '' };
      expect((await people?.client.send({ ...vault, headers }))?.status).toBe(403);
    });
  });
});
