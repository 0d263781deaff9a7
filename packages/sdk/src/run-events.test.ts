import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProblem, ServerUnreachable } from './api-problem.ts';
import { createClient } from './client.ts';

type Answer = (response: ServerResponse, lastEventId: string) => void;

let server: Server;

/** A server that answers the first request with the first answer, and so on. */
async function serve(...answers: Answer[]) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const last = String(request.headers['last-event-id']);
    asked.push(last);
    answers[asked.length - 1]?.(response, last);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, client: createClient({ url: `http://127.0.0.1:${port}`, apiKey: 'key' }) };
}

function event(id: number): string {
  const data = { id, runId: 'run_1', type: 'stage.progress', stage: 'code', at: '', data: {} };
  return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}

const stream = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });

async function idsOf(events: AsyncIterable<{ id: number }>): Promise<number[]> {
  const ids: number[] = [];
  for await (const { id } of events) ids.push(id);
  return ids;
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('the events of a run', () => {
  it('end when the server ends the stream', async () => {
    const { client } = await serve((response) => stream(response).end(event(1) + event(2)));
    expect(await idsOf(client.runEvents('run_1'))).toEqual([1, 2]);
  });

  it('go on after a lost connection where they were, without a gap or a repetition', async () => {
    const { client, asked } = await serve(
      (response) => {
        stream(response).write(event(1) + event(2), () => response.destroy());
      },
      (response) => stream(response).end(event(2) + event(3)),
    );
    expect(await idsOf(client.runEvents('run_1'))).toEqual([1, 2, 3]);
    expect(asked).toEqual(['0', '2']);
  });

  it('say that the connection stands before anything comes over it', async () => {
    const told: string[] = [];
    const stop = new AbortController();
    const { client } = await serve(
      (response) => response.destroy(),
      (response) => stream(response).flushHeaders(),
    );
    const events = client.runEvents('run_1', {
      signal: stop.signal,
      onReconnect: () => told.push('lost'),
      onConnected: () => {
        told.push('connected');
        stop.abort();
      },
    });

    expect(await idsOf(events)).toEqual([]);
    expect(told).toEqual(['lost', 'connected']);
  });

  it('may be cut anywhere, even inside a character', async () => {
    const text = Buffer.from(event(1).replace('"at":""', '"at":"é"'));
    const middle = text.indexOf(0xc3) + 1;
    const { client } = await serve((response) => {
      stream(response).write(text.subarray(0, middle));
      setTimeout(() => response.end(text.subarray(middle)), 20);
    });
    const times: string[] = [];
    for await (const { at } of client.runEvents('run_1')) times.push(at);
    expect(times).toEqual(['é']);
  });

  it('stop when they are aborted', async () => {
    const { client } = await serve((response) => stream(response).write(event(1)));
    const controller = new AbortController();
    const ids: number[] = [];
    for await (const { id } of client.runEvents('run_1', { signal: controller.signal })) {
      ids.push(id);
      controller.abort();
    }
    expect(ids).toEqual([1]);
  });

  it('are not asked for again when the server refuses', async () => {
    const { client, asked } = await serve((response) =>
      response
        .writeHead(404, { 'content-type': 'application/problem+json' })
        .end(
          '{"type":"/problems/run-not-found","title":"Run not found","status":404,"detail":"No run run_1."}',
        ),
    );
    const refused = idsOf(client.runEvents('run_1'));
    await expect(refused).rejects.toMatchObject({
      code: 'run-not-found',
      message: 'No run run_1.',
    });
    await expect(refused).rejects.toBeInstanceOf(ApiProblem);
    expect(asked).toHaveLength(1);
  });
});

describe('a request', () => {
  it('carries the key and a problem comes back as an error', async () => {
    let authorization: string | undefined;
    const { client } = await serve((response) => {
      authorization = response.req.headers.authorization;
      response.writeHead(409, { 'content-type': 'application/problem+json' });
      response.end('{"type":"/problems/run-ended","title":"Run ended","status":409}');
    });
    await expect(client.cancelRun('run_1')).rejects.toMatchObject({
      code: 'run-ended',
      status: 409,
    });
    expect(authorization).toBe('Bearer key');
  });

  it('says where nothing answers', async () => {
    const { client } = await serve();
    server.close();
    await expect(client.getRun('run_1')).rejects.toBeInstanceOf(ServerUnreachable);
  });
});
