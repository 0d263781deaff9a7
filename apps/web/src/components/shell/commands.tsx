'use client';

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

/** Something that can be done from the command menu and, with a key, from the keyboard. */
export type Command = {
  id: string;
  name: string;
  group: string;
  /** One key, e.g. `c`; pressed outside of a field. */
  key?: string;
  /** More words it is found by. */
  words?: string;
  run: () => void;
};

type Registry = {
  commands: Command[];
  register: (source: string, commands: Command[]) => () => void;
};

const CommandContext = createContext<Registry>({ commands: [], register: () => () => {} });

export function CommandProvider({ children }: { children: ReactNode }) {
  const [bySource, setBySource] = useState<ReadonlyMap<string, Command[]>>(new Map());
  const registry = useMemo<Registry>(
    () => ({
      commands: [...bySource.values()].flat(),
      register(source, commands) {
        setBySource((before) => new Map(before).set(source, commands));
        return () =>
          setBySource((before) => {
            const rest = new Map(before);
            rest.delete(source);
            return rest;
          });
      },
    }),
    [bySource],
  );
  return <CommandContext value={registry}>{children}</CommandContext>;
}

export function useRegistry(): Registry {
  return use(CommandContext);
}

/** While the caller is shown, its commands are in the menu. `commands` must be stable (useMemo). */
export function useCommands(source: string, commands: Command[]): void {
  const { register } = use(CommandContext);
  const [first] = useState(() => register);
  useEffect(() => first(source, commands), [first, source, commands]);
}
