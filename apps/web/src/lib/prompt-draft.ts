import { fromDocument } from './document-draft.ts';

/** What is written in the box "What should we build?", and the document beside it. */
export const PROMPT_DRAFT = 'quantumlayer.prompt';
export const DOCUMENT_DRAFT = 'quantumlayer.document';
/** What was there before something else was put into the box. */
export const EARLIER_DRAFT = 'quantumlayer.prompt.earlier';
export const EARLIER_DOCUMENT = 'quantumlayer.document.earlier';

type Store = Pick<Storage, 'getItem' | 'setItem'>;
type Request = { prompt: string | null; document: Parameters<typeof fromDocument>[0] | null };

/** Puts a request into the box for the page that opens next; what is there already is kept aside. */
export function handOver({ prompt, document }: Request, store: Store = window.localStorage): void {
  const next = [prompt ?? '', document === null ? '' : fromDocument(document)] as const;
  const [text, file] = [PROMPT_DRAFT, DOCUMENT_DRAFT].map((key) => store.getItem(key) ?? '');
  const isEmpty = text?.trim() === '' && file === '';
  if (!isEmpty && (text !== next[0] || file !== next[1])) {
    store.setItem(EARLIER_DRAFT, text ?? '');
    store.setItem(EARLIER_DOCUMENT, file ?? '');
  }
  store.setItem(PROMPT_DRAFT, next[0]);
  store.setItem(DOCUMENT_DRAFT, next[1]);
}
