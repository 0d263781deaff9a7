'use client';

import { useQuery } from '@tanstack/react-query';
import { Download, PinOff, Sparkles } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { dropKey } from '#lib/queries/drop-queries.ts';
import { runQuery } from '#lib/queries/run-queries.ts';
import { PinDialog } from './pin-dialog.tsx';
import type { Drop } from './use-drop.ts';

/** Take it away, pin it under a name, begin again from the prompt behind it. */
export function DropActions({ drop }: { drop: Drop }) {
  const { id, runId, pin } = drop;
  const { mutate, isPending } = useAction([dropKey(id), ['drops']]);
  const { data: run } = useQuery(runQuery(api, runId));
  return (
    <>
      {pin === null ? (
        <PinDialog dropId={id} />
      ) : (
        <Button disabled={isPending} onClick={() => mutate(() => api.unpinDrop(id))}>
          <PinOff aria-hidden />
          Unpin
        </Button>
      )}
      <Button asChild>
        <a href={`/api/v1/drops/${id}/content`} download aria-label="Download the drop">
          <Download aria-hidden />
          Download
        </a>
      </Button>
      {run !== undefined && (
        <Button asChild variant="primary">
          <Link href={`/?prompt=${encodeURIComponent(run.prompt)}&project=${drop.projectId}`}>
            <Sparkles aria-hidden />
            Use its prompt
          </Link>
        </Button>
      )}
    </>
  );
}
