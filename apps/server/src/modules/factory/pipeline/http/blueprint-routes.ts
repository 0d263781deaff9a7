import { checkBlueprint, readFollowUp, readRequest } from '@quantumlayer/blueprint';
import {
  followUpReadingSchema,
  readFollowUpSchema,
  readingSchema,
  readRequestSchema,
} from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { problems } from '#platform/http/problem.ts';
import { BlueprintInvalid, PromptRefused } from '../domain/pipeline-errors.ts';

/** The reading of a prompt, a document or a follow-up alone: cheap, builds nothing, keeps nothing. */
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

  app.route({
    method: 'POST',
    url: '/blueprints/read-follow-up',
    schema: {
      operationId: 'readFollowUp',
      summary: 'Read what is to be changed in a blueprint, without building it',
      tags: ['Blueprints'],
      body: readFollowUpSchema,
      response: { 200: followUpReadingSchema, ...problems },
    },
    handler: async ({ body }) => {
      const checked = checkBlueprint(body.blueprint);
      if (!checked.ok) throw new BlueprintInvalid(checked.problems);
      const outcome = readFollowUp(checked.blueprint, body.text);
      if (!outcome.ok) throw new PromptRefused(outcome.refusal);
      return outcome.reading;
    },
  });
};
