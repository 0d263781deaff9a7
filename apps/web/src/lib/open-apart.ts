/** Opens what is not ours in a tab of its own, which learns nothing of the one it came from. */
export function openApart(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}
