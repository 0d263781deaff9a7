'use client';

import type { components } from '@quantumlayer/sdk';
import { FileX } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '#lib/format.ts';
import { RemarkCard } from './remark-card.tsx';
import { Button } from './ui/button.tsx';

type Account = components['schemas']['DocumentAccount'];

/** Shown before somebody asks for the rest. */
const FIRST = 8;

type OutOfScopeProps = {
  account: Account;
  /** Shows a line of the document; absent where the document is not beside it. */
  onLine?: (line: number) => void;
};

/** What a document says that has no place in an app, each with its line and why. */
export function OutOfScope({ account: { outOfScope }, onLine }: OutOfScopeProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (outOfScope.length === 0) return null;
  const shown = isWhole ? outOfScope : outOfScope.slice(0, FIRST);
  const title = `Left out of the document: ${formatCount(outOfScope.length, 'thing')}`;
  return (
    <RemarkCard icon={FileX} title={title} tone="text-waiting">
      <ul className="grid gap-1.5">
        {shown.map(({ what, line, why }) => (
          <li key={`${line} ${what} ${why}`} className="break-words text-muted">
            {onLine === undefined ? (
              <span>line {line}</span>
            ) : (
              <Button
                variant="ghost"
                size="sm"
                className="h-5 px-1.5 text-accent"
                onClick={() => onLine(line)}
              >
                line {line}
              </Button>
            )}{' '}
            <code className="font-mono text-ink text-xs">{what}</code> {why}
          </li>
        ))}
      </ul>
      {shown.length < outOfScope.length && (
        <Button variant="ghost" size="sm" onClick={() => setIsWhole(true)}>
          Show all
        </Button>
      )}
    </RemarkCard>
  );
}
