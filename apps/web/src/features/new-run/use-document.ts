'use client';

import { useState } from 'react';
import type { DocumentDraft } from '#lib/document-draft.ts';

export type DocumentInBox = ReturnType<typeof useDocument>;

const EMPTY: DocumentDraft = { name: '', text: '', format: '' };

/** The document in the box, whether its text is shown, and where in it the caret goes. */
export function useDocument(
  value: DocumentDraft | null,
  set: (document: DocumentDraft | null) => void,
  take: (document: DocumentDraft) => void,
) {
  const [isOpen, setIsOpen] = useState(false);
  /** Offset into the text; a new object for each jump. */
  const [caret, setCaret] = useState<{ at: number } | null>(null);
  return {
    value,
    isOpen,
    onOpen: setIsOpen,
    caret,
    onChange: set,
    take,
    onRemove() {
      set(null);
      setIsOpen(false);
      setCaret(null);
    },
    /** An empty one, to paste into. */
    begin() {
      set(EMPTY);
      setIsOpen(true);
      setCaret({ at: 0 });
    },
    /** Shows a place of the text; line and column count from 1. */
    goTo({ line, column }: { line: number; column: number }) {
      const before = (value?.text ?? '').split('\n').slice(0, line - 1);
      const start = before.reduce((sum, { length }) => sum + length + 1, 0);
      setIsOpen(true);
      setCaret({ at: start + column - 1 });
    },
  };
}
