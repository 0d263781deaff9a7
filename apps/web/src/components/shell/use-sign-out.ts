'use client';

import { useCallback } from 'react';
import { api } from '#lib/api.ts';
import { describeProblem } from '../problem-notice.tsx';
import { useToast } from '../ui/toast.tsx';

export function useSignOut(): () => Promise<void> {
  const toast = useToast();
  return useCallback(async () => {
    try {
      await api.signOut();
      window.location.assign('/sign-in');
    } catch (error) {
      toast({ title: 'Not signed out', text: describeProblem(error).detail, tone: 'failed' });
    }
  }, [toast]);
}
