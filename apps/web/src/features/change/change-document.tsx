import { FileText, X } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { DocumentDraft } from '#lib/document-draft.ts';
import { formatCount } from '#lib/format.ts';

type ChangeDocumentProps = { document: DocumentDraft; onRemove: () => void };

/** The document that the next version is made from, in place of words. */
export function ChangeDocument({ document, onRemove }: ChangeDocumentProps) {
  const lines = document.text.split('\n').length;
  return (
    <div className="flex min-h-32 items-start gap-2 p-4">
      <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-subtle" />
      <p className="min-w-0 flex-1">
        <span className="block truncate font-medium">{document.name}</span>
        <span className="text-muted text-xs">
          {formatCount(lines, 'line')}: the next version is what this document says.
        </span>
      </p>
      <Button size="sm" variant="ghost" onClick={onRemove}>
        <X aria-hidden />
        Remove the document
      </Button>
    </div>
  );
}
