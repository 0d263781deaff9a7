/** Lets at most `limit` holders in; the others wait their turn. */
export type Slots = ReturnType<typeof createSlots>;

export function createSlots(limit: number) {
  const waiting: (() => void)[] = [];
  let free = limit;

  return {
    hasFree: () => free > 0,

    async acquire(): Promise<() => void> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        const next = waiting.shift();
        if (next === undefined) free += 1;
        else next();
      };
    },
  };
}
