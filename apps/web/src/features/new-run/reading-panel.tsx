'use client';

import { ScanText } from 'lucide-react';
import dynamic from 'next/dynamic';
import { EmptyState } from '#components/empty-state.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { summarise } from './summarise.ts';
import type { useReading } from './use-reading.ts';

const loading = () => <Skeleton className="h-40" />;
/** Each comes with the first prompt that is read so. */
const Refused = dynamic(() => import('./refused.tsx').then((m) => m.Refused), { loading });
const Understood = dynamic(() => import('./understood.tsx').then((m) => m.Understood), { loading });

type ReadingPanelProps = ReturnType<typeof useReading> & {
  prompt: string;
  /** The prompt with an answer in it. */
  onAnswered: (prompt: string) => void;
  /** Shows a place of the document. */
  onPosition: (position: { line: number; column: number }) => void;
};

/** What would be built if the prompt were sent now. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { reading, refusal, error, isReading, prompt, onAnswered, onPosition } = props;
  return (
    <section aria-label="How this is understood" aria-busy={isReading} className="min-w-0">
      <p className="sr-only" role="status">
        {reading !== null && !isReading && summarise(reading)}
        {refusal?.message}
      </p>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      {refusal !== null && <Refused refusal={refusal} onPosition={onPosition} />}
      {reading !== null && (
        <Understood
          reading={reading}
          prompt={prompt}
          onAnswered={onAnswered}
          onPosition={onPosition}
        />
      )}
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
