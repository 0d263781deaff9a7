import { randomBytes } from 'node:crypto';

/** 160 random bits as one part of a host name. */
export function createHostLabel(): string {
  return randomBytes(20).toString('hex');
}

/**
 * What stands before `.localhost` in a Host header; null when the request is for the factory itself. Anything below
 * `.localhost` belongs to previews, so that no preview can ever stand on the factory's origin.
 */
export function readHostLabel(host: string | undefined): string | null {
  const match = /^(.+)\.localhost\.?(?::\d{1,5})?$/i.exec(host ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}
