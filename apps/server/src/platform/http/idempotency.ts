import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  IdempotencyKeyInProgress,
  IdempotencyKeyInvalid,
  IdempotencyKeyReused,
} from './idempotency-errors.ts';
import type { IdempotencyStore, KeyScope } from './idempotency-store.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Honours `Idempotency-Key`: the same request with the same key is served once. */
    idempotent?: boolean;
  }
}

/** For the `headers` of every route with `config: { idempotent: true }`. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .describe('Any text of your own, 24 hours valid: a repeated request gets the first answer'),
});

const KEY = /^[\x21-\x7e]{1,200}$/;
const KEPT_HEADERS = ['content-type', 'location'];

type Options = {
  store: IdempotencyStore;
  /** Whom the request belongs to; must be known before `preHandler`. */
  organisationOf: (request: FastifyRequest) => string;
};

/** Gives the routes of this scope that are marked `idempotent` their once-only answer. */
export function registerIdempotency(
  app: FastifyInstance,
  { store, organisationOf }: Options,
): void {
  const claims = new WeakMap<FastifyRequest, KeyScope>();

  app.addHook('preHandler', async (request, reply) => {
    const scope = scopeOf(request, organisationOf);
    if (!scope) return;
    const claim = await store.claim(scope, digestOf(request));
    if (claim.state === 'other-request') throw new IdempotencyKeyReused();
    if (claim.state === 'in-progress') throw new IdempotencyKeyInProgress();
    if (claim.state === 'claimed') {
      claims.set(request, scope);
      return;
    }
    const { status, headers, body } = claim.answer;
    return reply
      .code(status)
      .headers(headers)
      .header('idempotency-replayed', 'true')
      .serializer(asIs)
      .send(body);
  });

  /** The answer is kept before it is sent: who has it can rely on getting it again. */
  app.addHook('onSend', async (request, reply, payload) => {
    const scope = claims.get(request);
    if (!scope) return payload;
    if (isKept(reply) && typeof payload === 'string') {
      await store.answer(scope, {
        status: reply.statusCode,
        headers: keptHeaders(reply),
        body: payload,
      });
    } else {
      await store.release(scope);
    }
    claims.delete(request);
    return payload;
  });
}

const asIs = (body: unknown) => String(body);

function scopeOf(
  request: FastifyRequest,
  organisationOf: Options['organisationOf'],
): KeyScope | null {
  if (request.routeOptions.config.idempotent !== true) return null;
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) throw new IdempotencyKeyInvalid();
  const route = `${request.method} ${request.routeOptions.url}`;
  return { organisationId: organisationOf(request), route, key };
}

/** The same request again has the same target and, after validation, the same body. */
function digestOf(request: FastifyRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([request.url, request.body ?? null]))
    .digest('hex');
}

/** A failure of ours may be tried again; a success and a refusal are final. */
function isKept(reply: FastifyReply): boolean {
  return reply.statusCode < 500 && reply.statusCode !== 429;
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}
