import { api } from '#lib/api.ts';
import { hasEnded, type RunStatus, toneOf } from '#lib/statuses.ts';
import type { useToast } from '../ui/toast.tsx';

const NEWS: Partial<Record<RunStatus, string>> = {
  succeeded: 'A run has succeeded',
  failed: 'A run has failed',
  cancelled: 'A run was cancelled',
  waiting: 'A run waits for you',
};

/** Says in passing how a run stands now. */
export async function tellOfRun(runId: string, toast: ReturnType<typeof useToast>): Promise<void> {
  const run = await api.getRun(runId).catch(() => null);
  const title = run === null ? undefined : NEWS[run.status];
  if (run === null || title === undefined) return;
  const tone = toneOf(run.status);
  toast({
    title,
    text: run.title ?? run.prompt.slice(0, 100),
    tone: hasEnded(run.status) && (tone === 'failed' || tone === 'succeeded') ? tone : 'plain',
    href: `/runs/${runId}`,
  });
}
