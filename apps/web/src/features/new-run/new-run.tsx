'use client';

import { stackOfKind } from '@quantumlayer/contracts/app-kinds';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { describeProblem } from '#components/problem-notice.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '#lib/api.ts';
import { newKey } from '#lib/new-key.ts';
import { projectChoicesQuery } from '#lib/queries/project-queries.ts';
import { ExampleList } from './example-list.tsx';
import { PromptBox } from './prompt-box.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import type { RunChoices } from './run-choices.ts';
import { useDocument } from './use-document.ts';
import { toRequest, useReading } from './use-reading.ts';
import { useRequest } from './use-request.ts';

/** Nobody has any at first, and they stand below everything else. */
const RecentRuns = dynamic(() => import('./recent-runs.tsx').then((m) => m.RecentRuns));
/** It comes when something can be taken or brought back. */
const PromptNotices = dynamic(() => import('./prompt-notices.tsx').then((m) => m.PromptNotices));

/** One box; while one types, how it is understood; Enter starts it. */
export function NewRun({ prompt: given, projectId }: { prompt: string; projectId: string }) {
  const request = useRequest(given);
  const { prompt, write, document } = request;
  const [answer, setAnswer] = useState<{ before: string; after: string } | null>(null);
  const before = answer?.after === prompt ? answer.before : null;
  const inBox = useDocument(document, request.setDocument, request.takeDocument);
  const writeAnswered = (after: string) => {
    setAnswer({ before: prompt, after });
    write(after);
  };
  const live = useReading(prompt, document);
  const { start, isStarting } = useStart(request.clear);
  const projects = useQuery(projectChoicesQuery(api));
  const open = (projects.data?.items ?? []).filter(({ archivedAt }) => archivedAt === null);

  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-6 md:px-6 md:py-10">
      <h1 className="mb-4 font-medium text-2xl tracking-tight">What should we build?</h1>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="grid gap-4 lg:sticky lg:top-6">
          <PromptBox
            prompt={prompt}
            onChange={write}
            document={inBox}
            projects={open}
            projectId={projectId}
            isStarting={isStarting}
            onStart={(choices) => start(toRequest({ prompt, document }), choices)}
          />
          {(before !== null || request.earlier !== '') && (
            <PromptNotices
              before={before}
              onUndo={write}
              earlier={request.earlier}
              onRestore={request.restore}
              onForget={request.forgetEarlier}
            />
          )}
          <ExampleList onChoose={write} />
        </div>
        <ReadingPanel
          {...live}
          prompt={prompt}
          onAnswered={writeAnswered}
          onPosition={inBox.goTo}
        />
      </div>
      <RecentRuns projectId={projectId} />
    </div>
  );
}

/** Starts a run once, however often Enter is pressed, and goes to it. */
function useStart(onStarted: () => void) {
  const router = useRouter();
  const toast = useToast();
  const [isStarting, setIsStarting] = useState(false);

  async function start(asked: ReturnType<typeof toRequest>, choices: RunChoices) {
    const { projectId, kind, ...options } = choices;
    if (isStarting) return;
    setIsStarting(true);
    try {
      const request = { ...asked, options: { stack: stackOfKind[kind], ...options } };
      const run = await api.startRun(projectId ?? (await firstProject()), request, newKey());
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

async function firstProject(): Promise<string> {
  const { items } = await api.listProjects({ limit: 100 });
  const open = items.find(({ archivedAt }) => archivedAt === null);
  if (open === undefined) throw new Error('Every project is archived. Create one first.');
  return open.id;
}
