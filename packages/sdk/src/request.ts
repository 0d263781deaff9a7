import type { Client } from 'openapi-fetch';

type Values = Readonly<Record<string, unknown>>;
type Init = {
  params?: { path?: Values; query?: Values };
  headers?: Record<string, string>;
  body?: unknown;
  parseAs?: 'text' | 'arrayBuffer';
};
type Answer = { data?: unknown; error?: unknown; response: Response };
type Connection = { url: string; headers: Record<string, string>; fetch: typeof fetch };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Api<Paths extends object> = Pick<Client<Paths>, Method>;

/** One function for each method, typed by the paths of the document: `api.GET('/api/v1/runs/{runId}', { params })`. */
export function createApi<Paths extends object>(connection: Connection): Api<Paths> {
  const call = (method: Method) => (path: string, init?: Init) =>
    request(connection, method, path, init);
  const methods = {
    ...{ GET: call('GET'), POST: call('POST'), PUT: call('PUT') },
    ...{ PATCH: call('PATCH'), DELETE: call('DELETE') },
  };
  // What is done is the same for every path; which values it takes and gives is in the document alone.
  return methods as unknown as Api<Paths>;
}

async function request(
  { url, headers, fetch: send }: Connection,
  method: Method,
  path: string,
  { params = {}, headers: more, body, parseAs }: Init = {},
): Promise<Answer> {
  const response = await send(url + fill(path, params.path) + toQuery(params.query), {
    method,
    headers: {
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body !== undefined && { body: isBytes(body) ? body : JSON.stringify(body) }),
  });
  if (!response.ok) return { error: await response.text(), response };
  if (parseAs !== undefined) return { data: await response[parseAs](), response };
  const text = await response.text();
  return text === '' ? { response } : { data: JSON.parse(text), response };
}

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array;
}

function fill(path: string, values: Values = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** A list is a value each; what is undefined is left out. */
function toQuery(values: Values = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  }
  return query.size === 0 ? '' : `?${query}`;
}
