import type { Client } from '@quantumlayer/sdk';
import { queryOptions } from '@tanstack/react-query';

const MOST_SIGNING_KEYS = 100;

export const apiKeysKey = ['api-keys'] as const;

export function apiKeysQuery(api: Client) {
  return queryOptions({ queryKey: apiKeysKey, queryFn: () => api.listApiKeys() });
}

export function systemQuery(api: Client) {
  return queryOptions({ queryKey: ['system'], queryFn: () => api.getSystem() });
}

export function signingKeyQuery(api: Client) {
  return queryOptions({ queryKey: ['signing-key'], queryFn: () => api.getSigningKey() });
}

/** All there ever were. */
export function signingKeysQuery(api: Client) {
  return queryOptions({
    queryKey: ['signing-keys'],
    queryFn: () => api.listSigningKeys({ limit: MOST_SIGNING_KEYS }),
  });
}
