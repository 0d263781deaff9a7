'use client';

import { CircleHelp, Lightbulb, MessageCircleQuestion, ScanText } from 'lucide-react';
import { DiagramFigure } from '#components/diagram-figure.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { EntityCard } from '#components/entity-card.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { RemarkCard, RemarkList } from '#components/remark-card.tsx';
import { Button } from '#components/ui/button.tsx';
import { toUnread, UnreadList } from '#components/unread-list.tsx';
import { decide, rephrase } from '#lib/decide.ts';
import { formatCount } from '#lib/format.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import type { Reading, useReading } from './use-reading.ts';

type ReadingPanelProps = ReturnType<typeof useReading> & {
  prompt: string;
  /** The prompt with an answer in it. */
  onAnswered: (prompt: string) => void;
};

/** What would be built if the prompt were sent now. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { reading, refusal, error, isReading, prompt, onAnswered } = props;
  return (
    <section aria-label="How this is understood" aria-busy={isReading} className="min-w-0">
      <p className="sr-only" role="status">
        {reading !== null && !isReading && summaryOf(reading)}
        {refusal?.message}
      </p>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      {refusal !== null && (
        <RemarkCard icon={CircleHelp} title={refusal.message} tone="text-waiting">
          {refusal.next !== null && <p className="text-muted">{refusal.next}</p>}
        </RemarkCard>
      )}
      {reading !== null && <Understood reading={reading} prompt={prompt} onAnswered={onAnswered} />}
      {reading === null && refusal === null && !error && (
        <EmptyState
          icon={ScanText}
          title="Read as you type"
          text="Entities, fields and relations appear here, and everything that is not understood."
        />
      )}
    </section>
  );
}

type UnderstoodProps = Pick<ReadingPanelProps, 'prompt' | 'onAnswered'> & { reading: Reading };

function Understood({ reading, prompt, onAnswered }: UnderstoodProps) {
  const { blueprint, phrases, notUnderstood, questions, assumptions } = reading;
  const [shape, setShape] = useUrlValue('show', 'cards');
  const answer = (sentence: string) => onAnswered(decide(prompt, sentence));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-x-1 text-muted">
        <h2 className="font-medium text-ink">{blueprint.title}</h2> · {summaryOf(reading)}
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
      {assumptions.length > 0 && (
        <RemarkCard icon={Lightbulb} title="Assumed" tone="text-subtle">
          <RemarkList remarks={assumptions} onAnswer={answer} isAsking={false} />
        </RemarkCard>
      )}
    </div>
  );
}

function summaryOf({ blueprint: { entities }, notUnderstood }: Reading): string {
  const fields = entities.reduce((sum, entity) => sum + entity.fields.length, 0);
  const parts = [formatCount(entities.length, 'entity', 'entities'), formatCount(fields, 'field')];
  if (notUnderstood.length > 0) {
    parts.push(`${formatCount(notUnderstood.length, 'phrase')} not understood`);
  }
  return parts.join(', ');
}
