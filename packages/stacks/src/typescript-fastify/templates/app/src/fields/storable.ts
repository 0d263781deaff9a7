export const STORABLE = 'must not contain NUL characters or halves of surrogate pairs';

/** True for text that PostgreSQL keeps as it is. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
