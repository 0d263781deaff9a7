'use client';

import { useMemo, useState } from 'react';
import { type DocumentDraft, readDraft, writeDraft } from '#lib/document-draft.ts';
import {
  DOCUMENT_DRAFT,
  EARLIER_DOCUMENT,
  EARLIER_DRAFT,
  PROMPT_DRAFT,
} from '#lib/prompt-draft.ts';
import { useDraft } from '#lib/use-draft.ts';

/** What is asked for, in words and with a document; it outlives a reload. `given` is the prompt of a link. */
export function useRequest(given: string) {
  const [draft, setDraft] = useDraft(PROMPT_DRAFT);
  const [stored, store] = useDraft(DOCUMENT_DRAFT);
  const [earlier, setEarlier] = useDraft(EARLIER_DRAFT);
  const [earlierDocument, setEarlierDocument] = useDraft(EARLIER_DOCUMENT);
  const [isTouched, setIsTouched] = useState(false);
  const document = useMemo(() => readDraft(stored), [stored]);
  const before = readDraft(earlierDocument);
  const prompt = !isTouched && given !== '' ? given : draft;

  function write(text: string) {
    // From here on it is a draft: a reload shows what was written, not what the link said.
    if (given !== '') window.history.replaceState(null, '', window.location.pathname);
    if (given !== '' && !isTouched && draft.trim() !== '' && draft !== given) setEarlier(draft);
    setIsTouched(true);
    setDraft(text);
  }

  return {
    prompt,
    write,
    document,
    setDocument: (next: DocumentDraft | null) => store(writeDraft(next)),
    /** Another document in the place of one; what was there is kept aside. */
    takeDocument(next: DocumentDraft) {
      if (document !== null && document.text.trim() !== '') {
        setEarlier(prompt);
        setEarlierDocument(stored);
      }
      store(writeDraft(next));
    },
    /** What there was before; empty when there was nothing. */
    earlier: [earlier, ...(before === null ? [] : [before.name || 'a document'])]
      .filter(Boolean)
      .join(' · '),
    restore() {
      setEarlier(prompt);
      setEarlierDocument(stored);
      write(earlier);
      store(earlierDocument);
    },
    forgetEarlier() {
      setEarlier('');
      setEarlierDocument('');
    },
    clear() {
      setDraft('');
      store('');
    },
  };
}
