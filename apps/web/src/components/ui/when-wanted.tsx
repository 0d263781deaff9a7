'use client';

import {
  type ComponentProps,
  type ComponentType,
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useState,
} from 'react';
import { Slot } from './slot.tsx';

type Opening = { open?: boolean; onOpenChange?: (isOpen: boolean) => void };
type RootProps = Opening & { defaultOpen?: boolean; children?: ReactNode };
type OpenerProps = Opening & { children: ReactNode };
type TriggerProps = { asChild?: boolean; children: ReactNode };
type Parts = { Root: ComponentType<RootProps>; Trigger: ComponentType<TriggerProps> };

/** What opens it while its code has not come; null when it has. */
const Waiting = createContext<{ want: () => void; prepare: () => void } | null>(null);

/**
 * A trigger and what it opens, such as a menu, whose code is loaded when somebody is about to open it: few visits open
 * one, and every page would carry it.
 */
export function whenWanted(load: () => Promise<Parts>, popup: 'menu' | 'dialog') {
  const Root = lazy(async () => ({ default: (await load()).Root }));
  const Trigger = lazy(async () => ({ default: (await load()).Trigger }));
  const prepare = () => void load();

  // biome-ignore lint/correctness/noComponentHookFactories: called once, where a module is loaded.
  function Opener({ open, onOpenChange, children }: OpenerProps) {
    const [isWanted, setIsWanted] = useState(false);
    const want = () => {
      setIsWanted(true);
      onOpenChange?.(true);
    };
    const asleep = <Waiting value={{ want, prepare }}>{children}</Waiting>;
    if (!isWanted && open !== true) return asleep;
    const opening: Opening = {
      ...(open !== undefined && { open }),
      ...(onOpenChange !== undefined && { onOpenChange }),
    };
    return (
      <Suspense fallback={asleep}>
        <Root {...opening} {...(open === undefined && { defaultOpen: true })}>
          <Waiting value={null}>{children}</Waiting>
        </Root>
      </Suspense>
    );
  }

  // biome-ignore lint/correctness/noComponentHookFactories: called once, where a module is loaded.
  function OpenerTrigger(props: TriggerProps) {
    const waiting = use(Waiting);
    if (waiting === null) return <Trigger {...props} />;
    return (
      <Slot
        aria-haspopup={popup}
        aria-expanded={false}
        onClick={waiting.want}
        onPointerEnter={waiting.prepare}
        onFocus={waiting.prepare}
      >
        {props.children}
      </Slot>
    );
  }

  return { Opener, OpenerTrigger };
}

/** A part that is inside of what opens, and comes with it. */
export function partOf<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Part = lazy<ComponentType<Props>>(async () => ({ default: await load() }));
  // biome-ignore lint/correctness/noComponentHookFactories: called once, where a module is loaded.
  return function WantedPart(props: ComponentProps<typeof Part>) {
    return use(Waiting) === null ? <Part {...props} /> : null;
  };
}
