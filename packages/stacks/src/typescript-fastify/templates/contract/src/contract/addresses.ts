import { AsyncLocalStorage } from 'node:async_hooks';

/** Where whoever asks reaches this server, as the request says. */
export const origin = new AsyncLocalStorage<string>();

/** The whole address of a path of this server. */
export function addressOf(path: string): string {
  return `${origin.getStore() ?? ''}${path}`;
}
