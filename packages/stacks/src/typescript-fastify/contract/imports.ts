import type { ApiContract } from '@quantumlayer/contracts';
import { importNames, inImportOrder } from '../text.ts';
import { fileOf } from './resource-file.ts';

/** What a generated file imports, gathered while it is written. */
export type Imports = { add(from: string, name: string): void; text(): string };

export type AllImports = Imports & {
  /** A resource, or the function of a view, which stand in the file of the resource. */
  named(name: string): string;
};

export function createImports({
  resources,
  views,
}: Pick<ApiContract, 'resources' | 'views'>): AllImports {
  const all = new Map<string, Set<string>>();
  const add = (from: string, name: string) =>
    void all.set(from, (all.get(from) ?? new Set<string>()).add(name));
  return {
    add,
    named(name) {
      const resource =
        resources.find((one) => one.name === name)?.name ??
        views.find((one) => one.name === name)?.resource;
      if (resource !== undefined) add(`../resources/${fileOf(resource)}.ts`, name);
      return name;
    },
    text: () => inImportOrder([...all].map(([from, names]) => importNames(names, from))),
  };
}
