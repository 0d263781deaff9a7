import { ApiProblem } from '@quantumlayer/sdk';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Shell } from '#components/shell/shell.tsx';
import { serverApi } from '#lib/server-api.ts';

/** Pages of a person who is signed in; everybody else is shown the way in. */
export default async function FactoryLayout({ children }: { children: ReactNode }) {
  const session = await (await serverApi()).getSession().catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  });
  if (session === null || session.needsPassword) redirect('/sign-in');
  return <Shell>{children}</Shell>;
}
