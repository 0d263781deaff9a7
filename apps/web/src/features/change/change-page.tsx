'use client';

import { ApiProblem } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { notFound, useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Values } from '#components/changes/value-fields.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { describeProblem, ProblemNotice } from '#components/problem-notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '#lib/api.ts';
import { changeDraft } from '#lib/change-draft.ts';
import type { DocumentDraft } from '#lib/document-draft.ts';
import { newKey } from '#lib/new-key.ts';
import { capsuleQuery, projectQuery } from '#lib/queries/project-queries.ts';
import { useDraft } from '#lib/use-draft.ts';
import { ChangeBox } from './change-box.tsx';
import { ChangePanel } from './change-panel.tsx';
import { toChange, useChanges } from './use-changes.ts';

/** What should be different: one box, and beside it all that it would do before anything is done. */
export function ChangePage({ projectId, base }: { projectId: string; base: string }) {
  const capsule = useQuery(capsuleQuery(api, base));
  const project = useQuery(projectQuery(api, projectId));
  const [prompt, setPrompt] = useDraft(changeDraft(base));
  const [values, setValues] = useState<Values>({});
  const [document, setDocument] = useState<DocumentDraft | null>(null);
  const asked = { prompt, document };
  const live = useChanges(projectId, base, asked, values);
  const { start, isStarting } = useStart(projectId, () => setPrompt(''));

  const error = capsule.error ?? project.error;
  if (error instanceof ApiProblem && error.status === 404) notFound();
  return (
    <>
      <PageHeader
        title={capsule.data === undefined ? 'Change it' : `Change ${capsule.data.name}`}
        crumbs={[
          { name: 'Projects', href: '/projects' },
          { name: project.data?.name ?? 'Project', href: `/projects/${projectId}?view=versions` },
        ]}
      />
      <div className="mx-auto grid w-full max-w-7xl items-start gap-6 px-4 py-6 md:px-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        {error !== null && <ProblemNotice error={error} />}
        {error === null && capsule.data === undefined && <Skeleton className="h-48" />}
        {capsule.data !== undefined && (
          <>
            <ChangeBox
              prompt={prompt}
              onChange={setPrompt}
              document={document}
              onDocument={setDocument}
              canStart={(live.shown?.changes.blueprint.changes.length ?? 0) > 0 && !live.isReading}
              isStarting={isStarting}
              onStart={(review) => start(toChange(base, asked, values), review)}
            />
            <ChangePanel
              {...live}
              asked={asked}
              onAnswered={setPrompt}
              values={values}
              onValues={setValues}
            />
          </>
        )}
      </div>
    </>
  );
}

/** Starts the run of a change once, and goes to it. */
function useStart(projectId: string, onStarted: () => void) {
  const router = useRouter();
  const toast = useToast();
  const [isStarting, setIsStarting] = useState(false);

  async function start(change: ReturnType<typeof toChange>, review: boolean) {
    if (isStarting) return;
    setIsStarting(true);
    try {
      const options = { review, preview: true };
      const run = await api.startRun(projectId, { ...change, options }, newKey());
      onStarted();
      router.push(`/runs/${run.id}`);
    } catch (error) {
      const { heading, detail } = describeProblem(error);
      toast({ title: heading, text: detail, tone: 'failed' });
      setIsStarting(false);
    }
  }

  return { start, isStarting };
}
