// @if multipart
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';
// @end
// @if !multipart
import type { FastifyInstance } from 'fastify';
// @end

/** A file that came with a request; its name and type are what the sender says. */
export class UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;

  constructor(name: string, type: string, content: Buffer) {
    this.name = name;
    this.type = type;
    this.content = content;
  }
}

// @if multipart
const MOST_FILES = 20;
const MOST_FIELDS = 200;
// @end

/** Bodies that are no JSON: forms, files and plain bytes, none larger than `mostBytes`. */
export async function registerBodies(app: FastifyInstance, mostBytes: number): Promise<void> {
  // @if jsonOfItsOwn
  app.addContentTypeParser(/^[\w.-]+\/[\w.-]+\+json/, { parseAs: 'string' }, (request, body, done) => {
    app.getDefaultJsonParser('error', 'error')(request, String(body), done);
  });
  // @end
  // @if urlencoded
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: unknown) => fieldsOf(new URLSearchParams(String(body))),
  );
  // @end
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: mostBytes },
    async (_request: unknown, body: unknown) => body,
  );
  // @if multipart
  await app.register(multipart, {
    throwFileSizeLimit: true,
    limits: {
      fieldNameSize: 200,
      fileSize: mostBytes,
      files: MOST_FILES,
      fields: MOST_FIELDS,
      fieldSize: 1_000_000,
      parts: MOST_FILES + MOST_FIELDS,
    },
  });
  // @end
}

/** The fields of a form; a name that comes several times is a list. */
function fieldsOf(pairs: Iterable<[string, unknown]>): Record<string, unknown> {
  const fields = new Map<string, unknown[]>();
  for (const [name, value] of pairs) {
    const plain = name.endsWith('[]') ? name.slice(0, -2) : name;
    fields.set(plain, [...(fields.get(plain) ?? []), value]);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}
// @if multipart

/** Fields and files of a multipart body, read to the end: each is bounded, and so are all of them together. */
export async function readMultipart(
  request: FastifyRequest,
  mostBytes: number,
): Promise<Record<string, unknown>> {
  const pairs: [string, unknown][] = [];
  let bytes = 0;
  try {
    for await (const part of request.parts()) {
      const content = part.type === 'file' ? await part.toBuffer() : part.value;
      bytes += Buffer.isBuffer(content) ? content.length : String(content).length;
      const isCut = part.type === 'field' && part.valueTruncated;
      if (bytes > mostBytes || isCut) throw tooLarge();
      const value =
        part.type === 'file' && Buffer.isBuffer(content)
          ? new UploadedFile(part.filename ?? '', part.mimetype, content)
          : content;
      pairs.push([part.fieldname, value]);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
    if (isTooLarge) throw tooLarge();
    throw new Refusal('malformed', 'The body is not multipart/form-data that can be read.');
  }
  return fieldsOf(pairs);
}

function tooLarge(): Refusal {
  return new Refusal('too-large', 'The body is larger than what is taken.');
}
// @end
