import type { ComponentProps, ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

/** A bordered area of a page. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section className={cn('rounded-lg border border-line bg-surface', className)} {...props} />
  );
}

type PanelHeaderProps = { title: ReactNode; children?: ReactNode; className?: string };

/** Its title, and to the right what can be done with it. */
export function PanelHeader({ title, children, className }: PanelHeaderProps) {
  return (
    <header
      className={cn(
        'flex min-h-10 flex-wrap items-center gap-2 border-line border-b px-3 py-1.5',
        className,
      )}
    >
      <h2 className="mr-auto font-medium text-sm">{title}</h2>
      {children}
    </header>
  );
}
