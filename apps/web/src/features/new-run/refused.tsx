'use client';

import { CircleHelp } from 'lucide-react';
import { RemarkCard } from '#components/remark-card.tsx';
import type { ReadingRefusal } from './use-reading.ts';

/** A prompt of which nothing can be built, with what would help. */
export function Refused({ refusal: { message, next } }: { refusal: ReadingRefusal }) {
  return (
    <RemarkCard icon={CircleHelp} title={message} tone="text-waiting">
      {next !== null && <p className="text-muted">{next}</p>}
    </RemarkCard>
  );
}
