import type { AppRequest } from './domain/finding.ts';
import type { Operation } from './domain/openapi-document.ts';

export type PathValues = Readonly<Record<string, string>>;
export type QueryValues = Readonly<Record<string, unknown>>;

type Parts = { path?: PathValues; query?: QueryValues; body?: unknown; raw?: string };

/** Path values are percent-encoded already, so that broken encodings can be sent too. */
export function buildRequest(
  operation: Operation,
  { path = {}, query = {}, ...rest }: Parts,
): AppRequest {
  const place = operation.path.replaceAll(
    /\{([^}]+)\}/g,
    (_all, name: string) => path[name] ?? 'none',
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item));
  }
  const request = {
    method: operation.method.toUpperCase(),
    path: search.size === 0 ? place : `${place}?${search}`,
  };
  const body = rest.raw ?? (rest.body === undefined ? undefined : JSON.stringify(rest.body));
  return body === undefined ? request : { ...request, contentType: 'application/json', body };
}
