import type { Page } from 'playwright-core';

const MOST_STOPS = 80;

/** Goes to what is called so with the Tab key alone, as somebody without a pointer does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(nameOfFocused);
    if (typeof name === 'string' ? found === name : name.test(found)) return;
    passed.push(found);
  }
  throw new Error(`Nothing is called ${name}; the Tab key came past ${passed.join(' | ')}`);
}

/** Goes there and presses Enter. */
export async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Goes there and types in place of what is there. */
export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Runs in the page: how a screen reader would call what has the focus. */
function nameOfFocused(): string {
  const focused = document.activeElement;
  if (focused === null) return '';
  const labels = 'labels' in focused && focused.labels instanceof NodeList ? focused.labels : [];
  const [label] = [...labels].map((one) => one.textContent);
  const name = focused.getAttribute('aria-label') ?? label ?? focused.textContent ?? '';
  return name.replace(/ optional$/, '').trim();
}
