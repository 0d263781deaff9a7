'use client';

import type { components } from '@quantumlayer/sdk';
import { CornerDownLeft, LoaderCircle } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/input.tsx';
import type { RunChoices } from './run-choices.ts';

const LONGEST = 20_000;

type PromptBoxProps = {
  prompt: string;
  onChange: (prompt: string) => void;
  projects: components['schemas']['Project'][];
  /** The one that is chosen at first; the first of them when it is none of them. */
  projectId: string;
  isStarting: boolean;
  onStart: (choices: RunChoices) => void;
};

export function PromptBox(props: PromptBoxProps) {
  const { prompt, onChange, projects, isStarting, onStart } = props;
  const [projectId, setProjectId] = useState(props.projectId);
  const [review, setReview] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const chosen = projects.some(({ id }) => id === projectId) ? projectId : projects[0]?.id;
  const canStart = prompt.trim() !== '' && !isStarting;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  function start() {
    if (canStart) onStart({ projectId: chosen, review, preview: true });
  }

  usePromptCommands(canStart ? start : null, review, setReview);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    start();
  }

  return (
    <div className="rounded-lg border border-line-strong bg-surface shadow-raised focus-within:border-accent">
      <textarea
        ref={field}
        aria-label="What should we build?"
        aria-describedby={hint}
        value={prompt}
        maxLength={LONGEST}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder="An invoicing API: customers have a unique email and many invoices; an invoice has …"
        className="block field-sizing-content max-h-[50vh] min-h-36 w-full resize-none rounded-t-lg bg-transparent p-4 text-base outline-none placeholder:text-subtle"
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-3 py-2">
        {projects.length > 1 && (
          <Select
            aria-label="Project"
            value={chosen}
            onChange={(event) => setProjectId(event.target.value)}
            className="w-auto max-w-44"
          >
            {projects.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
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
          Enter starts, Shift+Enter is a new line
        </span>
        <Button variant="primary" className="ml-auto" disabled={!canStart} onClick={start}>
          {isStarting ? (
            <LoaderCircle aria-hidden className="spin" />
          ) : (
            <CornerDownLeft aria-hidden />
          )}
          {isStarting ? 'Starting' : 'Build it'}
        </Button>
      </div>
    </div>
  );
}

function usePromptCommands(
  start: (() => void) | null,
  review: boolean,
  onReview: (review: boolean) => void,
): void {
  const group = 'New run';
  useCommands('prompt-box', [
    ...(start === null ? [] : [{ id: 'new.start', name: 'Build it', group, run: start }]),
    {
      id: 'new.review',
      name: review ? 'Build without a review of the design' : 'Review the design first',
      group,
      run: () => onReview(!review),
    },
  ]);
}
