import { type RunStatus, runStatuses, type Statistics } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import { type Day, lastDays } from './domain/calendar.ts';
import type { DayFigure, Projects, RunFigures } from './ports.ts';

export type StatisticsService = ReturnType<typeof createStatisticsService>;

type Dependencies = { figures: RunFigures; projects: Pick<Projects, 'get'>; clock: Clock };

const IDS = 100;

/** Figures for people who want to know how the factory does; nothing in them is estimated. */
export function createStatisticsService({ figures, projects, clock }: Dependencies) {
  return {
    /** The last `days` days in UTC, today included. */
    async read(
      organisationId: string,
      { days: count, projectId }: { days: number; projectId?: string | undefined },
    ): Promise<Statistics> {
      if (projectId !== undefined) await projects.get(organisationId, projectId);
      const now = clock();
      const calendar = lastDays(now, count);
      const since = calendar[0]?.since ?? now;
      const until = calendar.at(-1)?.until ?? now;
      const scope = { organisationId, projectId, since, until };
      const [byDay, timeToCapsule, unfinished, stages, failures, sandbox] = await Promise.all([
        figures.days(scope),
        figures.timeToCapsule(scope),
        figures.unfinished(scope, IDS),
        figures.stages(scope),
        figures.failures(scope),
        figures.sandbox(scope),
      ]);
      const idsOf = (wanted: RunStatus) => {
        const found = unfinished.find(({ status }) => status === wanted);
        return { count: found?.count ?? 0, runIds: found?.runIds ?? [] };
      };
      return {
        since: since.toISOString(),
        until: until.toISOString(),
        projectId: projectId ?? null,
        runs: summarise(byDay),
        days: calendar.map((day) => presentDay(day, byDay)),
        timeToCapsule,
        now: {
          running: idsOf('running'),
          queued: idsOf('queued'),
          waiting: idsOf('waiting'),
          paused: idsOf('paused'),
        },
        stages,
        failures,
        sandbox: { ...sandbox, minutes: Math.round(sandbox.minutes * 100) / 100 },
      };
    },
  };
}

function summarise(figures: readonly DayFigure[]): Statistics['runs'] {
  const byStatus = countByStatus(figures);
  const judged = byStatus.succeeded + byStatus.failed;
  return {
    count: sum(figures.map(({ count }) => count)),
    byStatus,
    successRate: judged === 0 ? null : byStatus.succeeded / judged,
  };
}

function presentDay({ day, since, until }: Day, figures: readonly DayFigure[]) {
  const own = figures.filter((figure) => figure.day === day);
  return {
    day,
    since: since.toISOString(),
    until: until.toISOString(),
    runs: countByStatus(own),
    tests: {
      passed: sum(own.map(({ testsPassed }) => testsPassed)),
      failed: sum(own.map(({ testsFailed }) => testsFailed)),
    },
  };
}

function countByStatus(figures: readonly DayFigure[]): Record<RunStatus, number> {
  const counts = runStatuses.map((status) => [
    status,
    sum(figures.filter((figure) => figure.status === status).map(({ count }) => count)),
  ]);
  // Every status is a key of what was just made.
  return Object.fromEntries(counts) as Record<RunStatus, number>;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
