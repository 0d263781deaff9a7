'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { useGo } from '#lib/use-go.ts';
import { sections } from './sections.ts';

/** The sections to the left, on a phone above; the open one beside them. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const path = usePathname();
  const go = useGo();
  useCommands(
    'settings',
    sections.map(({ name, href }) => ({
      id: `settings ${href}`,
      name: `Settings: ${name}`,
      group: 'Settings',
      run: () => go(href),
    })),
  );

  return (
    <>
      <PageHeader title="Settings" />
      <div className="mx-auto grid w-full max-w-5xl gap-4 px-4 py-4 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-8 md:px-6 md:py-6">
        <nav aria-label="Settings" className="flex gap-0.5 overflow-x-auto md:flex-col">
          {sections.map(({ name, href }) => (
            <Link
              key={href}
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className="flex h-8 shrink-0 items-center rounded-md px-2.5 font-medium text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:bg-hover aria-[current=page]:text-ink"
            >
              {name}
            </Link>
          ))}
        </nav>
        <div className="grid min-w-0 content-start gap-4">{children}</div>
      </div>
    </>
  );
}
