import {
  CAPSULE_MEDIA_TYPE,
  type Capsule,
  capsulePartSchema,
  pageOf,
} from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { MAX_PATH_LENGTH, pathPageQuery } from '#platform/http/path-page.ts';
import { problems } from '#platform/http/problem.ts';
import { sendStored } from '#platform/http/send-stored.ts';
import type { CapsuleService } from '../capsule-service.ts';

type App = Parameters<FastifyPluginAsyncZod>[0];

/** What a download can be, with the end of its file name. */
const FORMS = {
  'tar.gz': { mediaType: CAPSULE_MEDIA_TYPE, suffix: '.capsule.tar.gz' },
  zip: { mediaType: 'application/zip', suffix: '.zip' },
  git: { mediaType: 'application/x-git-bundle', suffix: '.bundle' },
} as const;
const { 'tar.gz': WHOLE, zip: ZIP, git: GIT } = FORMS;

const capsuleParams = z.strictObject({ capsuleId: z.string().min(1).max(64) });
const downloadQuery = z.strictObject({
  format: z
    .enum(['tar.gz', 'zip', 'git'])
    .default('tar.gz')
    .describe(
      '`tar.gz` is the capsule itself, which can be verified; `zip` is its code alone, and `git` a bundle that `git clone FILE` accepts: the blueprint, the code and the tests as commits',
    ),
});
const pathQuery = z.strictObject({
  path: z.string().min(1).max(MAX_PATH_LENGTH).describe('A path as the list of parts writes it'),
});

/** What is inside a capsule: as a whole, as a list, one part at a time. */
export function capsuleContentRoutes(capsules: CapsuleService): FastifyPluginAsyncZod {
  return async (app) => {
    registerDownload(app, capsules);
    registerParts(app, capsules);
  };
}

function registerDownload(app: App, capsules: CapsuleService): void {
  app.route({
    method: 'GET',
    url: '/capsules/:capsuleId/download',
    schema: {
      operationId: 'downloadCapsule',
      summary: 'Download the archive of a capsule, or its code alone',
      tags: ['Capsules'],
      params: capsuleParams,
      querystring: downloadQuery,
      produces: [WHOLE.mediaType, ZIP.mediaType, GIT.mediaType],
      response: {
        200: {
          description:
            'The archive, as docs/capsule-format.md describes it, or the code as a zip or a git bundle',
          content: {
            [WHOLE.mediaType]: { schema: z.unknown() },
            [ZIP.mediaType]: { schema: z.unknown() },
            [GIT.mediaType]: { schema: z.unknown() },
          },
        },
        ...problems,
      },
    },
    handler: async ({ organisationId, params, query, headers }, reply) => {
      const { format } = query;
      const { mediaType, suffix } = FORMS[format];
      const { digest } = await capsules.get(organisationId, params.capsuleId);
      const etag = format === 'tar.gz' ? `"${digest}"` : `"${digest}.${format}"`;
      reply.header('etag', etag).header('cache-control', 'private, max-age=31536000, immutable');
      if (headers['if-none-match'] === etag) return reply.code(304).send();
      const { capsule, archive } = await (format === 'tar.gz'
        ? capsules.openArchive(organisationId, params.capsuleId)
        : capsules.openCode(organisationId, params.capsuleId, format));
      const name = `${fileNameOf(capsule)}${suffix}`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.type(mediaType).send(archive);
    },
  });
}

function registerParts(app: App, capsules: CapsuleService): void {
  app.route({
    method: 'GET',
    url: '/capsules/:capsuleId/contents',
    schema: {
      operationId: 'listCapsuleParts',
      summary: 'List the files of a capsule, by path',
      tags: ['Capsules'],
      params: capsuleParams,
      querystring: pathPageQuery,
      response: { 200: pageOf(capsulePartSchema), ...problems },
    },
    handler: async ({ organisationId, params, query }) =>
      await capsules.listParts(organisationId, params.capsuleId, query),
  });

  app.route({
    method: 'GET',
    url: '/capsules/:capsuleId/contents/file',
    schema: {
      operationId: 'getCapsulePart',
      summary: 'Get one file of a capsule: its documents as JSON, everything else as text',
      tags: ['Capsules'],
      params: capsuleParams,
      querystring: pathQuery,
      produces: ['application/json', 'text/plain'],
      response: {
        200: {
          description: 'The content; its digest is in ETag and Repr-Digest',
          content: {
            'application/json': { schema: z.unknown() },
            'text/plain': { schema: z.unknown() },
          },
        },
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { organisationId, params, query } = request;
      const part = await capsules.openPart(organisationId, params.capsuleId, query.path);
      const isText = part.kind === 'code' || part.kind === 'log';
      return sendStored(request, reply, {
        ...{ content: part.content, digest: part.digest, isImmutable: true },
        mediaType: isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
        fileName: part.path.slice(part.path.lastIndexOf('/') + 1),
      });
    },
  });
}

/** Names are kebab-case by the blueprint's schema; what else there might be does not reach the header. */
function fileNameOf({ name, digest }: Capsule): string {
  const plain = name.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 63);
  return `${plain || 'capsule'}-${digest.slice('sha256:'.length, 'sha256:'.length + 12)}`;
}
