import { readPrompt } from '@quantumlayer/blueprint';
import { MAX_PROMPT_CHARACTERS, readingSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import { PromptRefused } from '../domain/pipeline-errors.ts';

const readBody = z.strictObject({ prompt: z.string().min(1).max(MAX_PROMPT_CHARACTERS) });

/** The reading of a prompt alone: cheap, builds nothing, keeps nothing. */
export const blueprintRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    method: 'POST',
    url: '/blueprints/read',
    schema: {
      operationId: 'readPrompt',
      summary: 'Read a prompt into a blueprint without building it',
      tags: ['Blueprints'],
      body: readBody,
      response: { 200: readingSchema, ...problems },
    },
    handler: async ({ body }) => {
      const outcome = readPrompt(body.prompt);
      if (!outcome.ok) throw new PromptRefused(outcome.refusal);
      return outcome.reading;
    },
  });
};
