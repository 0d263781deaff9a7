import type { Run, Stage } from '@quantumlayer/contracts';
import pc from 'picocolors';
import { oneLine } from './table.ts';
import { colourStatus, showDuration, type Terminal } from './terminal.ts';

/** Shows a run while it goes on: a block that is redrawn for a person, a line per change for a log. */
export type RunProgress = { show(run: Run): void; close(): void };

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const marks: Record<Stage['status'], string> = {
  pending: '·',
  running: '',
  waiting: '?',
  retrying: '↻',
  succeeded: '✓',
  failed: '✗',
  cancelled: '-',
  skipped: '-',
};

export function createRunProgress(terminal: Terminal, clock: () => number = Date.now): RunProgress {
  return terminal.isInteractive ? createLive(terminal, clock) : createLines(terminal, clock);
}

function createLive(terminal: Terminal, clock: () => number): RunProgress {
  let latest: Run | undefined;
  let drawn = 0;
  let frame = 0;

  function draw(): void {
    if (latest === undefined) return;
    frame = (frame + 1) % frames.length;
    const spinner = frames[frame] ?? '';
    const lines = latest.stages.map((stage) =>
      showStage(stage, spinner, terminal.columns, clock()),
    );
    const back = drawn > 0 ? `\u001b[${drawn}A` : '';
    terminal.draw(`${back}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`);
    drawn = lines.length;
  }

  const timer = setInterval(draw, 100);
  return {
    show(run) {
      latest = run;
      draw();
    },
    close() {
      clearInterval(timer);
      draw();
    },
  };
}

/** One line: mark, title, time, what is happening now. */
export function showStage(stage: Stage, spinner: string, columns: number, now: number): string {
  const mark = stage.status === 'running' ? spinner : marks[stage.status];
  const started = stage.startedAt === null ? undefined : Date.parse(stage.startedAt);
  const elapsed = stage.durationMs ?? (started === undefined ? undefined : now - started);
  const time = (elapsed === undefined ? '' : showDuration(Math.max(0, elapsed))).padStart(9);
  const news = stage.message === null ? '' : oneLine(stage.message, Math.max(10, columns - 42));
  const title = stage.title.padEnd(24);
  return `${colourStatus(stage.status, `${mark} ${title}`)} ${time}  ${pc.dim(news)}`;
}

function createLines(terminal: Terminal, clock: () => number): RunProgress {
  const told = new Map<string, string>();
  const opened = clock();

  /** Of a stage that has ended, when it did: whoever looks at a run later sees the times of the run. */
  function sinceStart({ startedAt }: Run, { finishedAt }: Stage): number {
    const now = finishedAt === null ? clock() : Date.parse(finishedAt);
    return Math.max(0, now - (startedAt === null ? opened : Date.parse(startedAt)));
  }

  return {
    show(run) {
      const { stages } = run;
      for (const stage of stages) {
        const news = stage.message === null ? '' : `: ${oneLine(stage.message, 200)}`;
        const line = `${stage.title} ${stage.status}${news}`;
        const isSilent = stage.status === 'pending' && stage.message === null;
        if (isSilent || told.get(stage.key) === line) continue;
        told.set(stage.key, line);
        terminal.note(`[${showDuration(sinceStart(run, stage)).padStart(8)}] ${line}`);
      }
    },
    close() {},
  };
}
