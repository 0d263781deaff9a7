import { ApiProblem } from '@quantumlayer/sdk';
import { QueryClient } from '@tanstack/react-query';

const FRESH_MS = 2_000;
const MOST_TRIES = 3;

/** What was refused stays refused; what was not heard is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) =>
          !(error instanceof ApiProblem && error.status < 500) && failures < MOST_TRIES,
      },
    },
  });
}
