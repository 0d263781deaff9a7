'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '#lib/cn.ts';
import { ThemeMenu } from '../theme-menu.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './mark.tsx';
import { isAt, places } from './navigation.ts';

type SideBarProps = {
  /** Runs that go on now. */
  running: number;
  onSearch: () => void;
  onNavigate?: () => void;
};

export function SideBar({ running, onSearch, onNavigate }: SideBarProps) {
  const path = usePathname();
  return (
    <div className="flex h-full flex-col gap-1 p-3">
      <Link
        href="/"
        className="mb-2 flex h-8 items-center gap-2 rounded-md px-2 font-medium text-base"
        {...(onNavigate && { onClick: onNavigate })}
      >
        <Mark />
        QuantumLayer
      </Link>
      <button
        type="button"
        onClick={onSearch}
        className="mb-2 flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-2 text-subtle hover:border-line-strong"
      >
        <Search aria-hidden className="size-4" />
        Search or do
        <span className="ml-auto">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      <nav aria-label="Main" className="flex flex-col gap-0.5">
        {places.map((place) => (
          <Link
            key={place.href}
            href={place.href}
            {...(onNavigate && { onClick: onNavigate })}
            aria-current={isAt(place, path) ? 'page' : undefined}
            className={cn(
              'flex h-8 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-hover hover:text-ink',
              'aria-[current=page]:bg-hover aria-[current=page]:text-ink',
            )}
          >
            <place.icon aria-hidden className="size-4" />
            {place.name}
            {place.href === '/runs' && running > 0 && <Running count={running} />}
          </Link>
        ))}
      </nav>
      <div className="mt-auto flex items-center gap-1">
        <AccountMenu />
        <ThemeMenu />
      </div>
    </div>
  );
}

function Running({ count }: { count: number }) {
  return (
    <span className="ml-auto flex items-center gap-1.5 font-normal text-running text-xs">
      <span aria-hidden className="pulse size-1.5 rounded-full bg-running" />
      {count} running
    </span>
  );
}
