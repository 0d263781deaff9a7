'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '#lib/cn.ts';
import { allowStyles } from './allow-styles.ts';
import { Button } from './button.tsx';

allowStyles();

/** What lies behind gets darker in both themes. */
const OVERLAY = 'fixed inset-0 z-40 bg-ink/30 dark:bg-page/70';

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

type DialogContentProps = {
  title: string;
  description?: string;
  children: ReactNode;
  className?: string;
};

export function DialogContent({ title, description, children, className }: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={OVERLAY} />
      <Primitive.Content
        onOpenAutoFocus={focusField}
        className={cn(
          'fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 flex-col rounded-lg border border-line bg-surface shadow-raised outline-none',
          className,
        )}
        {...(description === undefined && { 'aria-describedby': undefined })}
      >
        <header className="flex items-center gap-2 border-line border-b px-4 py-2.5">
          <Primitive.Title className="mr-auto font-medium text-base">{title}</Primitive.Title>
          <Primitive.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label="Close">
              <X />
            </Button>
          </Primitive.Close>
        </header>
        <div className="min-h-0 overflow-y-auto p-4">
          {description !== undefined && (
            <Primitive.Description className="mb-3 text-muted">{description}</Primitive.Description>
          )}
          {children}
        </div>
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** Comes in from the left edge of a phone. */
export function DrawerContent({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={OVERLAY} />
      <Primitive.Content
        aria-describedby={undefined}
        className="fixed inset-y-0 left-0 z-50 w-64 border-line border-r bg-page"
      >
        <Primitive.Title className="sr-only">{title}</Primitive.Title>
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** Whoever opens a form wants to write, not to close it. */
function focusField(event: Event) {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const field = event.currentTarget.querySelector('input, textarea, select');
  if (!(field instanceof HTMLElement)) return;
  event.preventDefault();
  field.focus();
}
