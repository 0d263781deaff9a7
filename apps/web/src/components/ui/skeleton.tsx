import { cn } from '#lib/cn.ts';

/** Holds the place of what is being loaded, at its true size. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('shimmer rounded-md', className)} />;
}
