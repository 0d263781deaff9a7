'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { Toast as Primitive } from 'radix-ui';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { cn } from '#lib/cn.ts';
import { Button } from './button.tsx';

type ToastMessage = {
  title: string;
  text?: string;
  tone?: 'plain' | 'failed' | 'succeeded';
  /** Where the thing that the message is about can be seen. */
  href?: string;
};
type ShownToast = ToastMessage & { id: number };

const MOST = 4;
const SHOWN_MS = 6_000;
const ToastContext = createContext<(message: ToastMessage) => void>(() => {});

/** Says something in passing: `toast({ title: 'Run cancelled', href })`. */
export function useToast() {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ShownToast[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setShown((before) => [...before.slice(1 - MOST), { ...message, id: performance.now() }]);
  }, []);
  const close = useCallback((id: number) => {
    setShown((before) => before.filter((toast) => toast.id !== id));
  }, []);
  const list = useMemo(
    () => shown.map((toast) => <ToastCard key={toast.id} toast={toast} onClose={close} />),
    [shown, close],
  );
  return (
    <ToastContext value={show}>
      <Primitive.Provider duration={SHOWN_MS} swipeDirection="right">
        {children}
        {list}
        <Primitive.Viewport className="fixed right-4 bottom-4 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2 outline-none" />
      </Primitive.Provider>
    </ToastContext>
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
