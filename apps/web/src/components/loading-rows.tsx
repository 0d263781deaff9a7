import { cn } from '#lib/cn.ts';
import { Skeleton } from './ui/skeleton.tsx';

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Holds the place of a list; `label` says of what. */
export function LoadingRows({ label, className }: { label: string; className?: string }) {
  return (
    <div role="status" aria-label={`Loading ${label}`} className={cn('grid gap-2 p-4', className)}>
      {ROWS.map((row) => (
        <Skeleton key={row} className="h-11" />
      ))}
    </div>
  );
}
