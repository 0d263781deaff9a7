import { AttachButton } from '#components/documents/attach-button.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { DocumentDraft } from '#lib/document-draft.ts';

/** Takes a file as the document that a version is to be changed by. */
export function AttachToChange({ onDocument }: { onDocument: (document: DocumentDraft) => void }) {
  const toast = useToast();

  async function takeFile(file: File | undefined) {
    if (file === undefined) return;
    const { readFile } = await import('#components/documents/read-file.ts');
    const taken = await readFile(file);
    if ('document' in taken) onDocument(taken.document);
    else toast(taken.notice);
  }

  return (
    <span className="-mx-1 flex">
      <AttachButton group="This change" onFile={takeFile} />
    </span>
  );
}
