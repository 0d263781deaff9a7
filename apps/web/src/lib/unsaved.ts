const QUESTION = 'There are changes that are not saved. Leave without them?';

/** Where somebody has changed something: the page, and its place in the history of the tab. */
type Holder = { pathname: string; place: number | null };

const holders = new Set<Holder>();

/** Until the answer is called, whoever leads away from the page asks first. */
export function holdUnsaved(): () => void {
  const holder = { pathname: window.location.pathname, place: placeInHistory() };
  holders.add(holder);
  return () => holders.delete(holder);
}

/** Whether the page may be left: nothing in it is unsaved, or the person does without it. */
export function mayLeave(): boolean {
  return holders.size === 0 || window.confirm(QUESTION);
}

/**
 * Asks before the ways back and forth of the browser lead from what is unsaved. The browser has moved before anybody
 * hears of it, so whoever stays is moved back; the router, which has to listen later than this, never learns of it.
 */
export function watchHistory(): void {
  window.addEventListener('popstate', (event) => {
    const [held] = holders;
    if (held === undefined || window.location.pathname === held.pathname || mayLeave()) return;
    event.stopImmediatePropagation();
    const { place } = held;
    window.history.go(place === null ? 1 : place - (placeInHistory() ?? place - 1));
  });
}

/** Null in a browser that does not tell: then a move is taken for one step back. */
function placeInHistory(): number | null {
  return 'navigation' in window ? (window.navigation.currentEntry?.index ?? null) : null;
}
