import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { fileName } from './file-name.ts';
import { type MediaType, mediaTypeOf } from './media-type.ts';

export type Upload = { name: string; type: string; content: Buffer };

/** The bytes of a file; `maxLength` counts them. */
export const fileContent = (bounds: { maxLength?: number } = {}) =>
  z.custom<Buffer>(Buffer.isBuffer).meta({ type: 'string', format: 'binary', ...bounds });

export const fileQuery = z.strictObject({
  name: z.string().min(1).max(255).optional().describe('What the file is called'),
});

/** An answer that is a file, for `response`. */
export const fileResponse = (types: readonly MediaType[]) => ({
  description: 'The file',
  content: Object.fromEntries(types.map((type) => [type, { schema: fileContent() }])),
});

/** Takes bodies of every type as bytes; each route says how many there may be. */
export function acceptBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer' },
    async (_request: unknown, body: unknown) => body,
  );
}

/** A body as a file, judged by what is in it: its name and the header prove nothing. */
export function readUpload(content: Buffer, types: readonly MediaType[], name: string): Upload {
  const type = content.length === 0 ? null : mediaTypeOf(content);
  if (type === null || !types.includes(type)) {
    throw new Problem(
      415,
      'file-type-refused',
      `What is in the file must be ${types.join(' or ')}.`,
    );
  }
  return { name: fileName(name, type), type, content };
}

/** A file that no browser takes for a page: of a fixed type, without scripts, and under a plain name. */
export function sendFile(
  reply: FastifyReply,
  { name, type, content }: Upload,
  disposition: 'attachment' | 'inline',
): FastifyReply {
  return reply
    .header('content-type', type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeName(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-cache')
    .send(content);
}

/** As RFC 8187 wants it. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
