import { setNonce } from 'get-nonce';
import { styleNonce } from '#lib/style-nonce.ts';

/** A dialog of Radix puts a style into the page when it opens. */
export function allowStyles(): void {
  if (typeof document !== 'undefined') setNonce(styleNonce());
}
