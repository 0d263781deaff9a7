import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request as sendRequest } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AppClient } from '../ports.ts';

const MAX_ANSWER_BYTES = 5_000_000;
/** Characters that are written at once: of a body of 16 MB most is refused before it has become bytes. */
const PIECE = 65_536;
/**
 * How long a large body waits for an answer to its head: who refuses its length hangs up, and then no answer can be
 * read. Each pays the first; the second is for a busy machine, after that has happened.
 */
const PATIENCE_MS = [10, 2_000] as const;

type Options = { socketPath: string; timeoutMs: number; connections?: number };

/** A client for an app that listens on a Unix socket. */
export function createUnixAppClient({
  socketPath,
  timeoutMs,
  connections = 8,
}: Options): AppClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  async function send(asked: AppRequest): Promise<AppResponse> {
    const [first, second] = PATIENCE_MS;
    try {
      return await sendOnce(asked, first);
    } catch (error) {
      if (!isHungUp(error) || (asked.body?.length ?? 0) <= PIECE) throw error;
      return await sendOnce(asked, second);
    }
  }

  function sendOnce(
    { method, path, contentType, isBinary, ...more }: AppRequest,
    patience: number,
  ): Promise<AppResponse> {
    const headers: Record<string, string | number> = {
      host: 'app.localhost',
      accept: '*/*',
      ...more.headers,
    };
    if (contentType !== undefined) headers['content-type'] = contentType;
    const { body } = more;
    const encoding = isBinary ? 'latin1' : 'utf8';
    if (body !== undefined) headers['content-length'] = Buffer.byteLength(body, encoding);
    return new Promise((resolve, reject) => {
      const outgoing = sendRequest(
        { agent, socketPath, method: method.toUpperCase(), path, headers },
        (incoming) =>
          void readAnswer(incoming)
            .then(resolve, reject)
            .finally(() => !outgoing.writableEnded && outgoing.destroy()),
      );
      outgoing.setTimeout(timeoutMs, () =>
        outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)),
      );
      outgoing.on('error', reject);
      write(outgoing, { body, encoding, patience }).catch(reject);
    });
  }

  return {
    send,
    close: () => agent.destroy(),
  };
}

type Sent = { body: string | undefined; encoding: 'latin1' | 'utf8'; patience: number };

const isHungUp = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(EPIPE|ECONNRESET)$/.test(String(error.code));

/** Writes no further than to the answer: what comes after it may find nobody who reads. */
async function write(outgoing: ClientRequest, { body, encoding, patience }: Sent): Promise<void> {
  if (body === undefined || body.length <= PIECE) {
    outgoing.end(body, encoding);
    return;
  }
  const answered = new AbortController();
  for (const event of ['response', 'close']) outgoing.once(event, () => answered.abort());
  const { signal } = answered;
  outgoing.flushHeaders();
  // Waiting ends early where there is an answer or no connection any more; what went wrong is told by the request itself.
  await sleep(patience, undefined, { signal }).catch(() => undefined);
  for (const piece of piecesOf(body, encoding)) {
    await nextTurn();
    if (signal.aborted) return;
    if (!outgoing.write(piece)) await once(outgoing, 'drain', { signal }).catch(() => undefined);
  }
  outgoing.end();
}

function* piecesOf(body: string, encoding: Sent['encoding']): Generator<Buffer> {
  for (let from = 0; from < body.length; ) {
    const isCut = /[\ud800-\udbff]/.test(body.charAt(from + PIECE - 1));
    const to = from + PIECE + (isCut ? 1 : 0);
    yield Buffer.from(body.slice(from, to), encoding);
    from = to;
  }
}

async function readAnswer(incoming: IncomingMessage): Promise<AppResponse> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_ANSWER_BYTES) throw new Error(`the answer is over ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(bytes);
  }
  return {
    status: incoming.statusCode ?? 0,
    contentType: incoming.headers['content-type'] ?? '',
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join('\n') : (value ?? ''),
      ]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
