import type { RunEvent } from '@quantumlayer/sdk';

export type LogLine = { id: number; at: string; stage: string; text: string; isFault: boolean };

const VERBS: Record<string, string> = {
  'run.queued': 'Run queued',
  'run.started': 'Run started',
  'run.succeeded': 'Run succeeded',
  'run.failed': 'Run failed',
  'run.cancelled': 'Run cancelled',
  'run.paused': 'Run paused',
  'run.resumed': 'Run resumed',
  'stage.started': 'started',
  'stage.succeeded': 'succeeded',
  'stage.failed': 'failed',
  'stage.cancelled': 'cancelled',
  'stage.skipped': 'skipped',
  'stage.waiting': 'waits for a person',
  'stage.approved': 'approved',
  'stage.rejected': 'rejected',
  'stage.modified': 'modified by a person',
  'stage.retrying': 'will be tried again',
  'stage.interrupted': 'was interrupted; its process ended',
};

/** The journal as lines for people; events that only machines need are left out. */
export function toLogLines(events: readonly RunEvent[]): LogLine[] {
  return events.flatMap((event) => {
    const text = textOf(event);
    if (text === null) return [];
    const { id, at, stage, type } = event;
    return [
      { id, at, stage: (stage ?? '').split('/')[0] ?? '', text, isFault: type.endsWith('failed') },
    ];
  });
}

function textOf({ type, stage, data }: RunEvent): string | null {
  if (type === 'stage.progress') return stringOf(data.message);
  // The members of a parallel or map report through their progress.
  if (stage?.includes('/')) return null;
  const verb = VERBS[type] ?? type.replaceAll(/[._-]/g, ' ');
  const attempt =
    typeof data.attempt === 'number' && data.attempt > 1 ? `, attempt ${data.attempt}` : '';
  const reason = stringOf(data.reason) ?? messageOf(data.failure);
  return `${verb}${attempt}${reason === null ? '' : `: ${reason}`}`;
}

function messageOf(failure: unknown): string | null {
  if (typeof failure !== 'object' || failure === null || !('message' in failure)) return null;
  return stringOf(failure.message);
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
