'use client';

import type { AttackExchange, AttackReport, AttackResult } from '@quantumlayer/contracts';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Chip } from '#components/status-icon.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { formatCount } from '#lib/format.ts';

const STATES = {
  withstood: { tone: 'succeeded', name: 'withstood' },
  failed: { tone: 'failed', name: 'got through' },
  'not-applicable': { tone: 'queued', name: 'nothing to attack' },
  'not-run': { tone: 'waiting', name: 'not carried out' },
} as const;
/** What got through comes first. */
const ORDER = ['failed', 'not-run', 'withstood', 'not-applicable'];

/** Every attack on the app: what was sent, what it answered, and what got through. */
export function AttackList({ runId }: { runId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['attacks', runId],
    queryFn: async () => readReport(await api.getCheckOutput(runId, 'attacks')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64" />;
  const sorted = data.attacks.toSorted(
    (one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status),
  );
  return (
    <ul aria-label="Attacks" className="rounded-md border border-line bg-surface">
      {sorted.map((attack) => (
        <li key={attack.id} className="border-line border-t first:border-t-0">
          <AttackRow attack={attack} />
        </li>
      ))}
    </ul>
  );
}

/** The check writes a reason instead of a report when no attack could be carried out. */
function readReport(output: string): AttackReport {
  if (!output.startsWith('{')) throw new Error(output);
  return JSON.parse(output);
}

function AttackRow({ attack }: { attack: AttackResult }) {
  const { title, cwe, status, requests } = attack;
  const { tone, name } = STATES[status];
  return (
    <details className="group/attack">
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover focus-visible:-outline-offset-2">
        <ChevronRight
          aria-hidden
          className="size-4 text-subtle transition-transform group-open/attack:rotate-90"
        />
        <span className="min-w-0 flex-1">{title}</span>
        <Chip tone={tone}>{name}</Chip>
        <span className="w-20 text-right text-muted text-xs">CWE-{cwe}</span>
        <span className="w-24 text-right text-muted text-xs">
          {formatCount(requests, 'request')}
        </span>
      </summary>
      <AttackDetails attack={attack} />
    </details>
  );
}

function AttackDetails({ attack }: { attack: AttackResult }) {
  const { cwe, reason, example, findings } = attack;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 bg-sunken px-4 py-3">
      {reason !== null && <p className="text-muted">{reason}</p>}
      {findings.map((finding, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id and never change.
        <Exchange key={at} title={finding.message} exchange={finding} />
      ))}
      {findings.length === 0 && example !== null && (
        <Exchange title="The first of them" exchange={example} />
      )}
      <a
        href={`https://cwe.mitre.org/data/definitions/${cwe}.html`}
        target="_blank"
        rel="noreferrer"
        className="justify-self-start text-accent text-xs"
      >
        What CWE-{cwe} is
      </a>
    </div>
  );
}

function Exchange({ title, exchange }: { title: string; exchange: AttackExchange }) {
  const { request, response } = exchange;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <h4 className="break-words font-medium">{title}</h4>
      <Message
        label="Request"
        text={[`${request.method} ${request.path}`, ...headersOf(request), '', request.body ?? '']}
      />
      <Message
        label="Answer"
        text={
          response === null
            ? ['No answer came.']
            : [String(response.status), ...headersOf(response), '', response.body]
        }
      />
    </section>
  );
}

function headersOf({ contentType, headers = {} }: { contentType?: string; headers?: object }) {
  const all = { ...(contentType !== undefined && { 'content-type': contentType }), ...headers };
  return Object.entries(all).map(([name, value]) => `${name}: ${value}`);
}

function Message({ label, text }: { label: string; text: readonly string[] }) {
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <figcaption className="text-muted text-xs">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-64 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-surface p-3 font-mono text-xs"
      >
        {text.join('\n').trim()}
      </pre>
    </figure>
  );
}
