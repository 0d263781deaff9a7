/** One of the values, in turn. */
export function pick<const Value>(n: number, values: readonly [Value, ...Value[]]): Value {
  return values[n % values.length] ?? values[0];
}
