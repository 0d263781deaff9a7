'use client';

import { GitCompare } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { Values } from '#components/changes/value-fields.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatCount } from '#lib/format.ts';
import { type Asked, isAsked, type useChanges } from './use-changes.ts';

const loading = () => <Skeleton className="h-64" />;
/** Each comes with the first follow-up that is read so. */
const Shown = dynamic(() => import('./shown-change.tsx').then((m) => m.ShownChange), { loading });
const ChangeRefused = dynamic(() => import('./change-refused.tsx').then((m) => m.ChangeRefused), {
  loading,
});

type ChangePanelProps = ReturnType<typeof useChanges> & {
  asked: Asked;
  /** The follow-up with an answer in it. */
  onAnswered: (prompt: string) => void;
  values: Values;
  onValues: (values: Values) => void;
};

/** All that a follow-up would do, what of it was not understood, and what is asked. */
export function ChangePanel(props: ChangePanelProps) {
  const { shown, refusal, error, isReading, asked, onAnswered, values, onValues } = props;
  const isEmpty = shown === null && refusal === null && !error;
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
      {refusal !== null && <ChangeRefused refusal={refusal} />}
      {shown !== null && (
        <Shown
          shown={shown}
          prompt={asked.prompt}
          onAnswered={onAnswered}
          values={values}
          onValues={onValues}
        />
      )}
      {isEmpty && isAsked(asked) && <Skeleton className="h-64" />}
      {isEmpty && !isAsked(asked) && (
        <EmptyState
          icon={GitCompare}
          title="Seen before it is done"
          text="The change of the blueprint, of the database and of the code appear here as you type."
        />
      )}
    </section>
  );
}
