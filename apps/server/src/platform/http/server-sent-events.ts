import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type ServerSentEvent = {
  /** Comes back as `Last-Event-ID` when the client reconnects. */
  id?: string | number;
  event?: string;
  data: unknown;
};

export type EventSource = (options: {
  /** The last event that the client has; null for a new client. */
  after: string | null;
  /** Aborted when the client has gone or the server stops. */
  signal: AbortSignal;
}) => AsyncIterable<ServerSentEvent>;

type Options = {
  heartbeatMs?: number;
  /** Aborted when the server begins to stop, so that open streams do not hold it up. */
  stopping?: AbortSignal;
};

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;

/**
 * Streams events until the source ends, the client goes or the server stops. Check whether the thing exists before
 * calling it: once the stream has begun a problem can only end it.
 */
export async function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  source: EventSource,
  { heartbeatMs = HEARTBEAT_MS, stopping }: Options = {},
): Promise<void> {
  const gone = new AbortController();
  const signal = stopping ? AbortSignal.any([gone.signal, stopping]) : gone.signal;
  const response = openStream(reply);
  response.once('close', () => gone.abort());
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  try {
    for await (const event of source({ after: lastEventId(request), signal })) {
      if (signal.aborted) break;
      await write(response, event, signal);
    }
  } catch (error) {
    if (!signal.aborted) request.log.error({ err: error }, 'event stream failed');
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}

function openStream(reply: FastifyReply): ServerResponse {
  const headers = reply.getHeaders();
  reply.hijack();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  reply.raw.write(`retry: ${RETRY_MS}\n\n`);
  return reply.raw;
}

/** Waits for a slow client instead of piling events up in memory. */
async function write(
  response: ServerResponse,
  event: ServerSentEvent,
  signal: AbortSignal,
): Promise<void> {
  if (response.write(format(event)) || response.destroyed) return;
  await once(response, 'drain', { signal });
}

/** JSON has no raw line breaks, so the data always fits one line. */
function format({ id, event, data }: ServerSentEvent): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${oneLine(String(id))}`]),
    ...(event === undefined ? [] : [`event: ${oneLine(event)}`]),
    `data: ${JSON.stringify(data)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

const oneLine = (text: string) => text.replaceAll(/[\r\n]/g, ' ');

function lastEventId(request: FastifyRequest): string | null {
  const header = request.headers['last-event-id'];
  return typeof header === 'string' && header !== '' ? header : null;
}
