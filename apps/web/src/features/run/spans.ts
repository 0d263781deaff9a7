import type { RunEvent } from '@quantumlayer/sdk';

export type Span = {
  id: number;
  stage: string;
  label: string;
  /** A member of a stage that does several things at once. */
  isPart: boolean;
  attempt: number;
  /** Milliseconds since 1970; `to` is null while it goes on. */
  from: number;
  to: number | null;
  state: 'running' | 'succeeded' | 'failed' | 'other';
};

const ENDS: Record<string, Span['state']> = {
  'stage.succeeded': 'succeeded',
  'stage.approved': 'succeeded',
  'stage.modified': 'succeeded',
  'stage.failed': 'failed',
  'stage.rejected': 'failed',
  'stage.retrying': 'failed',
  'stage.interrupted': 'other',
  'stage.cancelled': 'other',
};

const STARTS = new Set(['stage.started', 'stage.waiting']);

/** Each attempt at a stage and each check in it as a span of time, in the order in which the stages began and the checks ended. */
export function toSpans(events: readonly RunEvent[]): Span[] {
  const spans: Span[] = [];
  const open = new Map<string, Span>();
  for (const event of events) {
    const { id, stage, type, at, data } = event;
    if (stage === null) continue;
    if (type === 'stage.progress')
      spans.push(...checkSpan(event, stage, open.get(stage)?.attempt ?? 1));
    const running = open.get(stage);
    const end = ENDS[type];
    if (STARTS.has(type) && running === undefined) {
      const attempt = typeof data.attempt === 'number' ? data.attempt : 1;
      const span: Span = {
        id,
        stage,
        label: stage,
        isPart: stage.includes('/'),
        attempt,
        from: Date.parse(at),
        to: null,
        state: 'running',
      };
      spans.push(span);
      open.set(stage, span);
    } else if (running !== undefined && end !== undefined) {
      running.to = Date.parse(at);
      running.state = end;
      open.delete(stage);
    }
  }
  return spans;
}

/** A check tells of itself when it has ended, and how long it took. */
function checkSpan({ id, at, data }: RunEvent, stage: string, attempt: number): Span[] {
  const { check, title, status, durationMs } = recordOf(data.data);
  if (typeof check !== 'string' || typeof title !== 'string' || typeof durationMs !== 'number')
    return [];
  const to = Date.parse(at);
  const state = status === 'passed' ? 'succeeded' : status === 'failed' ? 'failed' : 'other';
  const name = `${stage}/${check}`;
  return [
    { id, stage: name, label: title, isPart: true, attempt, from: to - durationMs, to, state },
  ];
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
