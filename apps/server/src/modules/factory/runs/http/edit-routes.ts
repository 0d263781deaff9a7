import { createHash } from 'node:crypto';
import { runSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idempotencyHeader } from '#platform/http/idempotency.ts';
import { problems } from '#platform/http/problem.ts';
import type { RunService } from '../run-service.ts';

const MEDIA_TYPES = ['application/zip', 'application/x-git-bundle'];
const MOST_BYTES = 16 * 1024 * 1024;

const id = z.string().min(1).max(64);
const bodySchema = z.custom<Upload>((value) => value instanceof Upload).meta({ format: 'binary' });
const editQuery = z.strictObject({
  title: z.string().trim().min(1).max(200).default('Edits by hand').describe('What was changed'),
  preview: z
    .enum(['true', 'false'])
    .default('true')
    .describe('Whether the app is started at the end'),
});

/** The bytes of a request; a repeated one is known by their digest. */
class Upload {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  toJSON(): string {
    return createHash('sha256').update(this.bytes).digest('hex');
  }
}

/** Code that people changed comes back as the next version. */
export function editRoutes(runs: Pick<RunService, 'pushEdits'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.addContentTypeParser(
      MEDIA_TYPES,
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, new Upload(Buffer.from(body))),
    );

    app.route({
      method: 'POST',
      url: '/projects/:projectId/versions/:capsuleId/edits',
      schema: {
        operationId: 'pushEdits',
        summary: 'Start a run that makes a version of code that was changed by hand',
        description:
          'The body is the code of the app as a zip, or a git bundle with its whole history; at most 16 MB.',
        tags: ['Runs'],
        params: z.strictObject({ projectId: id, capsuleId: id }),
        querystring: editQuery,
        headers: idempotencyHeader,
        consumes: MEDIA_TYPES,
        body: bodySchema,
        response: { 201: runSchema, ...problems },
      },
      config: { idempotent: true },
      bodyLimit: MOST_BYTES,
      handler: async ({ organisationId, params, query, body }, reply) => {
        const { projectId, capsuleId: base } = params;
        const edits = { organisationId, projectId, base, archive: body.bytes };
        const options = { title: query.title, preview: query.preview === 'true' };
        const run = await runs.pushEdits(edits, options);
        return reply.code(201).header('location', `/api/v1/runs/${run.id}`).send(run);
      },
    });
  };
}
