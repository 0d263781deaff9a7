/** What is wrong with a blueprint, and where: `Order.customer`. */
export type BlueprintProblem = { path: string; message: string };

/** The names that stand there more than once, each of them once. */
export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
