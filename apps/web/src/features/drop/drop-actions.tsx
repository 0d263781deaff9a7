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
  const promptUrl = `/?prompt=${encodeURIComponent(run?.prompt ?? '')}&project=${drop.projectId}`;
  const group = 'This drop';
  useCommands('drop', [
    ...(pin === null ? [] : [{ id: 'drop.unpin', name: 'Unpin the drop', group, run: unpin }]),
    { id: 'drop.download', name: 'Download the drop', group, run: () => download(contentUrl) },
    ...(run === undefined
      ? []
      : [{ id: 'drop.use', name: 'Use its prompt', group, run: () => go(promptUrl) }]),
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
      {run !== undefined && (
        <Button asChild variant="primary">
          <Link href={promptUrl}>
            <Sparkles aria-hidden />
            Use its prompt
          </Link>
        </Button>
      )}
    </>
  );
}
