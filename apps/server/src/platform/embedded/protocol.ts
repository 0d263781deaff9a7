/** What the server thread and the database thread say to each other; `id` names a connection. */

export type ToDatabase =
  | { type: 'connect'; id: number }
  | { type: 'bytes'; id: number; bytes: Uint8Array }
  | { type: 'disconnect'; id: number }
  | { type: 'ping' }
  | { type: 'close' };

export type FromDatabase =
  | { type: 'opened' }
  | { type: 'bytes'; id: number; bytes: Uint8Array }
  | { type: 'end'; id: number }
  | { type: 'pong' }
  | { type: 'disconnected'; id: number }
  | { type: 'closed' }
  | { type: 'broken'; error: unknown };

/** Bytes in a buffer of their own: posting a view would copy all of the pool behind it. */
export function ownBytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
