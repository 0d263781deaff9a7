'use client';

import { CornerDownLeft, LoaderCircle } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import type { DocumentDraft } from '#lib/document-draft.ts';
import { AttachToChange } from './attach-to-change.tsx';
import { ChangeDocument } from './change-document.tsx';

const LONGEST = 20_000;

type ChangeBoxProps = {
  prompt: string;
  onChange: (prompt: string) => void;
  /** A document in place of words. */
  document: DocumentDraft | null;
  onDocument: (document: DocumentDraft | null) => void;
  /** Something would change, and it is known what. */
  canStart: boolean;
  isStarting: boolean;
  onStart: (review: boolean) => void;
};

export function ChangeBox({
  prompt,
  onChange,
  canStart,
  isStarting,
  onStart,
  ...box
}: ChangeBoxProps) {
  const { document, onDocument } = box;
  const [review, setReview] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const isReady = canStart && !isStarting;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  useCommands(
    'change-box',
    isReady
      ? [{ id: 'change.start', name: 'Make the next version', group: 'This change', run: start }]
      : [],
  );

  function start() {
    if (isReady) onStart(review);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    start();
  }

  return (
    <div className="grid gap-3 lg:sticky lg:top-6">
      <div className="rounded-lg border border-line-strong bg-surface shadow-raised focus-within:border-accent">
        {document === null ? (
          <textarea
            ref={field}
            aria-label="What should be different?"
            aria-describedby={hint}
            value={prompt}
            maxLength={LONGEST}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
            placeholder="Add a discount to the invoice, drop the fax number, rename client to customer …"
            className="block field-sizing-content max-h-[50vh] min-h-32 w-full resize-none rounded-t-lg bg-transparent p-4 text-base outline-none placeholder:text-subtle"
          />
        ) : (
          <ChangeDocument document={document} onRemove={() => onDocument(null)} />
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-3 py-2">
          {document === null && <AttachToChange onDocument={onDocument} />}
          <label className="flex cursor-pointer items-center gap-2 text-muted">
            <input
              type="checkbox"
              checked={review}
              onChange={(event) => setReview(event.target.checked)}
              className="size-4 accent-accent"
            />
            Let me review the design first
          </label>
          <span id={hint} className="sr-only">
            Enter makes the next version, Shift+Enter is a new line
          </span>
          <StartButton isStarting={isStarting} isReady={isReady} onStart={start} />
        </div>
      </div>
      <p className="text-muted text-xs">
        What was changed by hand is kept, and rows that are there move along. The version that runs
        stays as it is until every check of the next one has passed.
      </p>
    </div>
  );
}

type StartButtonProps = { isStarting: boolean; isReady: boolean; onStart: () => void };

function StartButton({ isStarting, isReady, onStart }: StartButtonProps) {
  return (
    <Button variant="primary" className="ml-auto" disabled={!isReady} onClick={onStart}>
      {isStarting ? <LoaderCircle aria-hidden className="spin" /> : <CornerDownLeft aria-hidden />}
      {isStarting ? 'Starting' : 'Make the next version'}
    </Button>
  );
}
