import { describe, expect, it } from 'vitest';
import type { AppRequest } from './domain/finding.ts';
import { readApiDocument } from './domain/openapi-document.ts';
import { recordsDocument } from './testing/records-document.ts';
import { createVersionedClient } from './versioned-client.ts';

const PAGE = '/pages/019';

/** A client that remembers what came to the app, which has `etag` as the version of every record. */
function createClient(etag?: string, document: object = recordsDocument) {
  const sent: AppRequest[] = [];
  const client = {
    async send(request: AppRequest) {
      sent.push(request);
      const headers = etag === undefined ? {} : { etag };
      return { status: 200, contentType: '', headers, body: '' };
    },
    close: () => {},
  };
  const read = readApiDocument(JSON.stringify(document));
  return { client: createVersionedClient(client, read), plain: client, sent };
}

describe('createVersionedClient', () => {
  it('names the version that a record has with each change, as the same person', async () => {
    const { client, sent } = createClient('"7"');
    await client.send({ method: 'PATCH', path: `${PAGE}?a=1`, headers: { cookie: 'a=b' } });

    expect(sent).toEqual([
      { method: 'GET', path: PAGE, headers: { cookie: 'a=b' } },
      {
        ...{ method: 'PATCH', path: `${PAGE}?a=1` },
        headers: { cookie: 'a=b', 'if-match': '"7"' },
      },
    ]);
  });

  it('names the first version of a record that cannot be read', async () => {
    const { client, sent } = createClient();
    await client.send({ method: 'DELETE', path: PAGE });

    expect(sent.at(-1)?.headers).toEqual({ 'if-match': '"1"' });
  });

  it.each([
    ['"3"', { 'if-match': '"3"' }],
    ['', {}],
  ])('leaves a version that is given as it is: %s', async (given, headers) => {
    const { client, sent } = createClient('"7"');
    await client.send({ method: 'DELETE', path: PAGE, headers: { 'if-match': given } });

    expect(sent).toEqual([{ method: 'DELETE', path: PAGE, headers }]);
  });

  it.each(['GET', 'POST'])('sends a %s without one', async (method) => {
    const { client, sent } = createClient('"7"');
    await client.send({ method, path: method === 'GET' ? PAGE : '/pages' });

    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers).toBeUndefined();
  });

  it('is the client itself where no change names a version', () => {
    const { client, plain } = createClient('"7"', { openapi: '3.1.0', paths: {} });

    expect(client).toBe(plain);
  });
});
