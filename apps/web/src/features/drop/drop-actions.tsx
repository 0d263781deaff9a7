'use client';

import { useQuery } from '@tanstack/react-query';
import { Download, PinOff, Sparkles } from 'lucide-react';
import Link from 'next/link';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { download } from '#lib/download.ts';
import { dropKey } from '#lib/queries/drop-queries.ts';
import { runQuery } from '#lib/queries/run-queries.ts';
import { type Asked, useAsked } from '#lib/use-asked.ts';
import { useGo } from '#lib/use-go.ts';
import { PinDialog } from './pin-dialog.tsx';
import type { Drop } from './use-drop.ts';

/** Take it away, pin it under a name, begin again from the prompt behind it. */
export function DropActions({ drop }: { drop: Drop }) {
  const { id, runId, pin } = drop;
  const { mutate, isPending } = useAction([dropKey(id), ['drops']]);
  const { data: run } = useQuery(runQuery(api, runId));
  const go = useGo();
  const unpin = () => mutate(() => api.unpinDrop(id));
  const contentUrl = `/api/v1/drops/${id}/content`;
  const asked = useAsked(run);
  const projectUrl = `/?project=${drop.projectId}`;
  const promptUrl = `${projectUrl}&prompt=${encodeURIComponent(asked?.prompt ?? '')}`;

  async function begin() {
    if (asked === null) return;
    if (asked.document === null) return go(promptUrl);
    const { handOver } = await import('#lib/prompt-draft.ts');
    handOver(asked);
    go(projectUrl);
  }

  const group = 'This drop';
  useCommands('drop', [
    ...(pin === null ? [] : [{ id: 'drop.unpin', name: 'Unpin the drop', group, run: unpin }]),
    { id: 'drop.download', name: 'Download the drop', group, run: () => download(contentUrl) },
    ...(asked === null ? [] : [{ id: 'drop.use', name: nameOf(asked), group, run: begin }]),
  ]);
  return (
    <>
      {pin === null ? (
        <PinDialog dropId={id} />
      ) : (
        <Button disabled={isPending} onClick={unpin}>
          <PinOff aria-hidden />
          Unpin
        </Button>
      )}
      <Button asChild>
        <a href={contentUrl} download aria-label="Download the drop">
          <Download aria-hidden />
          Download
        </a>
      </Button>
      {asked?.document === null && (
        <Button asChild variant="primary">
          <Link href={promptUrl}>
            <Sparkles aria-hidden />
            {nameOf(asked)}
          </Link>
        </Button>
      )}
      {asked !== null && asked.document !== null && (
        <Button variant="primary" onClick={begin}>
          <Sparkles aria-hidden />
          {nameOf(asked)}
        </Button>
      )}
    </>
  );
}

function nameOf({ prompt, document }: Asked): string {
  if (document === null) return 'Use its prompt';
  return prompt === null ? 'Use its document' : 'Use its prompt and document';
}
