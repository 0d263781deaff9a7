const LOOK_EVERY_MS = 250;

/**
 * Calls `stop` once, at SIGINT or SIGTERM. The shell that npm starts for a script may end at a signal without passing
 * it on; with `isScript` its end counts as one.
 */
export function onStop(isScript: boolean, stop: (reason: string) => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (isScript && process.ppid !== parent) stopOnce('npm has ended');
  }, LOOK_EVERY_MS).unref();
  function stopOnce(reason: string): void {
    clearInterval(watch);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stopOnce);
    stop(reason);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopOnce);
}
