/**
 * Framing of the PostgreSQL wire protocol, version 3: a type byte, a big-endian length that counts itself, a body.
 * Only what the embedded engine needs to share one session among many connections.
 */

const TYPE_BYTE = 1;
const LENGTH_BYTES = 4;

const code = (letter: string) => letter.charCodeAt(0);

export const frontend = {
  query: code('Q'),
  parse: code('P'),
  bind: code('B'),
  describe: code('D'),
  close: code('C'),
  execute: code('E'),
  flush: code('H'),
  sync: code('S'),
  call: code('F'),
  terminate: code('X'),
} as const;

export const backend = {
  error: code('E'),
  notification: code('A'),
  parameterStatus: code('S'),
  backendKey: code('K'),
  complete: code('C'),
  dataRow: code('D'),
  ready: code('Z'),
} as const;

/** A body begins after the type byte and the length. */
const BODY = TYPE_BYTE + LENGTH_BYTES;

/** Transaction status byte of ReadyForQuery: idle, in a transaction, in a failed transaction. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** Cuts a byte stream into whole messages; the first one, the startup packet, has no type byte. */
export function createFrameReader(): (chunk: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: Buffer[] = [];
    for (;;) {
      const offset = started ? TYPE_BYTE : 0;
      if (rest.length < offset + LENGTH_BYTES) return frames;
      const size = offset + rest.readInt32BE(offset);
      if (rest.length < size) return frames;
      frames.push(rest.subarray(0, size));
      rest = rest.subarray(size);
      started = true;
    }
  };
}

/** Walks the whole messages of an answer of the server. */
export function* framesOf(output: Buffer): Generator<Buffer> {
  for (let at = 0; at + BODY <= output.length; ) {
    const end = at + TYPE_BYTE + output.readInt32BE(at + TYPE_BYTE);
    yield output.subarray(at, end);
    at = end;
  }
}

function readText(frame: Buffer, from: number): { text: string; end: number } {
  const end = frame.indexOf(0, from);
  return { text: frame.toString('utf8', from, end), end: end + 1 };
}

export function message(type: number, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  );
  const head = Buffer.alloc(BODY);
  head[0] = type;
  head.writeInt32BE(LENGTH_BYTES + body.length, TYPE_BYTE);
  return Buffer.concat([head, body]);
}

/** SQL of a simple query or of a Parse; null for every other message. */
export function sqlOf(frame: Buffer): string | null {
  if (frame[0] === frontend.query) return readText(frame, BODY).text;
  if (frame[0] === frontend.parse) return readText(frame, readText(frame, BODY).end).text;
  return null;
}

export function channelOf(notification: Buffer): string {
  return readText(notification, BODY + LENGTH_BYTES).text;
}

export function statusOf(ready: Buffer): TransactionStatus {
  const status = String.fromCharCode(ready[BODY] ?? 0);
  return status === 'T' || status === 'E' ? status : 'I';
}

/** The text columns of a DataRow. */
export function columnsOf(row: Buffer): (string | null)[] {
  const columns: (string | null)[] = [];
  let at = BODY + 2;
  for (let left = row.readInt16BE(BODY); left > 0; left--) {
    const size = row.readInt32BE(at);
    at += LENGTH_BYTES;
    columns.push(size < 0 ? null : row.toString('utf8', at, at + size));
    at += Math.max(size, 0);
  }
  return columns;
}

/** Fields of an ErrorResponse or NoticeResponse by their letter: `C` code, `M` message. */
export function errorFieldsOf(frame: Buffer): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = BODY; at < frame.length && frame[at] !== 0; ) {
    const { text, end } = readText(frame, at + 1);
    fields[String.fromCharCode(frame[at] ?? 0)] = text;
    at = end;
  }
  return fields;
}

export function errorResponse(severity: 'ERROR' | 'FATAL', sqlState: string, text: string): Buffer {
  return message(
    backend.error,
    `S${severity}`,
    `V${severity}`,
    `C${sqlState}`,
    `M${text}`,
    Buffer.of(0),
  );
}

export function readyForQuery(status: TransactionStatus): Buffer {
  return message(backend.ready, Buffer.from(status));
}

export function simpleQuery(sql: string): Buffer {
  return message(frontend.query, sql);
}

/**
 * Puts `prefix` before the prepared-statement name in a Parse, Bind, Describe or Close, so that connections which
 * share one session cannot see each other's statements. The unnamed statement stays unnamed.
 */
export function prefixStatement(frame: Buffer, prefix: string): { frame: Buffer; name: string } {
  const at = statementNameAt(frame);
  if (at === null || frame[at] === 0 || frame[at] === undefined) return { frame, name: '' };
  const { text, end } = readText(frame, at);
  const type = frame[0] ?? 0;
  const renamed = message(type, frame.subarray(BODY, at), prefix + text, frame.subarray(end));
  return { frame: renamed, name: prefix + text };
}

function statementNameAt(frame: Buffer): number | null {
  switch (frame[0]) {
    case frontend.parse:
      return BODY;
    case frontend.bind:
      return readText(frame, BODY).end;
    case frontend.describe:
    case frontend.close:
      return frame[BODY] === code('S') ? BODY + 1 : null;
    default:
      return null;
  }
}

export function closeStatement(name: string): Buffer {
  return message(frontend.close, Buffer.from('S'), name);
}

export const sync = message(frontend.sync);
