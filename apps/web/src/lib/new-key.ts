const KEY_BYTES = 16;

/** An idempotency key. Not `crypto.randomUUID`, which plain http on another machine does not have. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
