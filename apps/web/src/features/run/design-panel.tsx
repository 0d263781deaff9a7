'use client';

import type { Design } from '@quantumlayer/contracts';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Chip } from '#components/status-icon.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useDropJson } from './use-drop-json.ts';
import type { Run } from './use-run.ts';

type DesignDrop = Design | { design: Design };

/** Endpoints, tables and decisions of the stage Design architecture. */
export function DesignPanel({ run }: { run: Run }) {
  const stage = run.stages.find(({ key }) => key === 'design');
  const { data, error, refetch } = useDropJson<DesignDrop>(stage?.dropId ?? null);
  if (!stage?.dropId) return null;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64" />;
  const design = 'design' in data ? data.design : data;
  return (
    <>
      <Panel>
        <PanelHeader title={`${design.endpoints.length} endpoints`} />
        <ul className="py-1">
          {design.endpoints.map(({ method, path, summary, operationId }) => (
            <li key={operationId} className="flex flex-wrap items-baseline gap-x-3 px-3 py-0.5">
              <code className="w-16 font-medium font-mono text-xs">{method.toUpperCase()}</code>
              <code className="min-w-0 break-all font-mono text-xs">{path}</code>
              <span className="text-muted">{summary}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel>
        <PanelHeader title={`${design.tables.length} tables`} />
        <div className="grid items-start gap-3 p-3 sm:grid-cols-2 xl:grid-cols-3">
          {design.tables.map(({ name, columns }) => (
            <div key={name}>
              <h3 className="font-medium font-mono text-xs">{name}</h3>
              <ul>
                {columns.map((column) => (
                  <li key={column.name} className="flex gap-2 font-mono text-xs">
                    <span className="truncate">{column.name}</span>
                    <span className="ml-auto shrink-0 text-muted">
                      {column.type}
                      {column.nullable ? '' : ' not null'}
                    </span>
                    {column.references !== null && <Chip tone="running">{column.references}</Chip>}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Panel>
      <Panel>
        <PanelHeader title="Decisions" />
        <dl className="grid gap-2 p-3">
          {design.decisions.map(({ title, decision, reason }) => (
            <div key={title}>
              <dt className="font-medium">
                {title}: {decision}
              </dt>
              <dd className="text-muted">{reason}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}
