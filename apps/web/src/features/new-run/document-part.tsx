'use client';

import { FileText, Pencil, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/input.tsx';
import { type DocumentDraft, LONGEST_DOCUMENT } from '#lib/document-draft.ts';
import { FORMATS, isFormat } from '#lib/document-formats.ts';
import { formatCount } from '#lib/format.ts';
import type { DocumentInBox } from './use-document.ts';

type DocumentPartProps = Omit<DocumentInBox, 'value'> & { value: DocumentDraft };

/** The document beside the prompt: what it is, and its text to look at and to mend. */
export function DocumentPart(props: DocumentPartProps) {
  const { value: document, isOpen, onOpen, caret, onChange, onRemove } = props;
  const { name, text, format } = document;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  useEffect(() => {
    if (caret !== null) showCaret(field.current, caret.at);
  }, [caret]);

  return (
    <section aria-label="Document" className="grid gap-2 border-line border-t px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <FileText aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 truncate font-medium">{name === '' ? 'A document' : name}</span>
        <span className="text-muted text-xs">{formatCount(countLines(text), 'line')}</span>
        <Select
          aria-label="Format of the document"
          value={format}
          onChange={({ target }) => onChange({ ...document, format: formatOf(target.value) })}
          className="ml-auto h-7 w-auto max-w-40 text-xs"
        >
          <option value="">Told by the text</option>
          {Object.entries(FORMATS).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onOpen(!isOpen)}
        >
          <Pencil aria-hidden />
          {isOpen ? 'Hide' : 'Show'}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          aria-label="Remove the document"
          title="Remove the document"
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      <textarea
        id={id}
        ref={field}
        hidden={!isOpen}
        aria-label="Text of the document"
        value={text}
        maxLength={LONGEST_DOCUMENT}
        spellCheck={false}
        wrap="off"
        rows={12}
        placeholder="Paste OpenAPI, SQL, JDL, a Prisma schema, CSV or JSON, or drop a file here."
        onChange={({ target }) => onChange({ ...document, text: target.value })}
        className="max-h-[50vh] w-full resize-y rounded-md border border-line bg-sunken p-2 font-mono text-xs outline-none focus-visible:border-accent"
      />
    </section>
  );
}

function countLines(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

/** Puts the caret at an offset and scrolls its line into view. */
function showCaret(field: HTMLTextAreaElement | null, at: number): void {
  if (field === null) return;
  field.focus();
  field.setSelectionRange(at, at);
  const lines = field.value.split('\n').length;
  const line = field.value.slice(0, at).split('\n').length - 1;
  field.scrollTop = (field.scrollHeight / lines) * line - field.clientHeight / 2;
}

function formatOf(value: string): DocumentDraft['format'] {
  return isFormat(value) ? value : '';
}
