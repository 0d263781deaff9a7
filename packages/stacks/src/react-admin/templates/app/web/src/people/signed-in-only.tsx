import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Failure, Loading } from '../components/states.tsx';
import { entities } from '../entities/entities.ts';
import { useSession } from './session.ts';

/** Is there something to see for who is not signed in? */
function isOpen(pathname: string): boolean {
  const [, first] = pathname.split('/');
  const shown = entities.filter(({ access }) => access?.read === 'everyone');
  return first === '' ? shown.length > 0 : shown.some(({ path }) => path === first);
}

/** Leads who has to sign in to where they can, and back afterwards. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const { data: account, error, refetch } = useSession();
  const { pathname, search } = useLocation();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (account === undefined) return <Loading />;
  if (account !== null || isOpen(pathname)) return children;
  return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
}
