import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createHttpApp } from './http-app.ts';

describe('texts with U+0000', () => {
  const app = createHttpApp({ logger: pino({ level: 'silent' }) });
  app.post('/things/:name', async () => ({ ok: true }));
  const send = (payload: object, url = '/things/a') => app.inject({ method: 'POST', url, payload });

  it.each([
    ['a text', { prompt: 'a\u0000b' }, '/prompt'],
    ['a text inside', { list: [1, { 'a/b': '\u0000' }] }, '/list/1/a~1b'],
    ['the name of a member', { output: { '\u0000': 1 } }, '/output'],
  ])('are refused in %s of the body', async (_case, payload, pointer) => {
    const response = await send(payload);
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      type: '/problems/text-has-nul',
      errors: [{ pointer }],
    });
  });

  it.each(['/things/a%00b', '/things/a?q=%00'])('are refused in %s', async (url) => {
    expect((await send({}, url)).json()).toMatchObject({ type: '/problems/text-has-nul' });
  });

  it('are looked for in a body of 20,000 levels', async () => {
    const deep = `${'['.repeat(20_000)}"\\u0000"${']'.repeat(20_000)}`;
    const headers = { 'content-type': 'application/json' };
    const response = await app.inject({ method: 'POST', url: '/things/a', payload: deep, headers });
    expect(response.statusCode).toBe(422);
  });

  it('are all that is refused', async () => {
    const response = await send({ prompt: '\u0001 \uFFFF 💡 __proto__ \\u0000' });
    expect(response.json()).toEqual({ ok: true });
  });
});
