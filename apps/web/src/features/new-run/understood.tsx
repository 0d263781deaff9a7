'use client';

import { CircleHelp, Lightbulb, MessageCircleQuestion } from 'lucide-react';
import { DiagramFigure } from '#components/diagram-figure.tsx';
import { EntityCard } from '#components/entity-card.tsx';
import { OutOfScope } from '#components/out-of-scope.tsx';
import { PeopleLine } from '#components/people-line.tsx';
import { RemarkCard, RemarkList } from '#components/remark-card.tsx';
import { Button } from '#components/ui/button.tsx';
import { toUnread, UnreadList } from '#components/unread-list.tsx';
import { decide, rephrase } from '#lib/decide.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { summarise } from './summarise.ts';
import type { Reading } from './use-reading.ts';

type UnderstoodProps = {
  reading: Reading;
  prompt: string;
  /** The prompt with an answer in it. */
  onAnswered: (prompt: string) => void;
  /** Shows a place of the document. */
  onPosition: (position: { line: number; column: number }) => void;
};

/** What was read, what was not, and what is asked. */
export function Understood({ reading, prompt, onAnswered, onPosition }: UnderstoodProps) {
  const { blueprint, phrases, notUnderstood, questions, assumptions, document } = reading;
  const [shape, setShape] = useUrlValue('show', 'cards');
  const answer = (sentence: string) => onAnswered(decide(prompt, sentence));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-x-1 text-muted">
        <h2 className="font-medium text-ink">{blueprint.title}</h2> · {summarise(reading)}
        <Button
          variant="ghost"
          size="sm"
          aria-pressed={shape === 'diagram'}
          className="ml-auto aria-pressed:bg-pressed aria-pressed:text-ink"
          onClick={() => setShape(shape === 'diagram' ? 'cards' : 'diagram')}
        >
          Diagram
        </Button>
      </div>
      {notUnderstood.length > 0 && (
        <RemarkCard icon={CircleHelp} title="Not understood" tone="text-waiting">
          <UnreadList
            unread={toUnread(phrases, notUnderstood)}
            onRephrase={(phrase, words) => onAnswered(rephrase(prompt, phrase, words))}
          />
        </RemarkCard>
      )}
      {questions.length > 0 && (
        <RemarkCard icon={MessageCircleQuestion} title="Open questions" tone="text-running">
          <RemarkList remarks={questions} onAnswer={answer} isAsking />
        </RemarkCard>
      )}
      <PeopleLine blueprint={blueprint} />
      {shape === 'diagram' ? (
        <DiagramFigure
          blueprint={blueprint}
          className="h-96 rounded-lg border border-line bg-surface"
        />
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          {blueprint.entities.map((entity) => (
            <EntityCard key={entity.name} entity={entity} />
          ))}
        </div>
      )}
      {document !== undefined && (
        <OutOfScope account={document} onLine={(line) => onPosition({ line, column: 1 })} />
      )}
      {assumptions.length > 0 && (
        <RemarkCard icon={Lightbulb} title="Assumed" tone="text-subtle">
          <RemarkList remarks={assumptions} onAnswer={answer} isAsking={false} />
        </RemarkCard>
      )}
    </div>
  );
}
