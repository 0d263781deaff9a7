'use client';

import type { RunEvent } from '@quantumlayer/sdk';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { cn } from '#lib/cn.ts';
import { type LogLine, toLogLines } from './log-lines.ts';

const ROW = 20;
/** Rows beyond the edges that are kept in the page. */
const SPARE = 20;
const NEAR_END = 40;

type RunLogProps = { events: readonly RunEvent[]; stage: string; className?: string };

/** The journal as text. Only what is in view is in the page, so that thousands of lines scroll as a few do. */
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
        <Input
          type="search"
          aria-label="Find in the log"
          placeholder="Find"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="h-7 w-40"
        />
        <CopyButton
          label="the log"
          text={shown.map(toText).join('\n')}
          className="size-7 justify-center"
        />
      </PanelHeader>
      <Lines lines={shown} />
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly LogLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 400 });
  const isFollowing = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the view to the end.
  useEffect(() => {
    const element = box.current;
    if (element !== null && isFollowing.current) element.scrollTop = element.scrollHeight;
  }, [lines]);

  function onScroll() {
    const element = box.current;
    if (element === null) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    isFollowing.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
    setView({ top: scrollTop, height: clientHeight });
  }

  const from = Math.max(0, Math.floor(view.top / ROW) - SPARE);
  const to = Math.min(lines.length, Math.ceil((view.top + view.height) / ROW) + SPARE);
  if (lines.length === 0) return <p className="p-4 text-muted">No line yet.</p>;
  return (
    <div
      ref={box}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      role="log"
      aria-label="Log lines"
      aria-live="off"
      className="h-80 overflow-auto rounded-b-lg font-mono text-xs leading-5"
    >
      <div style={{ height: lines.length * ROW, paddingTop: from * ROW }} className="min-w-max">
        {lines.slice(from, to).map((line) => (
          <div key={line.id} className="flex h-5 gap-3 px-3 hover:bg-hover">
            <time className="text-subtle" dateTime={line.at} title={line.at}>
              {line.at.slice(11, 23)}
            </time>
            <span className="w-16 shrink-0 truncate text-muted">{line.stage}</span>
            <span className={cn('whitespace-pre', line.isFault && 'text-failed')}>{line.text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function toText({ at, stage, text }: LogLine): string {
  return `${at} ${stage.padEnd(8)} ${text}`;
}
