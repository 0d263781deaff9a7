import { readRequest } from '@quantumlayer/blueprint';
import { readingSchema, readRequestSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { problems } from '#platform/http/problem.ts';
import { PromptRefused } from '../domain/pipeline-errors.ts';

/** The reading of a prompt or a document alone: cheap, builds nothing, keeps nothing. */
export const blueprintRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    method: 'POST',
    url: '/blueprints/read',
    schema: {
      operationId: 'readPrompt',
      summary: 'Read a prompt, a document or both into a blueprint without building it',
      tags: ['Blueprints'],
      body: readRequestSchema,
      response: { 200: readingSchema, ...problems },
    },
    handler: async ({ body }) => {
      const outcome = await readRequest(body);
      if (!outcome.ok) throw new PromptRefused(outcome.refusal);
      return outcome.reading;
    },
  });
};
