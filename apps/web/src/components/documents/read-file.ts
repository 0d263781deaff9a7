import type { ToastMessage } from '#components/ui/toast-message.ts';
import { type DocumentDraft, LONGEST_DOCUMENT } from '#lib/document-draft.ts';

/** The text of a file as a document, or why it cannot be one. */
export async function readFile(
  file: File,
): Promise<{ document: DocumentDraft } | { notice: ToastMessage }> {
  // No character takes less than a byte, and none more than four.
  const text = file.size > LONGEST_DOCUMENT * 4 ? null : await file.text();
  if (text !== null && text.length <= LONGEST_DOCUMENT) {
    return { document: { name: file.name, text, format: '' } };
  }
  return {
    notice: {
      title: `${file.name} is too long`,
      text: `A document has at most ${LONGEST_DOCUMENT.toLocaleString('en')} characters. The structure alone, or a few sample rows, are enough.`,
      tone: 'failed',
    },
  };
}
