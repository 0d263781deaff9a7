/** Is given the number of the newest event; null when that is not known. */
type Listener = (seq: number | null) => void;

/** Tells who waits for news of an execution, inside this process, up to which event there is news. */
export type WakeUps = ReturnType<typeof createWakeUps>;

export function createWakeUps() {
  const listeners = new Map<string, Set<Listener>>();

  return {
    notify(executionId: string, seq: number): void {
      for (const listener of [...(listeners.get(executionId) ?? [])]) listener(seq);
    },

    /** News may have been lost: everybody looks for themselves. */
    notifyAll(): void {
      for (const own of [...listeners.values()]) for (const listener of [...own]) listener(null);
    },

    /** Returns the function that ends it. */
    subscribe(executionId: string, listener: Listener): () => void {
      const own = listeners.get(executionId) ?? new Set();
      listeners.set(executionId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(executionId) === own) listeners.delete(executionId);
      };
    },
  };
}
