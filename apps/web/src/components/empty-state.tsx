import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type EmptyStateProps = { icon: LucideIcon; title: string; text: string; children?: ReactNode };

/** An empty list says what will be here, and offers the first step. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <Icon aria-hidden className="size-6 text-subtle" />
      <h2 className="font-medium text-base">{title}</h2>
      <p className="max-w-md text-muted">{text}</p>
      {children !== undefined && <div className="mt-2 flex gap-2">{children}</div>}
    </div>
  );
}
