import {
  keepPreviousData,
// @if people
  QueryCache,
// @end
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { Problem, request } from './api.ts';
import type { Entity, Row, Transition } from './entity.ts';

export type Page = { items: Row[]; nextCursor: string | null };

const MOST_RETRIES = 2;

/** Everything that was fetched. What the API refuses it refuses again, so only the network is tried anew. */
export const queryClient = new QueryClient({
// @if people
  queryCache: new QueryCache({ onError: (error) => void (isSignedOut(error) && endSession()) }),
// @end
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => isPassing(error) && count < MOST_RETRIES,
    },
  },
});

function isPassing(error: Error): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500;
}

// @if people
function isSignedOut(error: Error): boolean {
  return error instanceof Problem && error.status === 401;
}

/** Whoever was signed in is not any longer. */
export function endSession(): void {
  localStorage.removeItem(SIGNED_IN);
  queryClient.setQueryData(SESSION, null);
}

export const SESSION = ['session'];
/** There may be a session: without this mark nobody asks for one. */
export const SIGNED_IN = 'signed-in';

// @end
/** A page of a list; the one before stays while the next is fetched. */
export function useRecords(path: string, parameters: URLSearchParams, enabled = true) {
  const query = parameters.toString();
  return useQuery({
    queryKey: [path, 'list', query],
    queryFn: ({ signal }) => request<Page>(`${path}?${query}`, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useRecord({ path }: Pick<Entity, 'path'>, id: string | undefined) {
  return useQuery({
    queryKey: [path, 'one', id],
    queryFn: ({ signal }) => request<Row>(`${path}/${id}`, { signal }),
    enabled: id !== undefined,
  });
}

/** Something else to do with the API; lists and records of every kind may have changed afterwards. */
export function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation<Answer, Error, Input>({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries(),
  });
}

type Body = Readonly<Record<string, unknown>>;

/** Makes a record, or changes the one that is there. */
export function useSave(entity: Entity, row: Row | undefined) {
  const { path } = entity;
  return useChange((body: Body) =>
    row === undefined
      ? request<Row>(path, { method: 'POST', body })
      : request<Row>(`${path}/${row.id}`, { method: 'PATCH', body, ...versionOf(entity, row) }),
  );
}

/** Whoever looks at the record has to go elsewhere: it is not fetched again. */
export function useRemove(entity: Entity) {
  const client = useQueryClient();
  return useMutation<unknown, Error, Row>({
    mutationFn: (row) =>
      request(`${entity.path}/${row.id}`, { method: 'DELETE', ...versionOf(entity, row) }),
    onSuccess: (_answer, { id }) => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => !queryKey.includes(id) });
    },
  });
}

export function useTransition(entity: Entity, row: Row) {
  return useChange(({ segment }: Transition) =>
    request<Row>(`${entity.path}/${row.id}/${segment}`, {
      method: 'POST',
      ...versionOf(entity, row),
    }),
  );
}

function versionOf({ version }: Entity, row: Row): { version?: unknown } {
  return version === undefined ? {} : { version: row[version] };
}

export type Counts = Readonly<Record<string, { total: number; states?: Record<string, number> }>>;

/** How many records there are, by the path of their kind. */
export function useCounts() {
  return useQuery({
    queryKey: ['counts'],
    queryFn: ({ signal }) => request<Counts>('counts', { signal }),
  });
}
