import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export type Crumb = { name: string; href: string };

type PageHeaderProps = { title: ReactNode; crumbs?: Crumb[]; children?: ReactNode };

/** Where one is, how one got here, and to the right what can be done. */
export function PageHeader({ title, crumbs = [], children }: PageHeaderProps) {
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-page px-4 py-2 md:px-6">
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumb" className="flex items-center gap-1 text-muted">
          {crumbs.map(({ name, href }) => (
            <span key={href} className="flex items-center gap-1">
              <Link href={href} className="max-w-48 truncate hover:text-ink">
                {name}
              </Link>
              <ChevronRight aria-hidden className="size-3.5 text-subtle" />
            </span>
          ))}
        </nav>
      )}
      <h1 className="mr-auto min-w-0 truncate font-medium text-base">{title}</h1>
      {children}
    </header>
  );
}
