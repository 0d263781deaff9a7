import type { Drop } from '@quantumlayer/contracts';
import type { DropRecord } from './domain/drop.ts';

export function presentDrop(drop: DropRecord): Drop {
  const { id, projectId, runId, stage, version, mediaType, digest, size, createdAt, pin } = drop;
  return {
    ...{ id, projectId, runId, stage, version, mediaType, digest, size },
    createdAt: createdAt.toISOString(),
    pin: pin === null ? null : { ...pin, pinnedAt: pin.pinnedAt.toISOString() },
  };
}
