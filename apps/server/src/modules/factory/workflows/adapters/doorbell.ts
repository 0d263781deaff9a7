/** Waits until somebody rings, or for a time; a ring in between is not lost. */
export function createDoorbell() {
  let hasRung = false;
  let answer: () => void = () => {};

  return {
    ring: () => {
      hasRung = true;
      answer();
    },
    reset: () => {
      hasRung = false;
    },
    wait: (ms: number | null) =>
      new Promise<void>((resolve) => {
        if (hasRung) return resolve();
        const timer =
          ms === null ? null : setTimeout(resolve, Math.min(Math.max(ms, 0), 2 ** 31 - 1));
        answer = () => {
          if (timer !== null) clearTimeout(timer);
          resolve();
        };
      }),
  };
}
