'use client';

import { ApiProblem } from '@quantumlayer/sdk';
import { TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { notFound } from 'next/navigation';
import { CopyButton } from '#components/copy-button.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { StatusChip } from '#components/status-icon.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '#components/ui/tabs.tsx';
import { shortId } from '#lib/format.ts';
import { hasEnded } from '#lib/statuses.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { WorkedTime } from './elapsed.tsx';
import { Overview } from './overview.tsx';
import { RunActions } from './run-actions.tsx';
import { useRun, useRunEvents } from './use-run.ts';

/** It shows nothing in the page and can wait for it. */
const RunAside = dynamic(() => import('./run-aside.tsx').then((m) => m.RunAside));

const loading = () => <Skeleton className="h-96" />;
/** Each view comes when it is looked at. */
const CapsuleView = dynamic(() => import('./capsule-view.tsx').then((m) => m.CapsuleView), {
  loading,
});
const EvidenceView = dynamic(() => import('./evidence-view.tsx').then((m) => m.EvidenceView), {
  loading,
});
const FilesView = dynamic(() => import('./files-view.tsx').then((m) => m.FilesView), { loading });
const PreviewView = dynamic(() => import('./preview-view.tsx').then((m) => m.PreviewView), {
  loading,
});
const ReadingView = dynamic(() => import('./reading-view.tsx').then((m) => m.ReadingView), {
  loading,
});
const TimelineView = dynamic(() => import('./timeline-view.tsx').then((m) => m.TimelineView), {
  loading,
});

const VIEWS = [
  { id: 'overview', name: 'Overview' },
  { id: 'preview', name: 'Preview' },
  { id: 'files', name: 'Files' },
  { id: 'evidence', name: 'Evidence' },
  { id: 'reading', name: 'Reading and design' },
  { id: 'timeline', name: 'Timeline' },
  { id: 'capsule', name: 'Capsule' },
] as const;

/** A run while it happens and for ever after. */
export function RunPage({ runId }: { runId: string }) {
  const { data: run, error, refetch } = useRun(runId);
  const { events, lost } = useRunEvents(runId, run !== undefined && hasEnded(run.status));
  const [view, setView] = useUrlValue('view', 'overview');
  const [stage, setStage] = useUrlValue('stage', '');

  if (run === undefined) {
    if (error instanceof ApiProblem && error.status === 404) notFound();
    return (
      <>
        <PageHeader title="Run" crumbs={[{ name: 'Runs', href: '/runs' }]} />
        <div className="p-6">
          {error === null ? (
            <Skeleton className="h-96" />
          ) : (
            <ProblemNotice error={error} onRetry={() => void refetch()} />
          )}
        </div>
      </>
    );
  }

  return (
    <>
      <PageHeader title={run.title ?? run.prompt} crumbs={[{ name: 'Runs', href: '/runs' }]}>
        <CopyButton text={run.id} label="the id of the run" isCommand>
          {shortId(run.id)}
        </CopyButton>
        <StatusChip status={run.status} />
        <WorkedTime of={run} className="text-muted md:w-16 md:text-right" />
        <RunActions run={run} />
        <RunAside run={run} views={VIEWS} onView={setView} />
      </PageHeader>
      {lost && (
        <p role="status" className="flex items-center gap-2 bg-waiting-soft px-6 py-1.5">
          <TriangleAlert aria-hidden className="size-4 text-waiting" />
          The connection to the factory is lost. The run goes on there; this page catches up by
          itself.
        </p>
      )}
      <Tabs value={view} onValueChange={setView} className="px-4 pb-10 md:px-6">
        <TabsList aria-label="Views of the run">
          {VIEWS.map(({ id, name }) => (
            <TabsTrigger key={id} value={id}>
              {name}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value="overview" className="pt-4">
          <Overview run={run} events={events} stage={stage} onStage={setStage} onView={setView} />
        </TabsContent>
        <TabsContent value="preview" className="pt-4">
          <PreviewView run={run} />
        </TabsContent>
        <TabsContent value="files" className="pt-4">
          <FilesView run={run} />
        </TabsContent>
        <TabsContent value="evidence" className="pt-4">
          <EvidenceView run={run} />
        </TabsContent>
        <TabsContent value="reading" className="pt-4">
          <ReadingView run={run} />
        </TabsContent>
        <TabsContent value="timeline" className="pt-4">
          <TimelineView run={run} events={events} />
        </TabsContent>
        <TabsContent value="capsule" className="pt-4">
          <CapsuleView run={run} />
        </TabsContent>
      </Tabs>
    </>
  );
}
