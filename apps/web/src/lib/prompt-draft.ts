/** What is written in the box "What should we build?". */
export const PROMPT_DRAFT = 'quantumlayer.prompt';
/** What was written there before something else was put into the box. */
export const EARLIER_DRAFT = 'quantumlayer.prompt.earlier';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Puts a prompt into the box for the page that opens next; what is there already is kept aside. */
export function handOver(prompt: string, store: Store = window.localStorage): void {
  const earlier = store.getItem(PROMPT_DRAFT) ?? '';
  if (earlier.trim() !== '' && earlier !== prompt) store.setItem(EARLIER_DRAFT, earlier);
  store.setItem(PROMPT_DRAFT, prompt);
}
