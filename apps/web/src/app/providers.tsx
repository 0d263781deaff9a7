'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';
import { ToastProvider } from '#components/ui/toast.tsx';
import { createQueryClient } from '#lib/query-client.ts';

/** `nonce`: of this answer's policy, for the style that libraries put into the page. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [client] = useState<QueryClient>(createQueryClient);
  if (nonce !== '') setNonce(nonce);
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  );
}
