'use client';

import type { AppChanges } from '@quantumlayer/contracts';
import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Chip } from '#components/status-icon.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { cn } from '#lib/cn.ts';
import { formatCount } from '#lib/format.ts';
import { countLines, type PatchLine, toPatchLines } from './patch-lines.ts';

type FileDiff = AppChanges['code']['files'][number];

const SIGNS = { added: '+', removed: '−', changed: '~' };
const TONES = { added: 'succeeded', removed: 'failed', changed: 'waiting' } as const;
const MARKS: Record<PatchLine['kind'], string> = { place: '', added: '+', removed: '−', same: '' };
const TINTS: Record<PatchLine['kind'], string> = {
  place: 'bg-sunken text-muted',
  added: 'bg-succeeded-soft',
  removed: 'bg-failed-soft',
  same: '',
};

/** The files that differ; each opens to its lines. */
export function CodeChanges({ code }: { code: AppChanges['code'] }) {
  return (
    <Panel>
      <PanelHeader title={`Code: ${formatCount(code.files.length, 'file')}`} />
      {code.files.length === 0 && <p className="p-3 text-muted">Not one file differs.</p>}
      <ul>
        {code.files.map((file) => (
          <FileItem key={file.path} file={file} />
        ))}
      </ul>
      {code.truncated && (
        <p className="border-line border-t p-3 text-muted">
          There is more than can be shown here. The versions can be compared in full when it is
          built.
        </p>
      )}
    </Panel>
  );
}

function FileItem({ file: { path, kind, patch } }: { file: FileDiff }) {
  const [isOpen, setIsOpen] = useState(false);
  const lines = useMemo(() => (patch === null ? null : toPatchLines(patch)), [patch]);
  const counts = lines === null ? null : countLines(lines);
  return (
    <li className="border-line not-first:border-t">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="flex min-h-8 w-full items-center gap-2 px-3 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <ChevronRight
          aria-hidden
          className={cn('size-4 shrink-0 text-muted', isOpen && 'rotate-90')}
        />
        <Chip tone={TONES[kind]} className="w-5 shrink-0 justify-center px-0">
          <span aria-hidden>{SIGNS[kind]}</span>
          <span className="sr-only">{kind}</span>
        </Chip>
        <span className="min-w-0 break-all font-mono text-xs">{path}</span>
        {counts !== null && (
          <span className="ml-auto shrink-0 font-mono text-muted text-xs tabular-nums">
            +{counts.added} −{counts.removed}
          </span>
        )}
      </button>
      {isOpen && <Patch path={path} lines={lines} />}
    </li>
  );
}

function Patch({ path, lines }: { path: string; lines: readonly PatchLine[] | null }) {
  if (lines === null) {
    return <p className="px-3 pb-2 pl-9 text-muted">Too long to show here.</p>;
  }
  return (
    <section
      aria-label={`Changes of ${path}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto border-line border-t font-mono text-xs"
    >
      <div className="w-max min-w-full py-1">
        {lines.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a diff never move.
          <div key={index} className={cn('flex whitespace-pre', TINTS[kind])}>
            <span aria-hidden className="w-6 shrink-0 select-none text-center text-muted">
              {MARKS[kind]}
            </span>
            {kind === 'added' && <span className="sr-only">added: </span>}
            {kind === 'removed' && <span className="sr-only">removed: </span>}
            {text === '' ? ' ' : text}
          </div>
        ))}
      </div>
    </section>
  );
}
