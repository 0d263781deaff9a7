'use client';

import type { components } from '@quantumlayer/sdk';
import type { LucideIcon } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { cn } from '#lib/cn.ts';
import { ANSWER_BLANK, fillAnswer } from '#lib/decide.ts';
import { Given } from './given.tsx';
import { Button } from './ui/button.tsx';
import { Input } from './ui/input.tsx';

export type Remark = components['schemas']['Remark'];

type RemarkCardProps = { icon: LucideIcon; title: string; tone: string; children: ReactNode };

/** What a reader says about a prompt, under one heading. */
export function RemarkCard({ icon: Icon, title, tone, children }: RemarkCardProps) {
  return (
    <section aria-label={title} className="min-w-0 rounded-lg border border-line bg-surface p-3">
      <h2 className="flex items-start gap-2 font-medium">
        <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', tone)} />
        {title}
      </h2>
      <div className="mt-1 pl-6">{children}</div>
    </section>
  );
}

type AnswersProps = {
  remarks: readonly Remark[];
  /** Gets a whole sentence, and what it answers. */
  onAnswer: (sentence: string, remark: Remark) => void;
  /** Answers show at once, else behind a button. */
  isAsking: boolean;
  /** What was answered, by the text of the remark. */
  answered?: ReadonlyMap<string, string>;
};

/** Remarks, each with the answers that the reader understands and with room for one's own words. */
export function RemarkList({ remarks, onAnswer, isAsking, answered }: AnswersProps) {
  return (
    <ul className="grid gap-2">
      {remarks.map((remark) => (
        <RemarkItem
          key={`${remark.path} ${remark.text} ${answered?.get(remark.text)}`}
          remark={remark}
          onAnswer={(sentence) => onAnswer(sentence, remark)}
          isAsking={isAsking}
          given={answered?.get(remark.text)}
        />
      ))}
    </ul>
  );
}

type RemarkItemProps = {
  remark: Remark;
  onAnswer: (sentence: string) => void;
  isAsking: boolean;
  given: string | undefined;
};

function RemarkItem({ remark: { text, answers }, onAnswer, isAsking, given }: RemarkItemProps) {
  const [isOpen, setIsOpen] = useState(isAsking && given === undefined);
  const choices = answers.filter(({ sentence }) => !sentence.includes(ANSWER_BLANK));
  const blanks = answers.filter(({ sentence }) => sentence.includes(ANSWER_BLANK));
  return (
    <li className="break-words text-muted">
      {text}
      {given !== undefined && <Given text={given} />}
      {!isOpen && (
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Change: ${text}`}
          className={cn('h-5 px-1.5 text-accent', given === undefined ? 'ml-1' : 'ml-4')}
          onClick={() => setIsOpen(true)}
        >
          Change
        </Button>
      )}
      {isOpen && (
        <div className="mt-1.5 grid gap-1.5">
          {choices.length > 0 && (
            <div className="flex flex-wrap gap-1.5">
              {choices.map(({ label, sentence }) => (
                <Button
                  key={sentence}
                  size="sm"
                  title={sentence}
                  className="h-auto min-h-7 whitespace-normal py-1 text-left"
                  onClick={() => onAnswer(sentence)}
                >
                  {label}
                </Button>
              ))}
            </div>
          )}
          {[...blanks, { label: 'In your own words', sentence: ANSWER_BLANK }].map((answer) => (
            <BlankAnswer key={answer.sentence} {...answer} onAnswer={onAnswer} />
          ))}
        </div>
      )}
    </li>
  );
}

type BlankAnswerProps = Remark['answers'][number] & { onAnswer: (sentence: string) => void };

function BlankAnswer({ label, sentence, example, onAnswer }: BlankAnswerProps) {
  const [words, setWords] = useState('');
  const id = useId();
  const filled = fillAnswer(sentence, words);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (filled === '') return;
    onAnswer(filled);
    setWords('');
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-1.5">
      <label htmlFor={id} className="text-ink text-xs">
        {label}
      </label>
      <Input
        id={id}
        value={words}
        maxLength={500}
        placeholder={example}
        onChange={(event) => setWords(event.target.value)}
        className="h-7 w-auto min-w-32 flex-1 text-xs"
      />
      <Button type="submit" size="sm" disabled={filled === ''}>
        Answer
      </Button>
    </form>
  );
}
