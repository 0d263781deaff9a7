'use client';

import type { RunEvent } from '@quantumlayer/sdk';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { SearchInput } from '#components/search-input.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { type LogLine, toLogLines } from './log-lines.ts';

/** As high as what comes. */
const LogList = dynamic(() => import('./log-list.tsx').then((module) => module.LogList), {
  loading: () => <div className="h-80" />,
});

type RunLogProps = { events: readonly RunEvent[]; stage: string; className?: string };

/** The journal as text, to search and to copy. */
export function RunLog({ events, stage, className }: RunLogProps) {
  const [words, setWords] = useState('');
  const lines = useMemo(() => toLogLines(events), [events]);
  const shown = useMemo(() => {
    const wanted = words.toLowerCase();
    return lines.filter(
      (line) =>
        (stage === '' || line.stage === stage) &&
        (wanted === '' || `${line.stage} ${line.text}`.toLowerCase().includes(wanted)),
    );
  }, [lines, stage, words]);

  return (
    <Panel className={className}>
      <PanelHeader title="Log">
        <SearchInput
          label="Find in the log"
          placeholder="Find"
          value={words}
          onType={setWords}
          className="h-7 w-40"
        />
        <CopyButton
          label="the log"
          isCommand
          text={shown.map(toText).join('\n')}
          className="size-7 justify-center"
        />
      </PanelHeader>
      <LogList lines={shown} />
    </Panel>
  );
}

function toText({ at, stage, text }: LogLine): string {
  return `${at} ${stage.padEnd(8)} ${text}`;
}
