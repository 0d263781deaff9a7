'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { CopyButton } from '#components/copy-button.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { signingKeysQuery } from '#lib/queries/settings-queries.ts';

const SHOWN_DIGITS = 16;

/** All keys there ever were: a retired one still verifies what it signed. */
export function SigningKeysPanel() {
  const { data, error, refetch } = useQuery(signingKeysQuery(api));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-24" />;
  return (
    <Panel>
      <PanelHeader title="Every signing key">
        <RotateButton />
      </PanelHeader>
      <ul className="divide-y divide-line">
        {[...data.items]
          .reverse()
          .map(({ keyId, createdAt, createdBy, retiredAt, publicKeyPem }) => (
            <li key={keyId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <CopyButton text={keyId} label="the fingerprint" className="text-ink">
                {`${keyId.slice(0, SHOWN_DIGITS)}…`}
              </CopyButton>
              <Chip tone={retiredAt === null ? 'succeeded' : 'queued'}>
                {retiredAt === null ? 'Signs now' : 'Retired'}
              </Chip>
              <span className="mr-auto text-muted text-xs">
                made <TimeAgo at={createdAt} /> by {createdBy}
                {retiredAt !== null && (
                  <>
                    , retired <TimeAgo at={retiredAt} />
                  </>
                )}
              </span>
              <CopyButton
                text={publicKeyPem}
                label={`the public key ${keyId.slice(0, SHOWN_DIGITS)}`}
                className="size-7 justify-center"
              />
            </li>
          ))}
      </ul>
    </Panel>
  );
}

function RotateButton() {
  const { mutate, isPending } = useAction([['signing-keys'], ['signing-key']]);
  return (
    <ConfirmDialog
      title="Rotate the signing key"
      text="Capsules are signed with a new key from now on: give its public half to whoever verifies them. The old key is retired and still verifies what it signed."
      act="Rotate the key"
      group="Settings"
      onConfirm={() => mutate(() => api.rotateSigningKey())}
    >
      <Button size="sm" disabled={isPending}>
        <RefreshCw aria-hidden />
        {isPending ? 'Rotating' : 'Rotate'}
      </Button>
    </ConfirmDialog>
  );
}
