import type { IncomingMessage, RequestOptions } from 'node:http';
import type { PreviewTarget } from '../find-target.ts';

/** How a request goes on: where to, and what it carries for the way. */
export type Way = {
  options: Pick<RequestOptions, 'socketPath' | 'host' | 'port' | 'signal'>;
  headers: string[];
};

/** Marks what one process of the factory passed to another, which passes it to nobody else. */
const PASSED = 'ql-preview-passed';

type Reachable = Extract<PreviewTarget, { kind: 'app' | 'elsewhere' }>;

/** To the app, or to the process that runs it; null when that one thinks that it runs in a third. */
export function wayTo(target: Reachable, { headers }: IncomingMessage): Way | null {
  if (target.kind === 'app') {
    const { socketPath, withdrawn } = target;
    return { options: { socketPath, ...(withdrawn && { signal: withdrawn }) }, headers: [] };
  }
  if (headers[PASSED] !== undefined) return null;
  const { hostname: host, port } = target.owner;
  return {
    options: { host: host.replace(/^\[|\]$/g, ''), port: port === '' ? 80 : Number(port) },
    headers: [PASSED, '1'],
  };
}
