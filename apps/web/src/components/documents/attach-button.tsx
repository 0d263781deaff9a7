'use client';

import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';

/** Endings of what can be read; a file of another name can be chosen as well. */
const ENDINGS =
  '.jdl,.jh,.sql,.ddl,.psql,.prisma,.csv,.tsv,.json,.yaml,.yml,.txt,application/json,text/csv,text/plain';

type AttachButtonProps = {
  /** Where the commands stand in the palette. */
  group: string;
  onFile: (file: File | undefined) => void;
  /** Opens an empty document to paste into; absent where only a file is taken. */
  onPasteInstead?: () => void;
};

export function AttachButton({ group, onFile, onPasteInstead }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  useCommands('attach', [
    { id: 'new.attach', name: 'Attach a document', group, run: choose },
    ...(onPasteInstead === undefined
      ? []
      : [{ id: 'new.paste', name: 'Paste a document', group, run: onPasteInstead }]),
  ]);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={ENDINGS}
        aria-label="A document to attach"
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      <Button
        size="sm"
        variant="ghost"
        title="OpenAPI, SQL, JDL, Prisma, CSV or JSON"
        onClick={choose}
      >
        <Paperclip aria-hidden />
        Attach
      </Button>
      {onPasteInstead !== undefined && (
        <Button size="sm" variant="ghost" aria-label="Paste a document" onClick={onPasteInstead}>
          Paste
        </Button>
      )}
    </>
  );
}
