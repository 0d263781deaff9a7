'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';
import type { ShownToast, ToastMessage } from './toast-message.ts';

const MOST = 4;
const ToastList = dynamic(() => import('./toast-list.tsx').then((m) => m.ToastList));
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
  const wasShown = useRef(false);
  wasShown.current ||= shown.length > 0;
  return (
    <ToastContext value={show}>
      {children}
      {wasShown.current && <ToastList shown={shown} onClose={close} />}
    </ToastContext>
  );
}
