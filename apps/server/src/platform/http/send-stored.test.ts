import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createHttpApp } from './http-app.ts';
import { type Stored, sendStored } from './send-stored.ts';

const content = Buffer.from('<script>alert(1)</script>');
const hash = createHash('sha256').update(content).digest();
const stored: Stored = {
  content,
  digest: `sha256:${hash.toString('hex')}`,
  mediaType: 'text/plain; charset=utf-8',
  fileName: 'main.ts',
  isImmutable: false,
};

async function send(changes: Partial<Stored> = {}, headers: Record<string, string> = {}) {
  const app = createHttpApp({ logger: pino({ level: 'silent' }) });
  app.get('/', (request, reply) => sendStored(request, reply, { ...stored, ...changes }));
  const response = await app.inject({ url: '/', headers });
  await app.close();
  return response;
}

it('sends the bytes with what lets a reader check them', async () => {
  const { rawPayload, headers } = await send();
  expect(rawPayload).toEqual(content);
  expect(headers).toMatchObject({
    etag: `"${stored.digest}"`,
    'repr-digest': `sha-256=:${hash.toString('base64')}:`,
    'content-length': String(content.length),
  });
});

it('lets no browser run them', async () => {
  expect((await send()).headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': 'attachment; filename="main.ts"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
});

it.each([
  ['a "quotation"; filename=x.html', 'a__quotation___filename_x.html'],
  ['two\r\nlines', 'two__lines'],
  ['a/../b', 'a_.._b'],
  ['x'.repeat(400), 'x'.repeat(150)],
])('takes no harm from the name %j', async (fileName, safe) => {
  const { headers } = await send({ fileName });
  expect(headers['content-disposition']).toBe(`attachment; filename="${safe}"`);
});

it('sends nothing to those who have it', async () => {
  const response = await send({}, { 'if-none-match': `"${stored.digest}"` });
  expect(response.statusCode).toBe(304);
  expect(response.body).toBe('');
});

it('may be kept for ever only where its address can mean nothing else', async () => {
  expect((await send()).headers['cache-control']).toBe('private, no-cache');
  const { headers } = await send({ isImmutable: true });
  expect(headers['cache-control']).toContain('immutable');
});
