import { Agent, type ClientRequest, type IncomingMessage, request as sendRequest } from 'node:http';
import { Readable } from 'node:stream';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AppClient } from '../ports.ts';

const MAX_ANSWER_BYTES = 5_000_000;
/** Characters that are written at once: of a body of 16 MB most is refused before it has become bytes. */
const PIECE = 65_536;

type Options = { socketPath: string; timeoutMs: number; connections?: number };

/** A client for an app that listens on a Unix socket. */
export function createUnixAppClient({
  socketPath,
  timeoutMs,
  connections = 8,
}: Options): AppClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  function send({
    method,
    path,
    contentType,
    isBinary,
    ...more
  }: AppRequest): Promise<AppResponse> {
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
        (incoming) => readAnswer(incoming).then(resolve, reject),
      );
      outgoing.setTimeout(timeoutMs, () =>
        outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)),
      );
      outgoing.on('error', reject);
      write(outgoing, body, encoding);
    });
  }

  return {
    send,
    close: () => agent.destroy(),
  };
}

type Encoding = 'latin1' | 'utf8';

function write(outgoing: ClientRequest, body: string | undefined, encoding: Encoding): void {
  if (body === undefined || body.length <= PIECE) outgoing.end(body, encoding);
  else Readable.from(piecesOf(body, encoding)).pipe(outgoing);
}

function* piecesOf(body: string, encoding: Encoding): Generator<Buffer> {
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
