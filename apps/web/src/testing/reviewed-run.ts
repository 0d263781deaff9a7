import { randomUUID } from 'node:crypto';
import type { FactoryConnection } from '@quantumlayer/testing';
import { expect, vi } from 'vitest';

const RUN_LIMIT_MS = 60_000;

/** A new run that waits at its checkpoint. */
export async function startReviewed(factory: FactoryConnection, prompt: string): Promise<string> {
  const projects = await factory.json<{ items: { id: string }[] }>('/api/v1/projects');
  const { id } = await factory.json<{ id: string }>(
    `/api/v1/projects/${projects.items[0]?.id}/runs`,
    {
      method: 'POST',
      headers: { 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        prompt,
        options: { stack: 'typescript-fastify', review: true, preview: false },
      }),
    },
  );
  await vi.waitFor(
    async () => {
      const { status } = await factory.json<{ status: string }>(`/api/v1/runs/${id}`);
      expect(status).toBe('waiting');
    },
    { timeout: RUN_LIMIT_MS, interval: 200 },
  );
  return id;
}
