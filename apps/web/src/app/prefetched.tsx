import { ApiProblem, type Client } from '@quantumlayer/sdk';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { serverApi } from '#lib/server-api.ts';

type PrefetchedProps = {
  /** Reads what the page shows first, with the same queries as the browser: `client.fetchQuery(runQuery(api, id))`. */
  read: (client: QueryClient, api: Client) => Promise<unknown>[];
  children: ReactNode;
};

/**
 * The page with what it shows already in the first HTML. The answers are kept for this request alone. What is not there
 * becomes a 404; what cannot be read now is read again by the browser, which says what is wrong.
 */
export async function Prefetched({ read, children }: PrefetchedProps) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers = await Promise.allSettled(read(client, await serverApi()));
  if (answers.some((answer) => answer.status === 'rejected' && isNotFound(answer.reason))) {
    notFound();
  }
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}

function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404;
}
