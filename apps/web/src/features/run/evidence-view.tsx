'use client';

import type { components } from '@quantumlayer/sdk';
import { ChevronRight, ShieldCheck } from 'lucide-react';
import { CopyButton } from '#components/copy-button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Chip } from '#components/status-icon.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatDuration, shortDigest } from '#lib/format.ts';
import { CheckOutput } from './check-output.tsx';
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
      <Panel>
        <PanelHeader title={`Licences of ${licences.length} packages`} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section className="max-h-96 overflow-auto" tabIndex={0} aria-label="Licences">
          <table className="w-full text-left">
            <thead className="sticky top-0 bg-surface text-muted text-xs">
              <tr>
                <th className="px-3 py-1.5 font-medium">Package</th>
                <th className="px-3 py-1.5 font-medium">Version</th>
                <th className="px-3 py-1.5 font-medium">Licence</th>
              </tr>
            </thead>
            <tbody>
              {licences.map(({ name, version, licence }) => (
                <tr key={`${name}@${version}`} className="border-line border-t">
                  <td className="px-3 py-1 font-mono text-xs">{name}</td>
                  <td className="px-3 py-1 font-mono text-xs">{version}</td>
                  <td className="px-3 py-1">{licence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
    </div>
  );
}

function CheckRow({ check, runId }: { check: Check; runId: string }) {
  return (
    <details className="group border-line border-t first-of-type:border-t-0">
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2">
        <ChevronRight
          aria-hidden
          className="size-4 text-subtle transition-transform group-open:rotate-90"
        />
        <span className="font-medium">{check.title}</span>
        <Chip tone={TONES[check.status]}>{check.status}</Chip>
        <span className="min-w-0 flex-1 truncate text-muted text-xs">{figuresOf(check)}</span>
        <span className="text-muted text-xs">{formatDuration(check.durationMs)}</span>
      </summary>
      <CheckDetails check={check} runId={runId} />
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

function figuresOf({ figures }: Check): string {
  return Object.entries(figures)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => `${name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()} ${value}`)
    .join(', ');
}
