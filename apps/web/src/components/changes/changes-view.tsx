'use client';

import type { AppChanges } from '@quantumlayer/contracts';
import { Hand, Split } from 'lucide-react';
import type { ReactNode } from 'react';
import { RemarkCard } from '#components/remark-card.tsx';
import { formatCount } from '#lib/format.ts';
import { BlueprintChanges } from './blueprint-changes.tsx';
import { CodeChanges } from './code-changes.tsx';
import { SchemaChanges } from './schema-changes.tsx';

type ChangesViewProps = {
  changes: AppChanges;
  /** Where a value for the rows that are there can be given. */
  children?: ReactNode;
};

/** What a change does to the blueprint, to the database and to the code. */
export function ChangesView({ changes, children }: ChangesViewProps) {
  const { blueprint, schema, code, conflicts, kept } = changes;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {conflicts.length > 0 && (
        <RemarkCard
          icon={Split}
          title={`${formatCount(conflicts.length, 'file')} changed by hand and by this at the same place`}
          tone="text-waiting"
        >
          <p className="break-words text-muted">
            The run waits there for you, and nothing is overwritten:{' '}
            <span className="font-mono text-xs">
              {conflicts.map(({ path }) => path).join(', ')}
            </span>
          </p>
        </RemarkCard>
      )}
      <BlueprintChanges changes={blueprint.changes} />
      <SchemaChanges schema={schema}>{children}</SchemaChanges>
      <CodeChanges code={code} />
      {kept.length > 0 && (
        <RemarkCard icon={Hand} title="Changed by hand, and kept" tone="text-succeeded">
          <p className="break-words font-mono text-muted text-xs">{kept.join(', ')}</p>
        </RemarkCard>
      )}
    </div>
  );
}
