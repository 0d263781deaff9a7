'use client';

import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { useToast } from '#components/ui/toast.tsx';
import { type DocumentDraft, LONGEST_DOCUMENT, looksLikeDocument } from '#lib/document-draft.ts';

type Take = (document: DocumentDraft) => void;

/** Ways for a document to come into the box: chosen, dropped, pasted. */
export function useIntake(take: Take) {
  const [isOver, setIsOver] = useState(false);
  const toast = useToast();

  async function takeFile(file: File | undefined) {
    if (file === undefined) return;
    // No character takes less than a byte, and none of a file that fits takes more than four.
    const text = file.size > LONGEST_DOCUMENT * 4 ? null : await file.text();
    if (text !== null && text.length <= LONGEST_DOCUMENT) {
      return take({ name: file.name, text, format: '' });
    }
    toast({
      title: `${file.name} is too long`,
      text: `A document has at most ${LONGEST_DOCUMENT.toLocaleString('en')} characters. The structure alone, or a few sample rows, are enough.`,
      tone: 'failed',
    });
  }

  return {
    isOver,
    takeFile,
    onDrop: {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop(event: DragEvent) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(false);
        void takeFile(event.dataTransfer.files[0]);
      },
    },
    /** A file, or text that is plainly a document; all else goes into the prompt. */
    onPaste(event: ClipboardEvent) {
      const [file] = event.clipboardData.files;
      const text = event.clipboardData.getData('text/plain');
      if (file !== undefined) {
        event.preventDefault();
        void takeFile(file);
      } else if (looksLikeDocument(text) && text.length <= LONGEST_DOCUMENT) {
        event.preventDefault();
        take({ name: '', text, format: '' });
      }
    },
  };
}
