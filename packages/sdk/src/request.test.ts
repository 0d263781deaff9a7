import { describe, expect, it } from 'vitest';
import { createClient } from './client.ts';

/** A client that is answered with `answer`, and the addresses it has asked. */
function createTalk(answer: Response) {
  const asked: string[] = [];
  const client = createClient({
    url: 'http://factory',
    async fetch(input, init) {
      asked.push(new Request(input, init).url);
      return answer;
    },
  });
  return { client, asked };
}

const refusal = (body: string) =>
  new Response(body, { status: 404, headers: { 'content-type': 'application/problem+json' } });

describe('a request', () => {
  it('writes what is hostile in a path as a part of it', async () => {
    const { client, asked } = createTalk(Response.json({}));
    await client.getRun('../keys?x#y');
    expect(asked).toEqual(['http://factory/api/v1/runs/..%2Fkeys%3Fx%23y']);
  });

  it('asks for what is given and leaves out the rest', async () => {
    const { client, asked } = createTalk(Response.json({ items: [], nextCursor: null }));
    await client.listAllDrops({ q: 'ä & b', limit: 5 });
    expect(new URL(asked[0] ?? '').searchParams.toString()).toBe('q=%C3%A4+%26+b&limit=5');
  });

  it('asks for each of a list', async () => {
    const { client, asked } = createTalk(Response.json({ items: [], nextCursor: null }));
    await client.listAllRuns({ status: ['failed', 'cancelled'] });
    expect(asked).toEqual(['http://factory/api/v1/runs?status=failed&status=cancelled']);
  });

  it('has a text as it is, also an empty one', async () => {
    expect(await createTalk(new Response('1\n2')).client.getPreviewLogs('prv_1')).toBe('1\n2');
    expect(await createTalk(new Response('')).client.getPreviewLogs('prv_1')).toBe('');
  });

  it('has the bytes of a download', async () => {
    const { client } = createTalk(new Response(new Uint8Array([0, 255])));
    expect(new Uint8Array(await client.downloadCapsule('cap_1'))).toEqual(new Uint8Array([0, 255]));
  });

  it('throws what the server says, a problem or the words of a proxy', async () => {
    const problem = JSON.stringify({ type: '/problems/run-not-found', detail: 'No such run.' });
    await expect(createTalk(refusal(problem)).client.getRun('run_1')).rejects.toMatchObject({
      ...{ code: 'run-not-found', status: 404, message: 'No such run.' },
    });
    await expect(createTalk(refusal('gone')).client.getRun('run_1')).rejects.toThrow('gone');
  });
});
