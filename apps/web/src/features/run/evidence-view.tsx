'use client';

import type { components } from '@quantumlayer/sdk';
import { ChevronRight, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Chip } from '#components/status-icon.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatBytes, formatCount, formatDuration, shortDigest } from '#lib/format.ts';
import { AttackList } from './attack-list.tsx';
import { CheckOutput } from './check-output.tsx';
import { PackagesTable } from './packages-table.tsx';
import type { Run } from './use-run.ts';

type Evidence = components['schemas']['Evidence'];
type Check = Evidence['checks'][number];

const TONES = { passed: 'succeeded', failed: 'failed', skipped: 'queued' } as const;

/** What was executed: for each check the command, how it ended, and its whole output under its digest. */
export function EvidenceView({ run }: { run: Run }) {
  if (run.evidence === null) {
    return (
      <Panel>
        <EmptyState
          icon={ShieldCheck}
          title="No evidence yet"
          text="It is written by the stage Validate quality, one check after the other."
        />
      </Panel>
    );
  }
  const { checks, isolation, licences } = run.evidence;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Panel>
        <PanelHeader title="Checks">
          <span className="text-muted text-xs">
            {isolation.sandboxed ? 'sandboxed by' : 'NOT sandboxed:'} {isolation.driver}, limits by{' '}
            {isolation.limits}
          </span>
        </PanelHeader>
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} runId={run.id} />
        ))}
      </Panel>
      <PackagesTable
        title={`Licences of ${formatCount(licences.length, 'package')}`}
        packages={licences}
        proof={{ href: outputOf(run.id, 'licences'), name: 'Output of the check' }}
      />
    </div>
  );
}

function CheckRow({ check, runId }: { check: Check; runId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group border-line border-t first-of-type:border-t-0"
    >
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2">
        <ChevronRight
          aria-hidden
          className="size-4 text-subtle transition-transform group-open:rotate-90"
        />
        <span className="font-medium">{check.title}</span>
        <Chip tone={TONES[check.status]}>{check.status}</Chip>
        <span className="order-last min-w-0 basis-full pl-7 text-muted text-xs empty:hidden sm:order-none sm:flex-1 sm:basis-0 sm:truncate sm:pl-0">
          {figuresOf(check)}
        </span>
        <span className="ml-auto text-muted text-xs">{formatDuration(check.durationMs)}</span>
      </summary>
      <CheckDetails check={check} runId={runId} />
      {isOpen && check.id === 'attacks' && check.status !== 'skipped' && (
        <div className="bg-sunken px-4 pb-3">
          <AttackList runId={runId} />
        </div>
      )}
    </details>
  );
}

function CheckDetails({ check, runId }: { check: Check; runId: string }) {
  const rows = [
    { name: 'Command', value: check.command.join(' ') },
    { name: 'Exit code', value: check.exitCode === null ? 'none: built in' : check.exitCode },
    ...(check.reason === null ? [] : [{ name: 'Reason', value: check.reason }]),
  ];
  return (
    <div className="grid gap-2 bg-sunken px-4 py-3">
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {rows.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="break-words font-mono text-xs leading-5">{value}</dd>
          </div>
        ))}
        <dt className="text-muted">Output</dt>
        <dd>
          <CopyButton text={check.outputDigest} label="the digest of the output">
            {shortDigest(check.outputDigest)}
          </CopyButton>
        </dd>
      </dl>
      <CheckOutput runId={runId} checkId={check.id} label="Show the whole output" />
    </div>
  );
}

/** Where the whole output of a check is read as text. */
function outputOf(runId: string, checkId: Check['id']): string {
  return `/api/v1/runs/${runId}/checks/${checkId}/output`;
}

/**
 * Figures in the words and units of people: `18 passed`, `91.6 % of lines covered`, `176 MB of memory at most`. Processor time
 * is for those who measure: the duration beside it is what one waits for.
 */
function figuresOf({ figures }: Check): string {
  return Object.entries(figures)
    .filter(([name]) => name !== 'cpuMs')
    .flatMap(([name, value]) => (typeof value === 'number' ? [sayFigure(name, value)] : []))
    .join(', ');
}

function sayFigure(name: string, value: number): string {
  if (name === 'coverageLines') return `${value.toFixed(1)} % of lines covered`;
  if (name.endsWith('Bytes')) return `${formatBytes(value)} of memory at most`;
  if (name === 'readyMs') return `ready after ${formatDuration(value)}`;
  const words = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return `${value.toLocaleString('en')} ${words}`;
}
