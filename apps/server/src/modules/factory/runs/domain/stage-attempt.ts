import type { Check, StageAttempt } from '@quantumlayer/contracts';
import { evidenceSchema } from '@quantumlayer/contracts';
import { z } from 'zod';

/** One attempt at a stage as it is stored. */
export type AttemptRecord = {
  readonly organisationId: string;
  readonly runId: string;
  readonly stage: string;
  readonly attempt: number;
  readonly kind: StageAttempt['kind'];
  readonly status: StageAttempt['status'];
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
  readonly checks: Check[] | null;
};

/** What an event of the journal does to an attempt. */
export type AttemptMove =
  | { type: 'begin'; kind: StageAttempt['kind']; status: 'running' | 'waiting' }
  | { type: 'end'; status: StageAttempt['status'] };

const moves: Readonly<Record<string, AttemptMove>> = {
  'stage.started': { type: 'begin', kind: 'work', status: 'running' },
  'stage.waiting': { type: 'begin', kind: 'checkpoint', status: 'waiting' },
  'stage.succeeded': { type: 'end', status: 'succeeded' },
  'stage.decided': { type: 'end', status: 'succeeded' },
  'stage.approved': { type: 'end', status: 'succeeded' },
  'stage.modified': { type: 'end', status: 'succeeded' },
  'stage.failed': { type: 'end', status: 'failed' },
  'stage.retrying': { type: 'end', status: 'failed' },
  'stage.rejected': { type: 'end', status: 'failed' },
  'stage.cancelled': { type: 'end', status: 'cancelled' },
  'stage.interrupted': { type: 'end', status: 'interrupted' },
};

export function moveOf(type: string): AttemptMove | null {
  return Object.hasOwn(moves, type) ? (moves[type] ?? null) : null;
}

const withEvidence = z.looseObject({ evidence: evidenceSchema });

/** The checks that a stage executed, from its output or the details of its failure; null when it executed none. */
export function checksOf(told: unknown): Check[] | null {
  return withEvidence.safeParse(told).data?.evidence.checks ?? null;
}
