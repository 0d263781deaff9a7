import { setNonce } from 'get-nonce';

/** Libraries put styles into the page when a dialog opens; the policy of the page lets them by its nonce. */
export function allowStyles(): void {
  if (typeof document === 'undefined') return;
  const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
  if (nonce) setNonce(nonce);
}
