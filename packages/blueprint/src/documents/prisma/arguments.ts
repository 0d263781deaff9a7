import type { PrismaArgument, PrismaValue } from './parsed.ts';

/** The argument of that name, or the first one without a name. */
export function argumentOf(args: readonly PrismaArgument[], name: string): PrismaValue | null {
  const found = args.find((each) => each.name === name) ?? args.find((each) => each.name === null);
  return found?.value ?? null;
}

/** `[a, b(sort: Desc)]` -> a, b */
export function namesIn(value: PrismaValue | null): string[] {
  if (value?.kind === 'name') return [value.value];
  if (value?.kind === 'call') return [value.name];
  return value?.kind === 'list' ? value.values.flatMap(namesIn) : [];
}

export function textIn(value: PrismaValue | null): string | null {
  return value?.kind === 'text' || value?.kind === 'name' ? value.value : null;
}
