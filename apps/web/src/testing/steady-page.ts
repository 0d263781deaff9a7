import type { Page } from 'playwright-core';

const QUIET_MS = 400;
/** After another size of the window, or another theme. */
const SHORTLY_QUIET_MS = 100;
/** What depends on the speed of a machine, or on what other tests have made. */
const HIDDEN = `
  canvas, [role="log"], .text-running .pulse, nextjs-portal { visibility: hidden !important; }
  [style*="width:"] { visibility: hidden !important; }
  select { width: 9rem !important; }
  ol[aria-label="Notifications"], [role="region"][aria-label^="Notifications"] { display: none !important; }
`;

/** Opens a page of which pictures are taken, and waits until all of it is there. */
export async function openSteady(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.shimmer').first().waitFor({ state: 'detached' });
  await page.getByText('No line yet.').waitFor({ state: 'detached' });
  await page.addStyleTag({ content: HIDDEN });
  await untilQuiet(page, QUIET_MS);
}

/** Makes what is shown look as on every machine: no time, id, count or duration in it is read from this run. */
export async function makeSteady(page: Page): Promise<void> {
  await untilQuiet(page, SHORTLY_QUIET_MS);
  await page.evaluate(async () => {
    await document.fonts.ready;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // The clocks of a run that goes on stop here; timers count from one.
    const last = window.setTimeout(() => undefined);
    for (let timer = 1; timer <= last; timer += 1) window.clearInterval(timer);
    for (const time of document.querySelectorAll('time')) time.textContent = 'a while ago';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (text.parentElement?.closest('script, style, .cm-editor, textarea') !== null) continue;
      text.nodeValue = (text.nodeValue ?? '')
        .replace(/\b(sha256:)?[0-9a-f]{5,}…?(\.localhost:\d+)?/g, 'id')
        .replace(/\b\d+ (seconds?|minutes?) ago\b/g, 'a while ago')
        .replace(/\b(\d+ h )?\d+ m \d+( s)?\b/g, '0')
        .replace(/\d[\d.,:]*( ms| min| s)?\b/g, '0');
    }
  });
}

/** Until nothing in the page has changed for a while; its network may never be idle, since runs are followed over it. */
async function untilQuiet(page: Page, quietMs: number): Promise<void> {
  await page.evaluate(
    (ms) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, ms);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, ms);
        });
        watch.observe(document.body, { childList: true, subtree: true });
      }),
    quietMs,
  );
}
