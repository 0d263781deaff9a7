'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';

export const keysKey = ['api-keys'] as const;

export function useKeys() {
  return useQuery({ queryKey: keysKey, queryFn: () => api.listApiKeys() });
}
