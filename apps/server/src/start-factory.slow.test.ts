import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactoryProcess, startFactory } from '@quantumlayer/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const LINK =
  /^Open (http:\/\/127\.0\.0\.1:\d+)\/sign-in#([\w-]{43}) {2}\(works once, until \d\d:\d\d\)$/;

describe('a factory in a process of its own', { timeout: 60_000 }, () => {
  let dataFolder: string;
  let factory: FactoryProcess | undefined;

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'start-'));
  });
  afterEach(async () => {
    await factory?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  async function start(env: Record<string, string>): Promise<FactoryProcess> {
    const entry = join(import.meta.dirname, 'main.ts');
    const started = await startFactory({ entry, dataFolder, env: { LOG_LEVEL: 'trace', ...env } });
    factory = started;
    const whole = env.QL_EXIT_WHEN_IDLE === undefined ? '(works once' : 'the factory is open';
    await expect.poll(started.log, { timeout: 20_000 }).toContain(whole);
    return started;
  }

  const linesOf = ({ log }: FactoryProcess) => log().trim().split('\n');

  const signIn = ({ url }: FactoryProcess, body: object) =>
    fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('prints a link that signs in once, and logs nothing of it', async () => {
    const started = await start({});
    const links = linesOf(started).flatMap((line) => LINK.exec(line) ?? []);
    const [, origin, token] = links;
    const answers = [await signIn(started, { token }), await signIn(started, { token })];
    const cookie = answers[0]?.headers.get('set-cookie')?.split(';')[0] ?? '';
    const projects = await fetch(`${started.url}/api/v1/projects`, { headers: { cookie } });
    const logged = linesOf(started).filter((line) => line.startsWith('{'));

    expect(links).toHaveLength(3);
    expect(origin).toBe(started.url);
    expect(answers.map(({ status }) => status)).toEqual([201, 401]);
    expect(projects.status).toBe(200);
    expect(logged.join('\n')).toContain('owner signed in');
    for (const secret of [token, cookie.split('=')[1]]) {
      expect(secret).toHaveLength(43);
      expect(logged.join('\n')).not.toContain(secret);
    }
  });

  it('prints none when it was started for a single command', async () => {
    const lines = linesOf(await start({ QL_EXIT_WHEN_IDLE: 'true' }));
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
  });
});
