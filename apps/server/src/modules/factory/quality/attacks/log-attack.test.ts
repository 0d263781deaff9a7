import { describe, expect, it } from 'vitest';
import type { AppRequest } from '../domain/finding.ts';
import { attackLibrary, type Weakness } from '../testing/attack-library.ts';
import { logAttack } from './log-attack.ts';

/** Attacks an app that writes down part of each request. */
function attackLogging(write: (request: AppRequest) => string) {
  let log = 'listening\n';
  const weakness: Weakness = (send) => (request) => {
    log += `${write(request)}\n`;
    return send(request);
  };
  return attackLibrary(
    logAttack(() => log),
    { weakness },
  );
}

describe('the attack on the log', () => {
  it('finds nothing in a log of methods and paths', async () => {
    const { findings, sent } = await attackLogging(({ method, path }) => `${method} ${path}`);

    expect(findings).toEqual([]);
    expect(sent.map(({ path }) => path)).toEqual([
      '/no-such-page',
      ...['/authors', '/authors/%00', '/books', '/books/%00', '/covers', '/covers/%00'],
    ]);
  });

  it.each<[string, (request: AppRequest) => string]>([
    ['the header of the session', ({ headers }) => headers?.cookie ?? ''],
    ['the header of the token', ({ headers }) => headers?.authorization ?? ''],
    ['values of a body', ({ body }) => body ?? ''],
  ])('finds %s', async (_what, write) => {
    const { findings } = await attackLogging(write);

    expect(findings).toMatchObject([
      { message: 'the log holds the secret', request: { method: 'GET', path: '/no-such-page' } },
    ]);
  });

  it('waits for what the app writes a moment later', async () => {
    let log = '';
    const weakness: Weakness = (send) => (request) => {
      setTimeout(() => {
        log += JSON.stringify(request.headers ?? {});
      }, 100);
      return send(request);
    };
    const { findings } = await attackLibrary(
      logAttack(() => log),
      { weakness },
    );

    expect(findings).toHaveLength(1);
  });
});
