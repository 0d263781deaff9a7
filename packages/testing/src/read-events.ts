import type { FactoryConnection } from './factory-process.ts';

/** The whole journal of a run that has ended, read as server-sent events until the server ends the stream. */
export async function readEvents<Event>(
  factory: FactoryConnection,
  runId: string,
  lastEventId?: number,
): Promise<Event[]> {
  const response = await factory.request(`/api/v1/runs/${runId}/events`, {
    headers: {
      accept: 'text/event-stream',
      ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
    },
    signal: AbortSignal.timeout(30_000),
  });
  const blocks = (await response.text()).split('\n\n');
  return blocks
    .flatMap((block) => block.split('\n').filter((line) => line.startsWith('data:')))
    .map((line) => JSON.parse(line.slice('data:'.length)) as Event); // the caller names the contract
}
