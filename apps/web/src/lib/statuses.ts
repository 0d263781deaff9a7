import type { components } from '@quantumlayer/sdk';

export type RunStatus = components['schemas']['Run']['status'];
export type StageStatus = components['schemas']['Stage']['status'];
/** The five states that colours stand for. */
export type Tone = 'queued' | 'running' | 'succeeded' | 'failed' | 'waiting';

const TONES: Record<RunStatus | StageStatus, Tone> = {
  queued: 'queued',
  pending: 'queued',
  running: 'running',
  retrying: 'running',
  waiting: 'waiting',
  paused: 'waiting',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'queued',
  skipped: 'queued',
};

const NAMES: Record<RunStatus | StageStatus, string> = {
  queued: 'Queued',
  pending: 'Pending',
  running: 'Running',
  retrying: 'Retrying',
  waiting: 'Waiting for you',
  paused: 'Paused',
  succeeded: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Cancelled',
  skipped: 'Skipped',
};

export const runStatuses: readonly RunStatus[] = [
  'queued',
  'running',
  'waiting',
  'paused',
  'succeeded',
  'failed',
  'cancelled',
];

const ENDED: readonly string[] = ['succeeded', 'failed', 'cancelled'] satisfies RunStatus[];

export function toneOf(status: RunStatus | StageStatus): Tone {
  return TONES[status];
}

export function nameOf(status: RunStatus | StageStatus): string {
  return NAMES[status];
}

export function hasEnded(status: RunStatus): boolean {
  return ENDED.includes(status);
}

/** Whether it may change without a person. */
export function isGoingOn({ status }: { status: RunStatus }): boolean {
  return !hasEnded(status);
}

function isRunStatus(value: string): value is RunStatus {
  return runStatuses.some((one) => one === value);
}

/** Of the runs by which the rate of success is judged, as `?status=` says it. */
export const judgedStatuses = 'succeeded,failed';

/** One status or several with commas between them; what is none is passed over. */
export function parseRunStatuses(text: string): RunStatus[] {
  return text.split(',').filter(isRunStatus);
}
