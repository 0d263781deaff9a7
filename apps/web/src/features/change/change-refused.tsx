'use client';

import { CircleHelp } from 'lucide-react';
import { RemarkCard } from '#components/remark-card.tsx';
import type { ChangeRefusal } from './use-changes.ts';

/** A follow-up that changes nothing, with what would help. */
export function ChangeRefused({ refusal: { message, next } }: { refusal: ChangeRefusal }) {
  return (
    <RemarkCard icon={CircleHelp} title={message} tone="text-waiting">
      {next !== null && <p className="text-muted">{next}</p>}
    </RemarkCard>
  );
}
