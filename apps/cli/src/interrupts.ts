/** Ctrl+C and SIGTERM, told apart by how often they came. Without a listener they end the process as usual. */
export type Interrupts = {
  /** Aborts at the first one. */
  first: AbortSignal;
  /** Aborts at the second one. */
  second: AbortSignal;
  release(): void;
};

export function catchInterrupts(): Interrupts {
  const controllers = [new AbortController(), new AbortController()] as const;
  const [first, second] = controllers;
  const handle = () => (first.signal.aborted ? second : first).abort();
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return {
    first: first.signal,
    second: second.signal,
    release() {
      process.off('SIGINT', handle);
      process.off('SIGTERM', handle);
    },
  };
}
