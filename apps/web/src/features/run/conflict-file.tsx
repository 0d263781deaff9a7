'use client';

import { useId } from 'react';
import { Textarea } from '#components/ui/input.tsx';
import { cn } from '#lib/cn.ts';
import {
  type Choice,
  type Choices,
  type Conflict,
  keyOf,
  type Place,
  placesOf,
  textOf,
} from '#lib/conflict-choices.ts';

const KINDS: Record<Conflict['kind'], string> = {
  changed: 'both changed the same lines',
  deleted: 'one side deleted what the other changed',
  renamed: 'both moved it',
};
const WAYS = [
  { id: 'mine', name: 'Mine' },
  { id: 'generated', name: 'Generated' },
  { id: 'both', name: 'Both, mine first' },
] as const;
/** Lines that a text of one's own shows at once. */
const MOST_ROWS = 16;

type ConflictFileProps = {
  conflict: Conflict;
  choices: Choices;
  onChoose: (path: string, index: number, choice: Choice) => void;
};

export function ConflictFile({ conflict, choices, onChoose }: ConflictFileProps) {
  const { path, kind } = conflict;
  return (
    <section aria-label={path} className="min-w-0 rounded-lg border border-line">
      <h3 className="border-line border-b px-3 py-2">
        <span className="break-all font-mono text-xs">{path}</span>{' '}
        <span className="text-muted text-xs">{KINDS[kind]}</span>
      </h3>
      {placesOf(conflict).map((place) => (
        <ConflictPlace
          key={place.index}
          place={place}
          choice={choices[keyOf(path, place.index)]}
          onChoose={(choice) => onChoose(path, place.index, choice)}
        />
      ))}
    </section>
  );
}

type ConflictPlaceProps = {
  place: Place;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
};

/** One place: both sides beside each other, what was there before, and what is to stand there. */
function ConflictPlace({ place, choice, onChoose }: ConflictPlaceProps) {
  const { clash, before, after } = place;
  const name = useId();
  const own = typeof choice === 'object' ? choice.text : null;
  return (
    <fieldset className="grid min-w-0 gap-2 border-line p-3 not-first-of-type:border-t">
      <legend className="sr-only">Place {place.index + 1}</legend>
      <Around text={before} />
      <div className="grid gap-2 md:grid-cols-2">
        <Side
          title="Mine"
          text={clash.mine.join('')}
          isTaken={choice === 'mine' || choice === 'both'}
        />
        <Side
          title="Generated"
          text={clash.theirs.join('')}
          isTaken={choice === 'generated' || choice === 'both'}
        />
      </div>
      <details>
        <summary className="cursor-pointer text-muted text-xs">What was there before</summary>
        <Side title="Before" text={clash.base.join('')} isTaken={false} />
      </details>
      <Around text={after} />
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {WAYS.map((way) => (
          <label key={way.id} className="flex cursor-pointer items-center gap-1.5">
            <input
              type="radio"
              name={name}
              checked={choice === way.id}
              onChange={() => onChoose(way.id)}
              className="size-4 accent-accent"
            />
            {way.name}
          </label>
        ))}
        <label className="flex cursor-pointer items-center gap-1.5">
          <input
            type="radio"
            name={name}
            checked={own !== null}
            onChange={() => onChoose({ text: textOf(clash, choice ?? 'both') })}
            className="size-4 accent-accent"
          />
          My own text
        </label>
      </div>
      {own !== null && (
        <Textarea
          aria-label={`My own text for place ${place.index + 1}`}
          value={own}
          spellCheck={false}
          rows={Math.min(own.split('\n').length + 1, MOST_ROWS)}
          onChange={({ target }) => onChoose({ text: target.value })}
          className="font-mono text-xs"
        />
      )}
    </fieldset>
  );
}

function Around({ text }: { text: string }) {
  if (text === '') return null;
  return <pre className="overflow-x-auto font-mono text-subtle text-xs">{text}</pre>;
}

type SideProps = { title: string; text: string; isTaken: boolean };

function Side({ title, text, isTaken }: SideProps) {
  return (
    <figure
      className={cn(
        'min-w-0 rounded-md border',
        isTaken ? 'border-accent bg-accent-soft' : 'border-line bg-sunken',
      )}
    >
      <figcaption className="px-2 pt-1 text-muted text-xs">{title}</figcaption>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
        aria-label={title}
        className="max-h-80 overflow-auto p-2"
      >
        <pre className="font-mono text-xs">
          {text === '' ? <span className="text-muted">no lines</span> : text}
        </pre>
      </section>
    </figure>
  );
}
