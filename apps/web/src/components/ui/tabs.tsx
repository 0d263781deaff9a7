'use client';

import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  use,
  useId,
} from 'react';
import { cn } from '#lib/cn.ts';

type Choice = { value: string; choose: (value: string) => void; id: string };

const Chosen = createContext<Choice>({ value: '', choose: () => {}, id: '' });

type TabsProps = {
  value: string;
  onValueChange: (value: string) => void;
  className?: string;
  children: ReactNode;
};

/** Views of which one is shown, after the pattern of the ARIA authoring practices: the chosen tab has the focus. */
export function Tabs({ value, onValueChange, className, children }: TabsProps) {
  return (
    <Chosen value={{ value, choose: onValueChange, id: useId() }}>
      <div className={className}>{children}</div>
    </Chosen>
  );
}

export function TabsList({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      role="tablist"
      onKeyDown={goWithKey}
      className={cn('flex gap-1 overflow-x-auto border-line border-b', className)}
      {...props}
    />
  );
}

export function TabsTrigger({ value, children }: { value: string; children: ReactNode }) {
  const chosen = use(Chosen);
  const isChosen = chosen.value === value;
  return (
    <button
      ref={isChosen ? keepInView : null}
      type="button"
      role="tab"
      id={`${chosen.id}tab-${value}`}
      aria-selected={isChosen}
      {...(isChosen && { 'aria-controls': `${chosen.id}panel` })}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => chosen.choose(value)}
      className="-mb-px flex shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2.5 py-2 font-medium text-muted text-sm hover:text-ink focus-visible:-outline-offset-2 aria-selected:border-accent aria-selected:text-ink"
    >
      {children}
    </button>
  );
}

export function TabsContent({ value, ...props }: ComponentProps<'div'> & { value: string }) {
  const chosen = use(Chosen);
  if (chosen.value !== value) return null;
  return (
    <div
      role="tabpanel"
      id={`${chosen.id}panel`}
      aria-labelledby={`${chosen.id}tab-${value}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: so that what is in it can be scrolled by keys.
      tabIndex={0}
      {...props}
    />
  );
}

/** Where the tabs do not fit, the chosen one is well in sight. */
function keepInView(tab: HTMLElement | null) {
  const list = tab?.parentElement;
  if (list) list.scrollLeft = tab.offsetLeft - list.offsetLeft - list.clientWidth / 3;
}

/** Arrows go around, Home and End to the ends. */
function goWithKey(event: KeyboardEvent<HTMLElement>) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab.matches(':focus'));
  const places: Record<string, number> = {
    ...{ ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length },
    ...{ Home: 0, End: tabs.length - 1 },
  };
  const next = tabs[places[event.key] ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}
