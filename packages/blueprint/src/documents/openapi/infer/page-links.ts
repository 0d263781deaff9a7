import type { Figure } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';

/** `next`, `x-next`, `previousUrl` where it is an address: of the page after or before. */
export function pageLink(own: string, isLink: boolean): Figure | null {
  const [, name = '', ending = ''] =
    /^x?(next|previous|prev)(?:page)?(link|url|uri|href)?$/.exec(own) ?? [];
  if (name === '' || (ending === '' && !isLink)) return null;
  return name === 'next' ? 'next-link' : 'previous-link';
}

/** Whether a description calls something an address. */
export function isLinkText(description: string): boolean {
  return /\b(links?|urls?|uris?|address(es)?)\b/i.test(description);
}

/** Whether a value is an address by its format or its description. */
export function isLinkValue({ format, description, type }: Flat): boolean {
  return (
    (type === 'string' || type === null) &&
    (/^(uri|url|uri-reference)$/.test(format) || isLinkText(description))
  );
}
