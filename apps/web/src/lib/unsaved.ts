const QUESTION = 'There are changes that are not saved. Leave without them?';

const holders = new Set<symbol>();

/** Until the answer is called, whoever leads away from the page asks first. */
export function holdUnsaved(): () => void {
  const holder = Symbol('unsaved');
  holders.add(holder);
  return () => holders.delete(holder);
}

/** Whether the page may be left: nothing in it is unsaved, or the person does without it. */
export function mayLeave(): boolean {
  return holders.size === 0 || window.confirm(QUESTION);
}
