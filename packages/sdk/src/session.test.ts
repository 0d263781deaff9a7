import { describe, expect, it } from 'vitest';
import { ServerUnreachable } from './api-problem.ts';
import { createClient } from './client.ts';

const session = {
  id: 'ses_1',
  organisationId: 'org_1',
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-01-31T00:00:00.000Z',
  needsPassword: false,
};

/** A client whose requests are answered here, and what it has sent. */
function createTalk(status: number, answer?: object, apiKey?: string) {
  const sent: { method: string; url: string; authorization: string | null; body: string }[] = [];
  const client = createClient({
    url: 'http://factory',
    ...(apiKey !== undefined && { apiKey }),
    async fetch(input, init) {
      const request = new Request(input, init);
      const { method, url, headers } = request;
      const body = await request.text();
      sent.push({ method, url, authorization: headers.get('authorization'), body });
      return new Response(answer === undefined ? null : JSON.stringify(answer), {
        status,
        headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
      });
    },
  });
  return { client, sent };
}

describe('a client without an API key', () => {
  it('sends no Authorization header, so that the cookie counts', async () => {
    const { client, sent } = createTalk(200, session);
    expect(await client.getSession()).toEqual(session);
    expect(sent).toEqual([
      { method: 'GET', url: 'http://factory/api/v1/session', authorization: null, body: '' },
    ]);
  });

  it.each([{ token: 'abc' }, { password: 'correct horse' }])('signs in with %j', async (how) => {
    const { client, sent } = createTalk(201, session);
    expect(await client.signIn(how)).toEqual(session);
    expect(sent).toMatchObject([{ method: 'POST', body: JSON.stringify(how) }]);
  });

  it('signs out', async () => {
    const { client, sent } = createTalk(204);
    expect(await client.signOut()).toBeUndefined();
    expect(sent).toMatchObject([{ method: 'DELETE', url: 'http://factory/api/v1/session' }]);
  });

  it('sets the password', async () => {
    const { client, sent } = createTalk(200, session);
    await client.setPassword({ password: 'correct horse', current: 'battery' });
    expect(sent).toMatchObject([{ method: 'PUT', url: 'http://factory/api/v1/session/password' }]);
  });

  it.each([
    ['getSession', 401, 'unauthenticated'],
    ['signOut', 403, 'cross-site-request'],
  ] as const)('throws the problem that answers %s', async (method, status, code) => {
    const { client } = createTalk(status, { type: `/problems/${code}`, status });
    await expect(client[method]()).rejects.toMatchObject({ code, status });
  });

  it('asks the server that has delivered the page when its address is empty', async () => {
    const asked: unknown[] = [];
    const client = createClient({
      url: '',
      async fetch(input) {
        asked.push(input);
        return new Response('', { headers: { 'content-type': 'text/event-stream' } });
      },
    });
    for await (const event of client.runEvents('run_1')) expect(event).toBeUndefined();
    expect(asked).toEqual(['/api/v1/runs/run_1/events']);
    expect(new ServerUnreachable('', null).message).toContain('at this address');
  });
});

describe('a client with an API key', () => {
  it('makes links', async () => {
    const link = { url: 'http://factory/sign-in#x', expiresAt: session.expiresAt };
    const { client, sent } = createTalk(201, link, 'ql_key');
    expect(await client.createSignInLink()).toEqual(link);
    expect(sent).toMatchObject([{ method: 'POST', authorization: 'Bearer ql_key' }]);
  });
});
