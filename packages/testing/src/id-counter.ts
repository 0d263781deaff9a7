/** Ids that can be foretold: `run_1`, `run_2`, `prj_1`, … */
export function createIdCounter(): (prefix: string) => string {
  const counts = new Map<string, number>();
  return (prefix) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}_${count}`;
  };
}
