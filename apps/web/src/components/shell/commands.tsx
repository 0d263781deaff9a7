'use client';

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

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

type Register = (source: string, commands: Command[]) => () => void;

const Commands = createContext<readonly Command[]>([]);
/** Apart from what is registered, so that whoever offers a command is not drawn again with each of the others. */
const Registering = createContext<Register>(() => () => {});

export function CommandProvider({ children }: { children: ReactNode }) {
  const [bySource, setBySource] = useState<ReadonlyMap<string, Command[]>>(new Map());
  const commands = useMemo(() => [...bySource.values()].flat(), [bySource]);
  const register = useCallback<Register>((source, added) => {
    setBySource((before) => new Map(before).set(source, added));
    return () =>
      setBySource((before) => {
        const rest = new Map(before);
        rest.delete(source);
        return rest;
      });
  }, []);
  return (
    <Registering value={register}>
      <Commands value={commands}>{children}</Commands>
    </Registering>
  );
}

/** What can be done now. */
export function useRegistered(): readonly Command[] {
  return use(Commands);
}

/** While the caller is shown, its commands are in the menu. They may be new ones each time it is drawn. */
export function useCommands(source: string, commands: readonly Command[]): void {
  const register = use(Registering);
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shown = JSON.stringify(commands);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what runs is looked up when it is chosen.
  useEffect(
    () =>
      register(
        source,
        commands.map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [register, source, shown],
  );
}
