'use client';

import { useQuery } from '@tanstack/react-query';
import { Download, PinOff, Sparkles } from 'lucide-react';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { download } from '#lib/download.ts';
import { dropKey } from '#lib/queries/drop-queries.ts';
import { runQuery } from '#lib/queries/run-queries.ts';
import { isInWords, useAskAgain } from '#lib/use-ask-again.ts';
import { type Asked, useAsked } from '#lib/use-asked.ts';
import { PinDialog } from './pin-dialog.tsx';
import type { Drop } from './use-drop.ts';

/** Take it away, pin it under a name, begin again from the prompt behind it. */
export function DropActions({ drop }: { drop: Drop }) {
  const { id, runId, pin } = drop;
  const { mutate, isPending } = useAction([dropKey(id), ['drops']]);
  const { data: run } = useQuery(runQuery(api, runId));
  const unpin = () => mutate(() => api.unpinDrop(id));
  const contentUrl = `/api/v1/drops/${id}/content`;
  const asked = useAsked(run);
  const askAgain = useAskAgain(drop.projectId);
  const again =
    asked === null || !isInWords(asked)
      ? null
      : { name: nameOf(asked), run: () => askAgain(asked) };

  const group = 'This drop';
  useCommands('drop', [
    ...(pin === null ? [] : [{ id: 'drop.unpin', name: 'Unpin the drop', group, run: unpin }]),
    { id: 'drop.download', name: 'Download the drop', group, run: () => download(contentUrl) },
    ...(again === null ? [] : [{ id: 'drop.use', group, ...again }]),
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
      {again !== null && (
        <Button variant="primary" onClick={again.run}>
          <Sparkles aria-hidden />
          {again.name}
        </Button>
      )}
    </>
  );
}

function nameOf({ prompt, document, change }: Asked): string {
  if (change !== null) return 'Change it in these words';
  if (document === null) return 'Use its prompt';
  return prompt === null ? 'Use its document' : 'Use its prompt and document';
}
