import type { Drop } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import type { DropRecord } from './domain/drop.ts';
import type { DropRepository } from './ports.ts';
import { presentDrop } from './present-drop.ts';

type Dependencies = {
  drops: DropRepository;
  clock: Clock;
  /** Throws `DropNotFound`. */
  find: (organisationId: string, id: string) => Promise<DropRecord>;
};

/** Drops that a person keeps as snippets. */
export function createPins({ drops, clock, find }: Dependencies) {
  return {
    /** Pinning again gives it another name or note. */
    async pin(
      organisationId: string,
      id: string,
      { name, note }: { name: string; note: string },
    ): Promise<Drop> {
      await find(organisationId, id);
      await drops.pin(organisationId, id, { name, note, pinnedAt: clock() });
      return presentDrop(await find(organisationId, id));
    },

    /** Does nothing to a drop that is not pinned. */
    async unpin(organisationId: string, id: string): Promise<Drop> {
      await find(organisationId, id);
      await drops.unpin(organisationId, id);
      return presentDrop(await find(organisationId, id));
    },
  };
}
