import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { createHttpApp } from './http-app.ts';
import { type EventSource, sendEvents } from './server-sent-events.ts';

const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });

describe('sendEvents', () => {
  let stop = async () => {};
  afterEach(() => stop());

  async function serve(source: EventSource, heartbeatMs = 10_000) {
    const stopping = new AbortController();
    const app = createHttpApp({ logger });
    app.get('/events', (request, reply) =>
      sendEvents(request, reply, source, { heartbeatMs, stopping: stopping.signal }),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    stop = async () => {
      stopping.abort();
      await app.close();
    };
    const { port } = app.server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/events`, stopping, app };
  }

  async function open(url: string, headers: Record<string, string> = {}) {
    const [response] = (await once(get(url, { headers }), 'response')) as [IncomingMessage];
    let text = '';
    response.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    return { response, read: () => text };
  }

  async function* three() {
    yield { id: 1, event: 'stage.started', data: { stage: 'parse', text: 'a\nb' } };
    yield { id: 2, data: null };
    yield { event: 'evil\nid: 9', data: 'x' };
  }

  it('writes id, event and data of each event and ends with the source', async () => {
    const { url } = await serve(three);
    const { response, read } = await open(url);
    await once(response, 'end');
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-request-id': expect.any(String),
    });
    expect(read()).toBe(
      [
        'retry: 1000',
        'id: 1\nevent: stage.started\ndata: {"stage":"parse","text":"a\\nb"}',
        'id: 2\ndata: null',
        'event: evil id: 9\ndata: "x"',
        '',
      ].join('\n\n'),
    );
  });

  it('tells the source where the client has stopped', async () => {
    const seen: (string | null)[] = [];
    const { url } = await serve(async function* ({ after }) {
      seen.push(after);
      yield { data: after };
    });
    for (const headers of [{}, { 'last-event-id': '41' }]) {
      await once((await open(url, headers)).response, 'end');
    }
    expect(seen).toEqual([null, '41']);
  });

  it('says that it is still there while nothing happens', async () => {
    const { url } = await serve(async function* ({ signal }) {
      yield { data: 1 };
      await once(signal, 'abort');
    }, 20);
    const { read } = await open(url);
    await expect.poll(read).toMatch(': still here\n\n: still here');
  });

  it('stops the source when the client goes', async () => {
    const ended = Promise.withResolvers<void>();
    const { url } = await serve(async function* ({ signal }) {
      try {
        yield { data: 1 };
        await once(signal, 'abort');
      } finally {
        ended.resolve();
      }
    });
    const { response } = await open(url);
    response.destroy();
    await expect(ended.promise).resolves.toBeUndefined();
  });

  it('ends open streams when the server stops', async () => {
    const { url, stopping, app } = await serve(async function* ({ signal }) {
      yield { data: 1 };
      await once(signal, 'abort');
    });
    const { response } = await open(url);
    stopping.abort();
    await once(response, 'end');
    await expect(app.close()).resolves.toBeUndefined();
  });

  it('waits for a client that does not read', async () => {
    let produced = 0;
    const { url } = await serve(async function* () {
      for (;;) {
        produced++;
        yield { data: 'x'.repeat(100_000) };
      }
    });
    const [response] = (await once(get(url), 'response')) as [IncomingMessage];
    await delay(300);
    const after300 = produced;
    await delay(200);
    expect(produced).toBe(after300);
    expect(produced).toBeLessThan(200);
    response.destroy();
  });

  it('ends the stream when the source fails', async () => {
    const { url } = await serve(async function* () {
      yield { data: 1 };
      throw new Error('gone');
    });
    const { response, read } = await open(url);
    await once(response, 'end');
    expect(read()).toBe('retry: 1000\n\ndata: 1\n\n');
  });
});
