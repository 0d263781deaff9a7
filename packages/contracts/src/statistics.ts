import { z } from 'zod';
import { runStatuses, timestamp } from './run.ts';

/** A spread of durations in milliseconds; null where there is nothing to measure. */
const spread = {
  count: z.int(),
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
};

/** Some rows, newest first, and how many there are. */
const runIds = z.strictObject({ count: z.int(), runIds: z.array(z.string()) });

/**
 * Figures of the runs that were asked for in a number of days, computed from stored rows. `since` and `until`, with the
 * status or failure beside a figure, are the filter of `GET /runs` that lists the rows behind it.
 */
export const statisticsSchema = z
  .strictObject({
    since: timestamp,
    until: timestamp,
    projectId: z.string().nullable(),
    runs: z.strictObject({
      count: z.int(),
      byStatus: z.record(z.enum(runStatuses), z.int()),
      /** Succeeded of those that succeeded or failed, 0 to 1; null while there are none. */
      successRate: z.number().nullable(),
    }),
    /** One for each day, in UTC, oldest first; runs and tests count on the day the run was asked for. */
    days: z.array(
      z.strictObject({
        day: z.string().meta({ format: 'date' }),
        since: timestamp,
        until: timestamp,
        runs: z.record(z.enum(runStatuses), z.int()),
        tests: z.strictObject({ passed: z.int(), failed: z.int() }),
      }),
    ),
    /** What was worked on a run until its last stage `capsule` ended: every attempt of a stage, without waits and pauses. */
    timeToCapsule: z.strictObject(spread),
    /** At this moment, whenever they were asked for; at most 100 ids of each. */
    now: z.strictObject({ running: runIds, queued: runIds, waiting: runIds, paused: runIds }),
    /** Successful attempts at the stages that machines do, the slowest first. */
    stages: z.array(
      z.strictObject({ stage: z.string(), ...spread, slowestRunId: z.string().nullable() }),
    ),
    failures: z.array(
      z.strictObject({ code: z.string(), count: z.int(), latestRunId: z.string() }),
    ),
    /** What the checks executed in the sandbox took, by the attempts whose checks are stored. */
    sandbox: z.strictObject({ minutes: z.number(), attempts: z.int() }),
  })
  .meta({ id: 'Statistics' });
export type Statistics = z.infer<typeof statisticsSchema>;
