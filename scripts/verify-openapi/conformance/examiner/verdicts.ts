import { isDeepStrictEqual } from 'node:util';
import { Fell, Refused } from './failures.ts';
import type { Reply } from './reply.ts';

/** Wants the document's status; several where it leaves the choice. */
export function wants(reply: Reply, ...statuses: readonly number[]): Reply {
  if (statuses.includes(reply.status)) return reply;
  const got = `${reply.status} ${reply.text.slice(0, 160)}`;
  throw new Refused(`${reply.call}: wanted ${statuses.join(' or ')}, got ${got}`);
}

/** Wants an answer of 4xx where the document does not say which. */
export function wantsRefusal(reply: Reply): Reply {
  if (reply.status >= 400 && reply.status < 500) return reply;
  throw new Refused(`${reply.call}: wanted 4xx, got ${reply.status} ${reply.text.slice(0, 160)}`);
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Refused(`${what}: wanted ${show(expected)}, got ${show(actual)}`);
}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Refused(what);
}

/** The point of an attack: what must hold whatever was sent. */
export function safe(holds: boolean, what: string): void {
  if (!holds) throw new Fell(what);
}

/** An attack that must be answered with one of these and nothing else. */
export function denied(reply: Reply, ...statuses: readonly number[]): Reply {
  if (reply.status === 501) throw new Refused(`${reply.call} is not built`);
  const right =
    statuses.length > 0
      ? statuses.includes(reply.status)
      : reply.status >= 400 && reply.status < 500;
  safe(right, `${reply.call} answered ${reply.status} ${reply.text.slice(0, 120)}`);
  return reply;
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 160);
}
