import pc from 'picocolors';

/** Where a command writes: answers to standard output, everything on the way to standard error. */
export type Terminal = {
  /** A person looks on: progress may redraw lines. */
  isInteractive: boolean;
  columns: number;
  answer(text: string): void;
  note(text: string): void;
  /** Writes to standard error as it is. */
  draw(text: string): void;
};

export function createTerminal(): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreGoneReader);
  return {
    isInteractive: stderr.isTTY === true,
    columns: stderr.columns ?? 100,
    answer: (text) => stdout.write(`${text}\n`),
    note: (text) => stderr.write(`${text}\n`),
    draw: (text) => stderr.write(text),
  };
}

/** `ql ... | head`: what nobody reads is lost, the work and its exit code are not. */
function ignoreGoneReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

const tones = {
  queued: pc.dim,
  pending: pc.dim,
  skipped: pc.dim,
  running: pc.blue,
  retrying: pc.yellow,
  starting: pc.blue,
  succeeded: pc.green,
  failed: pc.red,
  cancelled: pc.dim,
  waiting: pc.yellow,
  paused: pc.yellow,
  stopped: pc.dim,
  expired: pc.dim,
};

export function colourStatus(status: keyof typeof tones, text: string = status): string {
  return tones[status](text);
}

/** `2026-01-31 18:05:09`, by the clock of this machine. */
export function showTime(iso: string): string {
  return new Date(iso).toLocaleString('sv-SE');
}

/** `18:05`, by the clock of this machine. */
export function showHour(iso: string): string {
  return new Date(iso).toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
}

/** `4.2 s`, `1 min 05 s`. */
export function showDuration(ms: number): string {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** `12.3 kB`, decimal units. */
