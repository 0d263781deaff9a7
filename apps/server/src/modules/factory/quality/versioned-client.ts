import type { AppRequest } from './domain/finding.ts';
import type { ApiDocument } from './domain/openapi-document.ts';
import { findOperation, type Operation } from './domain/openapi-document.ts';
import type { AppClient } from './ports.ts';

const IF_MATCH = 'if-match';
/** What a record begins with, for one that cannot be read. */
const FIRST = '"1"';

/**
 * Sends with each change the version that the record has, as somebody does who has just read it. A request that names
 * one is sent as it is; an empty one stands for none.
 */
export function createVersionedClient(client: AppClient, document: ApiDocument): AppClient {
  if (!document.operations.some(takesVersion)) return client;
  return {
    ...client,
    async send(request) {
      const operation = findOperation(document, request.method, request.path);
      if (operation === null || !takesVersion(operation)) return client.send(request);
      const { [IF_MATCH]: given, ...headers } = request.headers ?? {};
      if (given === '') return client.send({ ...request, headers });
      const tag = given ?? (await readTag(client, recordOf(operation, request), headers));
      return client.send({ ...request, headers: { ...headers, [IF_MATCH]: tag } });
    },
  };
}

/** Does the operation ask for the version that a change is based on? */
export function takesVersion({ parameters }: Operation): boolean {
  return parameters.some(
    ({ place, name }) => place === 'header' && name.toLowerCase() === IF_MATCH,
  );
}

/** `/orders/1` of `/orders/1/send`. */
function recordOf({ path }: Operation, request: AppRequest): string {
  const depth = path.split('/').findIndex((segment) => segment.startsWith('{')) + 1;
  const [place = ''] = request.path.split('?');
  return place.split('/').slice(0, depth).join('/');
}

async function readTag(client: AppClient, path: string, headers: Record<string, string>) {
  const { headers: answered } = await client.send({ method: 'GET', path, headers });
  return answered.etag ?? FIRST;
}
