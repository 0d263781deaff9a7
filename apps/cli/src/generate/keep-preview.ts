import { setTimeout as wait } from 'node:timers/promises';
import type { Preview } from '@quantumlayer/contracts';
import type { Client } from '@quantumlayer/sdk';
import { ql } from '../config.ts';
import type { Context } from '../context.ts';
import { catchInterrupts } from '../interrupts.ts';
import { showTime } from '../terminal/terminal.ts';

/**
 * A server that was started for this command serves the preview. With a person at the terminal it does so until they
 * press Ctrl+C or the preview ends; otherwise it goes on behind the command and ends itself with its last preview.
 */
export async function keepPreview(
  { terminal }: Context,
  client: Client,
  preview: Preview,
  isScript: boolean,
): Promise<void> {
  if (isScript || !terminal.isInteractive) {
    return terminal.note(
      `The preview is served in the background until ${showTime(preview.expiresAt)}; stop it with: ${ql} stop`,
    );
  }
  terminal.note('The preview lives until you press Ctrl+C.');
  const interrupts = catchInterrupts();
  try {
    await untilEnded(client, preview.id, interrupts.first);
    if (interrupts.first.aborted) await client.stopPreview(preview.id);
  } finally {
    interrupts.release();
  }
}

async function untilEnded(client: Client, id: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(5_000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || (await client.getPreview(id)).status !== 'running') return;
  }
}
