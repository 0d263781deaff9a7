import Link from 'next/link';
import type { ReactNode } from 'react';
import { Mark } from '#components/shell/mark.tsx';
import { ThemeMenu } from '#components/theme-menu.tsx';

/** Readable without signing in: whoever gets an error may not be able to. */
export default function ProblemsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex h-12 items-center gap-4 border-line border-b px-4 md:px-6">
        <Link href="/" className="flex items-center gap-2 rounded-md font-medium text-base">
          <Mark />
          QuantumLayer
        </Link>
        <nav aria-label="Problems" className="mr-auto">
          <Link href="/problems" className="font-medium text-muted hover:text-ink">
            Problems
          </Link>
        </nav>
        <ThemeMenu />
      </header>
      <main className="mx-auto w-full max-w-3xl px-4 py-8 md:px-6">{children}</main>
    </>
  );
}
