import { recordEarlyEvents } from '#lib/early-events.ts';

/** The one script that stands in the page itself, by the nonce of its policy: it has to be there before all others. */
export function EarlyScript({ nonce }: { nonce: string }) {
  return (
    <script
      nonce={nonce}
      // Browsers hide a nonce from whoever reads the page.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the source of a function of ours, without any input.
      dangerouslySetInnerHTML={{ __html: `(${recordEarlyEvents.toString()})()` }}
    />
  );
}
