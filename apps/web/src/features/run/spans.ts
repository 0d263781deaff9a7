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

/** Each attempt at a stage as a span of time, in the order in which they began. */
export function toSpans(events: readonly RunEvent[]): Span[] {
  const spans: Span[] = [];
  const open = new Map<string, Span>();
  for (const { id, stage, type, at, data } of events) {
    if (stage === null) continue;
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
