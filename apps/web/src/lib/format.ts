const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KIBI = 1024;

/** `0.4 s`, `12.3 s`, `3 m 04 s`, `2 h 05 m`; an en dash for what is not known. */
export function formatDuration(milliseconds: number | null | undefined): string {
  if (milliseconds === null || milliseconds === undefined || milliseconds < 0) return '–';
  if (milliseconds < MINUTE) return `${(milliseconds / SECOND).toFixed(1)} s`;
  if (milliseconds < HOUR) {
    const seconds = Math.floor((milliseconds % MINUTE) / SECOND);
    return `${Math.floor(milliseconds / MINUTE)} m ${String(seconds).padStart(2, '0')} s`;
  }
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  return `${Math.floor(milliseconds / HOUR)} h ${String(minutes).padStart(2, '0')} m`;
}

/** How long ago, or how long until: `just now`, `5 min ago`, `in 58 min`, `3 d ago`. */
export function formatRelative(at: Date, now: Date): string {
  const distance = at.getTime() - now.getTime();
  const size = Math.abs(distance);
  if (size < 10 * SECOND) return 'just now';
  const amount = amountOf(size);
  return distance < 0 ? `${amount} ago` : `in ${amount}`;
}

function amountOf(size: number): string {
  if (size < MINUTE) return `${Math.floor(size / SECOND)} s`;
  if (size < HOUR) return `${Math.floor(size / MINUTE)} min`;
  if (size < DAY) return `${Math.floor(size / HOUR)} h`;
  return `${Math.floor(size / DAY)} d`;
}

/** `412 B`, `1.8 KB`, `20.4 MB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < KIBI) return `${bytes} B`;
  if (bytes < KIBI * KIBI) return `${(bytes / KIBI).toFixed(1)} KB`;
  if (bytes < KIBI ** 3) return `${(bytes / KIBI / KIBI).toFixed(1)} MB`;
  return `${(bytes / KIBI ** 3).toFixed(1)} GB`;
}

/** `1 test`, `3 tests`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The tail of an id is what tells ids apart: `run_…3fd40d3a`. */
export function shortId(id: string): string {
  const [prefix] = id.split('_', 1);
  return id.length > 16 ? `${prefix}_…${id.slice(-6)}` : id;
}

/** `sha256:` and the first twelve digits. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}
