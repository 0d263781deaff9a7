'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { Toast as Primitive } from 'radix-ui';
import { cn } from '#lib/cn.ts';
import { Button } from './button.tsx';
import type { ShownToast } from './toast-message.ts';

const SHOWN_MS = 6_000;

type ToastListProps = { shown: readonly ShownToast[]; onClose: (id: number) => void };

/** The messages in the corner. Loaded with the first one. */
export function ToastList({ shown, onClose }: ToastListProps) {
  return (
    <Primitive.Provider duration={SHOWN_MS} swipeDirection="right">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onClose={onClose} />
      ))}
      <Primitive.Viewport className="fixed right-4 bottom-4 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2 outline-none" />
    </Primitive.Provider>
  );
}

const EDGE = {
  plain: 'border-l-accent',
  failed: 'border-l-failed',
  succeeded: 'border-l-succeeded',
};

function ToastCard({ toast, onClose }: { toast: ShownToast; onClose: (id: number) => void }) {
  const { id, title, text, tone = 'plain', href } = toast;
  return (
    <Primitive.Root
      onOpenChange={(isOpen) => !isOpen && onClose(id)}
      className={cn(
        'flex items-start gap-2 rounded-lg border border-line border-l-4 bg-surface p-3 shadow-raised',
        EDGE[tone],
      )}
    >
      <div className="min-w-0 flex-1">
        <Primitive.Title className="font-medium">{title}</Primitive.Title>
        {text !== undefined && (
          <Primitive.Description className="mt-0.5 break-words text-muted">
            {text}
          </Primitive.Description>
        )}
        {href !== undefined && (
          <Primitive.Action asChild altText="Open">
            <Link href={href} className="mt-1 inline-block font-medium text-accent">
              Open
            </Link>
          </Primitive.Action>
        )}
      </div>
      <Primitive.Close asChild>
        <Button variant="ghost" size="icon-sm" aria-label="Dismiss">
          <X />
        </Button>
      </Primitive.Close>
    </Primitive.Root>
  );
}
