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
    const { readFile } = await import('#components/documents/read-file.ts');
    const read = await readFile(file);
    if ('document' in read) take(read.document);
    else toast(read.notice);
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
