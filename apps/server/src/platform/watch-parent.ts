const LOOK_EVERY_MS = 500;

type Options = { parentOf?: () => number; everyMs?: number };

/**
 * Calls `onEnd` once when the process that started this one has ended; returns what ends the watch. A script of npm
 * that is killed cannot pass the signal on, and its server would go on unseen, holding port and data folder.
 */
export function watchParent(
  onEnd: () => void,
  { parentOf = () => process.ppid, everyMs = LOOK_EVERY_MS }: Options = {},
): () => void {
  const parent = parentOf();
  const timer = setInterval(() => {
    if (parentOf() === parent) return;
    clearInterval(timer);
    onEnd();
  }, everyMs).unref();
  return () => clearInterval(timer);
}
