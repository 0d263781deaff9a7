import { useQuery } from '@tanstack/react-query';
import { Problem, request } from '../lib/api.ts';
import { endSession, queryClient, SESSION, SIGNED_IN } from '../lib/records.ts';

export type Account = { id: string; email: string; role: string };

/** Who is signed in; null for nobody. */
export function useSession() {
  return useQuery({ queryKey: SESSION, queryFn: findSession, staleTime: 60_000 });
}

async function findSession(): Promise<Account | null> {
  if (localStorage.getItem(SIGNED_IN) === null) return null;
  try {
    return await request<Account>('auth/session');
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    localStorage.removeItem(SIGNED_IN);
    return null;
  }
}

/** Signs in or up; whatever was seen before is forgotten. */
export async function beginSession(way: 'sign-in' | 'sign-up', body: object): Promise<void> {
  const account = await request<Account>(`auth/${way}`, { method: 'POST', body });
  localStorage.setItem(SIGNED_IN, 'true');
  queryClient.clear();
  queryClient.setQueryData(SESSION, account);
}

export async function signOut(): Promise<void> {
  await request('auth/sign-out', { method: 'POST' });
  queryClient.clear();
  endSession();
}
