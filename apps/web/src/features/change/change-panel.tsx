'use client';

import { CircleHelp, GitCompare, Lightbulb, MessageCircleQuestion } from 'lucide-react';
import { ChangesView } from '#components/changes/changes-view.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { RemarkCard, RemarkList } from '#components/remark-card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toUnread, UnreadList } from '#components/unread-list.tsx';
import { decide, rephrase } from '#lib/decide.ts';
import { formatCount } from '#lib/format.ts';
import type { useChanges, Values } from './use-changes.ts';
import { ValueFields } from './value-fields.tsx';

type ChangePanelProps = ReturnType<typeof useChanges> & {
  prompt: string;
  /** The follow-up with an answer in it. */
  onAnswered: (prompt: string) => void;
  values: Values;
  onValues: (values: Values) => void;
};

/** All that a follow-up would do, what of it was not understood, and what is asked. */
export function ChangePanel(props: ChangePanelProps) {
  const { shown, refusal, error, isReading, prompt, onAnswered, values, onValues } = props;
  const isEmpty = shown === null && refusal === null && !error;
  const answer = (sentence: string) => onAnswered(decide(prompt, sentence));
  return (
    <section
      aria-label="What it would do"
      aria-busy={isReading}
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3"
    >
      <p className="sr-only" role="status">
        {shown !== null &&
          !isReading &&
          formatCount(shown.changes.blueprint.changes.length, 'change')}
        {refusal?.message}
      </p>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      {refusal !== null && (
        <RemarkCard icon={CircleHelp} title={refusal.message} tone="text-waiting">
          {refusal.next !== null && <p className="text-muted">{refusal.next}</p>}
        </RemarkCard>
      )}
      {shown !== null && (
        <>
          {shown.reading.notUnderstood.length > 0 && (
            <RemarkCard icon={CircleHelp} title="Not understood" tone="text-waiting">
              <UnreadList
                unread={toUnread(shown.reading.phrases, shown.reading.notUnderstood)}
                onRephrase={(phrase, words) => onAnswered(rephrase(prompt, phrase, words))}
              />
            </RemarkCard>
          )}
          {shown.reading.questions.length > 0 && (
            <RemarkCard icon={MessageCircleQuestion} title="Open questions" tone="text-running">
              <RemarkList remarks={shown.reading.questions} onAnswer={answer} isAsking />
            </RemarkCard>
          )}
          <ChangesView changes={shown.changes}>
            <ValueFields
              blueprint={shown.reading.blueprint}
              unfilled={shown.changes.schema.unfilled}
              values={values}
              onChange={onValues}
            />
          </ChangesView>
          {shown.reading.assumptions.length > 0 && (
            <RemarkCard icon={Lightbulb} title="Assumed" tone="text-subtle">
              <RemarkList remarks={shown.reading.assumptions} onAnswer={answer} isAsking={false} />
            </RemarkCard>
          )}
        </>
      )}
      {isEmpty && prompt.trim() !== '' && <Skeleton className="h-64" />}
      {isEmpty && prompt.trim() === '' && (
        <EmptyState
          icon={GitCompare}
          title="Seen before it is done"
          text="The change of the blueprint, of the database and of the code appear here as you type."
        />
      )}
    </section>
  );
}
