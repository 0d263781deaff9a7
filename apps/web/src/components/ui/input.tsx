import type { ComponentProps } from 'react';
import { cn } from '#lib/cn.ts';

const FIELD =
  'w-full rounded-md border border-line-strong bg-surface text-sm text-ink placeholder:text-subtle focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-failed disabled:opacity-60';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(FIELD, 'h-8 px-2.5', className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(FIELD, 'px-2.5 py-2', className)} {...props} />;
}

/** The platform's own select: it works with every keyboard and screen reader there is. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select className={cn(FIELD, 'h-8 pr-7 pl-2.5', className)} {...props} />;
}

export function Label({ className, ...props }: ComponentProps<'label'>) {
  // biome-ignore lint/a11y/noLabelWithoutControl: whoever uses it passes htmlFor or wraps the control.
  return <label className={cn('font-medium text-ink text-sm', className)} {...props} />;
}
