'use client';

import { CircleHelp } from 'lucide-react';
import { RemarkCard } from '#components/remark-card.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ReadingRefusal } from './use-reading.ts';

type RefusedProps = {
  refusal: ReadingRefusal;
  /** Shows a place of the document. */
  onPosition: (position: { line: number; column: number }) => void;
};

/** A request of which nothing can be built, with what would help. */
export function Refused({ refusal: { message, next, position }, onPosition }: RefusedProps) {
  return (
    <RemarkCard icon={CircleHelp} title={message} tone="text-waiting">
      {next !== null && <p className="text-muted">{next}</p>}
      {position !== null && (
        <Button size="sm" className="mt-2" onClick={() => onPosition(position)}>
          Go to line {position.line}, column {position.column}
        </Button>
      )}
    </RemarkCard>
  );
}
