import type { FastifyReply, FastifyRequest } from 'fastify';

export type Stored = {
  content: Uint8Array;
  /** `sha256:<hex>` of the content. */
  digest: string;
  mediaType: string;
  /** Name to save it under; letters that could end a header or a quotation are left out. */
  fileName: string;
  /** True where the address can never mean other bytes. */
  isImmutable: boolean;
};

/**
 * Sends bytes that generated software made. No browser runs them on our origin: they are never sniffed, always saved
 * rather than shown, and may do nothing if they are shown after all.
 */
export function sendStored(request: FastifyRequest, reply: FastifyReply, stored: Stored) {
  const { content, digest, mediaType, fileName, isImmutable } = stored;
  const etag = `"${digest}"`;
  reply
    .header('etag', etag)
    .header(
      'cache-control',
      isImmutable ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    )
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const plainName = fileName.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, 150);
  return reply
    .header('content-disposition', `attachment; filename="${plainName}"`)
    .header('repr-digest', `sha-256=:${base64Of(digest)}:`)
    .type(mediaType)
    .send(content);
}

/** The form of RFC 9530. */
function base64Of(digest: string): string {
  return Buffer.from(digest.slice('sha256:'.length), 'hex').toString('base64');
}
