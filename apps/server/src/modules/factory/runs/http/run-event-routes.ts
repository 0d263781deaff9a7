import { runEventSchema } from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import { type ServerSentEvent, sendEvents } from '#platform/http/server-sent-events.ts';
import type { RunService } from '../run-service.ts';

const runParams = z.strictObject({ runId: z.string().min(1).max(64) });
const resumeHeaders = z.object({
  'last-event-id': z
    .string()
    .regex(/^\d{1,9}$/, 'is the id of the last event you have')
    .optional()
    .describe('Only what came after this event is sent'),
});

/** What goes over the wire, field by field; JSON Schema says with `contentSchema` what the text in `data` holds. */
const sentEvent = z.object({
  id: z.string().describe('To be sent as Last-Event-ID'),
  event: z.string().describe('The type of the event'),
  data: z.string().meta({
    contentMediaType: 'application/json',
    contentSchema: { $ref: `#/components/schemas/${runEventSchema.meta()?.id}` },
  }),
});

type Options = { stopping: AbortSignal };

/** The journal of a run as server-sent events: everything so far, then live until the run has ended. */
export function runEventRoutes(runs: RunService, { stopping }: Options): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/runs/:runId/events',
      schema: {
        operationId: 'streamRunEvents',
        summary: 'Follow a run; resume with Last-Event-ID',
        tags: ['Runs'],
        params: runParams,
        headers: resumeHeaders,
        response: {
          200: {
            description: 'Server-sent events; the data of each is a RunEvent',
            content: { 'text/event-stream': { schema: sentEvent } },
          },
          ...problems,
        },
      },
      handler: async (request, reply) => {
        const { organisationId, params } = request;
        await runs.requireRun(organisationId, params.runId);
        await sendEvents(
          request,
          reply,
          ({ after, signal }) =>
            frames(runs, organisationId, params.runId, Number(after ?? 0), signal),
          { stopping },
        );
      },
    });
  };
}

async function* frames(
  runs: RunService,
  organisationId: string,
  runId: string,
  after: number,
  signal: AbortSignal,
): AsyncIterable<ServerSentEvent> {
  for await (const event of runs.events(organisationId, runId, after, signal)) {
    yield { id: event.id, event: event.type, data: event };
  }
}
