'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { type ReactNode, useEffect, useState } from 'react';
import { ToastProvider } from '#components/ui/toast.tsx';
import { replayEarlyEvents } from '#lib/early-events.ts';
import { createQueryClient } from '#lib/query-client.ts';
import { watchHistory } from '#lib/unsaved.ts';

// Here, where it is loaded before the router listens.
if (typeof window !== 'undefined') watchHistory();

/** `nonce`: of this answer's policy, for the style that libraries put into the page. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [client] = useState<QueryClient>(createQueryClient);
  // The outermost effect is the last one: every part of the page listens by then.
  useEffect(replayEarlyEvents, []);
  if (nonce !== '') setNonce(nonce);
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  );
}
