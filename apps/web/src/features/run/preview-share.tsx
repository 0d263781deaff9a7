'use client';

import { Globe, House, RefreshCcwDot, Share2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '#lib/api.ts';
import { type Preview, usePreviewAction } from './use-preview-action.ts';

/** The link, until when it works and for whom, and the way to take it back. */
export function PreviewShare({ preview }: { preview: Preview }) {
  const { id, url, reach, expiresAt } = preview;
  const { mutate, isPending } = usePreviewAction(id);
  const toast = useToast();
  const renew = () =>
    mutate(() => api.renewPreviewAddress(id), {
      onSuccess: () =>
        toast({ title: 'The preview has a new address', text: 'Links given before stop working.' }),
    });
  const [isOpen, setIsOpen] = useState(false);
  const group = 'Preview';
  useCommands('preview-share', [
    { id: 'preview.share', name: 'Share the preview', group, run: () => setIsOpen(true) },
    { id: 'preview.renew', name: 'Give the preview a new address', group, run: renew },
  ]);
  const Icon = reach === 'network' ? Globe : House;
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <Share2 aria-hidden />
          Share
        </Button>
      </DialogTrigger>
      <DialogContent title="Share the preview">
        <div className="grid gap-4">
          <CopyButton
            text={url}
            label="the link"
            className="min-w-0 justify-between gap-3 break-all rounded-md border border-line-strong bg-sunken px-3 py-2 text-left text-ink"
          >
            {url}
          </CopyButton>
          <p className="flex gap-2">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-subtle" />
            <span>
              {reach === 'network' ? (
                'Everybody who has this link and reaches the factory can open it, without signing in.'
              ) : (
                <>
                  It opens in every browser on the machine of the factory, and nowhere else.{' '}
                  <Link
                    href="/developers/guides/configuration"
                    className="font-medium text-accent hover:underline"
                  >
                    PREVIEW_URL
                  </Link>{' '}
                  lets other machines in.
                </>
              )}{' '}
              <span className="text-muted">
                It ends <TimeAgo at={expiresAt} />.
              </span>
            </span>
          </p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-4">
            <p className="min-w-0 flex-1 basis-52 text-muted">
              A new address withdraws this one: links given before stop working at once. The app and
              its data stay.
            </p>
            <Button disabled={isPending} onClick={renew}>
              <RefreshCcwDot aria-hidden />
              New address
            </Button>
          </div>
        </div>
      </DialogContent>
    </Dialog>
  );
}
