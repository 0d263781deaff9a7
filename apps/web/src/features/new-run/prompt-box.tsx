'use client';

import type { AppKind } from '@quantumlayer/contracts/app-kinds';
import type { components } from '@quantumlayer/sdk';
import { CornerDownLeft, LoaderCircle } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { AttachButton } from '#components/documents/attach-button.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/input.tsx';
import { cn } from '#lib/cn.ts';
import type { RunChoices } from './run-choices.ts';
import type { DocumentInBox } from './use-document.ts';
import { useIntake } from './use-intake.ts';

/** It comes with the first document. */
const DocumentPart = dynamic(() => import('./document-part.tsx').then((m) => m.DocumentPart));

const LONGEST = 20_000;

type PromptBoxProps = {
  prompt: string;
  onChange: (prompt: string) => void;
  document: DocumentInBox;
  projects: components['schemas']['Project'][];
  /** The one that is chosen at first; the first of them when it is none of them. */
  projectId: string;
  isStarting: boolean;
  onStart: (choices: RunChoices) => void;
};

export function PromptBox(props: PromptBoxProps) {
  const { prompt, onChange, document, projects, isStarting, onStart } = props;
  const [projectId, setProjectId] = useState(props.projectId);
  const [kind, setKind] = useState<AppKind>('api');
  const [review, setReview] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const intake = useIntake(document.take);
  const chosen = projects.some(({ id }) => id === projectId) ? projectId : projects[0]?.id;
  const isEmpty = prompt.trim() === '' && (document.value?.text ?? '').trim() === '';
  const canStart = !isEmpty && !isStarting;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  function start() {
    if (canStart) onStart({ projectId: chosen, kind, review, preview: true });
  }

  usePromptCommands(canStart ? start : null, review, setReview);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    start();
  }

  return (
    <div
      {...intake.onDrop}
      className={cn(
        'rounded-lg border border-line-strong bg-surface shadow-raised focus-within:border-accent',
        intake.isOver && 'border-accent bg-accent-soft',
      )}
    >
      <textarea
        ref={field}
        aria-label="What should we build?"
        aria-describedby={hint}
        value={prompt}
        maxLength={LONGEST}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={intake.onPaste}
        placeholder={
          document.value === null
            ? 'An invoicing API: customers have a unique email and many invoices; an invoice has …'
            : 'What the document does not say, if anything: invoices also have a due date …'
        }
        className="block field-sizing-content max-h-[50vh] min-h-36 w-full resize-none rounded-t-lg bg-transparent p-4 text-base outline-none placeholder:text-subtle"
      />
      {document.value !== null && <DocumentPart {...document} value={document.value} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-3 py-2">
        {document.value === null && (
          <span className="-mx-1 flex">
            <AttachButton
              group="New run"
              onFile={intake.takeFile}
              onPasteInstead={document.begin}
            />
          </span>
        )}
        {projects.length > 1 && (
          <ProjectSelect projects={projects} chosen={chosen} onChoose={setProjectId} />
        )}
        <Choice
          label="With a web UI"
          isChosen={kind === 'full-stack'}
          onChange={(isChosen) => setKind(isChosen ? 'full-stack' : 'api')}
        />
        <Choice label="Let me review the design first" isChosen={review} onChange={setReview} />
        <span id={hint} className="sr-only">
          Enter starts, Shift+Enter is a new line; a file can be dropped here
        </span>
        <StartButton isStarting={isStarting} isDisabled={!canStart} onStart={start} />
      </div>
    </div>
  );
}

type ProjectSelectProps = {
  projects: PromptBoxProps['projects'];
  chosen: string | undefined;
  onChoose: (projectId: string) => void;
};

function ProjectSelect({ projects, chosen, onChoose }: ProjectSelectProps) {
  return (
    <Select
      aria-label="Project"
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
      className="w-auto max-w-44"
    >
      {projects.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

type StartButtonProps = { isStarting: boolean; isDisabled: boolean; onStart: () => void };

function StartButton({ isStarting, isDisabled, onStart }: StartButtonProps) {
  return (
    <Button variant="primary" className="ml-auto" disabled={isDisabled} onClick={onStart}>
      {isStarting ? <LoaderCircle aria-hidden className="spin" /> : <CornerDownLeft aria-hidden />}
      {isStarting ? 'Starting' : 'Build it'}
    </Button>
  );
}

type ChoiceProps = { label: string; isChosen: boolean; onChange: (isChosen: boolean) => void };

function Choice({ label, isChosen, onChange }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-center gap-2 text-muted">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
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
