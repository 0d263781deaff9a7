/**
 * Does something now and then, never twice at the same time, without keeping the process alive. The returned
 * function stops it and waits for what is under way.
 */
export function startPeriodic(
  task: () => Promise<unknown>,
  everyMs: number,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let current: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    current ??= task()
      .catch(onError)
      .finally(() => {
        current = null;
      });
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await current;
  };
}
