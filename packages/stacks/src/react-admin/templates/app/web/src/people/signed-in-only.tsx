import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Failure, Loading } from '../components/states.tsx';
import { entities } from '../entities/entities.ts';
import { useSession } from './session.ts';

/** Is there something to see for who is not signed in? */
const isOpen = entities.some(({ access }) => access?.read === 'everyone');

/** Leads who has to sign in to where they can, and back afterwards. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const { data: account, error, refetch } = useSession();
  const { pathname, search } = useLocation();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (account === undefined) return <Loading />;
  if (account !== null || isOpen) return children;
  return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
}
