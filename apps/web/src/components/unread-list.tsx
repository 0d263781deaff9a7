'use client';

import { type FormEvent, useState } from 'react';
import { Given } from './given.tsx';
import { Button } from './ui/button.tsx';
import { Input } from './ui/input.tsx';

/** A phrase of which nothing was made, and why where the reader knows it. */
export type Unread = { phrase: string; explained: string };

type Phrases = readonly { text: string; became: readonly unknown[] }[];

export function toUnread(phrases: Phrases, notUnderstood: readonly string[]): Unread[] {
  return phrases
    .filter(({ became }) => became.length === 0)
    .map(({ text }, index) => ({ phrase: text, explained: notUnderstood[index] ?? text }));
}

type UnreadListProps = {
  unread: readonly Unread[];
  /** What was said instead of which; empty words: it is left out. */
  said?: readonly { to: string; words: string }[];
  /** Empty words: the phrase is left out. */
  onRephrase: (phrase: string, words: string) => void;
};

/** Phrases that were not understood, each with a way to say it otherwise. */
export function UnreadList({ unread, said = [], onRephrase }: UnreadListProps) {
  return (
    <ul className="grid gap-2">
      {unread.map((one) => (
        <UnreadItem
          key={one.explained}
          {...one}
          said={said.find(({ to }) => to === one.phrase)?.words ?? null}
          onRephrase={onRephrase}
        />
      ))}
    </ul>
  );
}

type UnreadItemProps = Unread & Pick<UnreadListProps, 'onRephrase'> & { said: string | null };

function UnreadItem({ phrase, explained, said, onRephrase }: UnreadItemProps) {
  const [words, setWords] = useState<string | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (words !== null && words.trim() !== '') onRephrase(phrase, words);
    setWords(null);
  }

  return (
    <li className="break-words text-muted">
      {explained}
      {said !== null && <Given text={said === '' ? 'It is left out.' : said} />}
      {words === null ? (
        <span className="ml-1 inline-flex gap-1">
          <Button
            variant="ghost"
            size="sm"
            aria-label={`Say it otherwise: ${phrase}`}
            className="h-5 px-1.5 text-accent"
            onClick={() => setWords(phrase)}
          >
            Say it otherwise
          </Button>
          <Button
            variant="ghost"
            size="sm"
            aria-label={`Leave it out: ${phrase}`}
            className="h-5 px-1.5"
            onClick={() => onRephrase(phrase, '')}
          >
            Leave it out
          </Button>
        </span>
      ) : (
        <form onSubmit={submit} className="mt-1.5 flex gap-1.5">
          <Input
            aria-label={`Instead of: ${phrase}`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            className="h-7 text-xs"
          />
          <Button type="submit" size="sm">
            Say this
          </Button>
          <Button variant="ghost" size="sm" onClick={() => setWords(null)}>
            Cancel
          </Button>
        </form>
      )}
    </li>
  );
}
