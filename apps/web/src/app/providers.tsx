'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ToastProvider } from '#components/ui/toast.tsx';
import { applyTheme } from '#lib/apply-theme.ts';
import { replayEarlyEvents } from '#lib/early-events.ts';
import { createQueryClient } from '#lib/query-client.ts';
import { watchHistory } from '#lib/unsaved.ts';

// Here, where it is loaded before the router listens.
if (typeof window !== 'undefined') watchHistory();

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState<QueryClient>(createQueryClient);
  useEffect(keepTheme, []);
  // The outermost effect is the last one: every part of the page listens by then.
  useEffect(replayEarlyEvents, []);
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  );
}

/** A page that React had to draw anew has lost what its script had put on the root. */
function keepTheme(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  applyTheme();
  system.addEventListener('change', applyTheme);
  window.addEventListener('storage', applyTheme);
  return () => {
    system.removeEventListener('change', applyTheme);
    window.removeEventListener('storage', applyTheme);
  };
}
