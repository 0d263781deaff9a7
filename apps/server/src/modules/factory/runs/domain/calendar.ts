const DAY_MS = 86_400_000;

export type Day = { day: string; since: Date; until: Date };

/** The last `count` days in UTC, today included, oldest first. */
export function lastDays(now: Date, count: number): Day[] {
  const today = Math.floor(now.getTime() / DAY_MS);
  return Array.from({ length: count }, (_, index) => {
    const since = new Date((today - count + 1 + index) * DAY_MS);
    return {
      day: since.toISOString().slice(0, 10),
      since,
      until: new Date(since.getTime() + DAY_MS),
    };
  });
}
