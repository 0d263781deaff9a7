/** One holder at a time, served in the order of asking. */
export type Turns = {
  take(): Promise<void>;
  pass(): void;
  readonly waiting: number;
};

export function createTurns(): Turns {
  const queue: (() => void)[] = [];
  let taken = false;
  return {
    async take() {
      if (!taken) {
        taken = true;
        return;
      }
      await new Promise<void>((resolve) => queue.push(resolve));
    },

    pass() {
      const next = queue.shift();
      if (next) next();
      else taken = false;
    },

    get waiting() {
      return queue.length;
    },
  };
}
