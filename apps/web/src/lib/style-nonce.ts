/** What the policy of this page lets a style in by, for libraries that put some into it. The page's own script has it. */
export function styleNonce(): string {
  return document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
}
