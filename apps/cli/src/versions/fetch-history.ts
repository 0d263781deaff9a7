import type { Client } from '@quantumlayer/sdk';
import { CliError } from '../cli-error.ts';
import { type FetchedCapsule, fetchCapsule } from '../generate/fetch-capsule.ts';

export type FetchedVersion = FetchedCapsule & {
  /** What it changes, in words. */
  change: string;
};

/** A version with those that it was made from, the first one first, each downloaded and verified. Throws `CliError`. */
export async function fetchHistory(
  client: Client,
  capsuleId: string,
  downloads: string,
): Promise<FetchedVersion[]> {
  const { projectId } = await client.getCapsule(capsuleId);
  const changes = await changesOf(client, projectId);
  const history: FetchedVersion[] = [];
  const seen = new Set<string>();
  for (let id: string | null = capsuleId; id !== null && !seen.has(id); ) {
    seen.add(id);
    const capsule = await fetchCapsule(client, id, { folder: downloads });
    if (!capsule.verification.verified) throw notVerified(id);
    const change = changes.get(id);
    history.unshift({ ...capsule, change: change?.text ?? '' });
    // A version whose base was deleted is the first one that is left.
    id = change?.base != null && changes.has(change.base) ? change.base : null;
  }
  return history;
}

type Change = { text: string; base: string | null };

async function changesOf(client: Client, projectId: string): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>();
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await client.listVersions(projectId, {
      ...{ limit: 100, ...(cursor && { cursor }) },
    });
    for (const { id, change } of items) if (change !== null) changes.set(id, change);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return changes;
}

function notVerified(id: string): CliError {
  return new CliError(
    'capsule-not-verified',
    `The capsule ${id} does not verify, so its code is not written.`,
  );
}
