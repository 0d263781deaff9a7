import type { Preview } from '@quantumlayer/contracts';
import { colourStatus, showTime } from '../terminal/terminal.ts';

/** One line; with the address only while something answers there. */
export function describePreview(preview: Preview): string {
  const { id, status, expiresAt, reason } = preview;
  const where = status === 'running' ? `  ${preview.url}  until ${showTime(expiresAt)}` : '';
  return `${id}  ${colourStatus(status)}${where}${reason === null ? '' : `\n  ${reason}`}`;
}

/** Where it runs now; empty once nothing answers there. */
export function addressOf({ status, url }: Preview): string {
  return status === 'running' ? url : '';
}
