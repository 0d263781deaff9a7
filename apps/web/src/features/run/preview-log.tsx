'use client';

import { useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';

const LOOK_EVERY_MS = 2_000;

/** What the app wrote last, while it writes; also after its end. */
export function PreviewLog({ previewId }: { previewId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const show = () => setIsOpen(true);
  useCommands('preview-log', [
    { id: 'preview.log', name: 'Show the log of the app', group: 'Preview', run: show },
  ]);
  const { data, error, refetch } = useQuery({
    queryKey: ['preview-log', previewId],
    queryFn: () => api.getPreviewLogs(previewId),
    enabled: isOpen,
    refetchInterval: LOOK_EVERY_MS,
  });
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <ScrollText aria-hidden />
          Log
        </Button>
      </DialogTrigger>
      <DialogContent title="Log of the app" className="w-[min(60rem,calc(100vw-2rem))]">
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton className="h-40" />}
        {data !== undefined && (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <p className="flex justify-between gap-3 text-muted">
              The last 64 KB that it wrote
              <CopyButton text={data} label="the log" />
            </p>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
              tabIndex={0}
              className="max-h-[52vh] min-h-40 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-sunken p-3 font-mono text-xs leading-5"
            >
              {data === '' ? 'It has written nothing yet.' : data}
            </pre>
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
