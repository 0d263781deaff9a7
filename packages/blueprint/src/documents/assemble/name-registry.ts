import { uniqueName } from '../../names.ts';

/** Names of one scope, which differ in more than their case. */
export type NameRegistry = {
  /** The wanted name, or the first of `wanted2`, ... that is free with all its companions. */
  take: (wanted: string, companions?: (name: string) => string[]) => string;
  isFree: (name: string) => boolean;
};

export function createNameRegistry(taken: readonly string[]): NameRegistry {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return {
    isFree: (name) => !used.has(name.toLowerCase()),
    take: (wanted, companions = () => []) => {
      const refused = new Set<string>();
      for (;;) {
        const lower = new Set([...used, ...refused]);
        const name = lower.has(wanted.toLowerCase()) ? nextFree(wanted, lower) : wanted;
        const all = [name, ...companions(name)].map((each) => each.toLowerCase());
        if (all.every((each) => !used.has(each))) {
          for (const each of all) used.add(each);
          return name;
        }
        refused.add(name.toLowerCase());
      }
    },
  };
}

/** Names keep their case; whether they are free does not hang on it. */
function nextFree(wanted: string, lower: ReadonlySet<string>): string {
  const free = uniqueName(wanted.toLowerCase(), lower);
  const digits = /\d+$/.exec(free)?.[0] ?? '';
  return `${wanted.slice(0, free.length - digits.length)}${digits}`;
}
