/** One or more of the first 16 values; every set of them, in turn. */
export function someOf<const Value>(n: number, values: readonly Value[]): Value[] {
  const shown = values.slice(0, 16);
  const set = 1 + (n % (2 ** shown.length - 1));
  return shown.filter((_value, at) => Math.floor(set / 2 ** at) % 2 === 1);
}
