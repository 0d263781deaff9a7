export type FakeClock = {
  (): Date;
  advance(milliseconds: number): void;
};

/** A clock that stands still until it is told to move. */
export function createFakeClock(start = '2026-01-01T00:00:00.000Z'): FakeClock {
  let now = Date.parse(start);
  return Object.assign(() => new Date(now), {
    advance(milliseconds: number) {
      now += milliseconds;
    },
  });
}
