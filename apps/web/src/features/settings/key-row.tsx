'use client';

import type { components } from '@quantumlayer/sdk';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { apiKeysKey } from '#lib/queries/settings-queries.ts';
import { useNow } from '#lib/use-now.ts';

const EVERY_MS = 60_000;

type KeyRowProps = { apiKey: components['schemas']['ApiKey']; isLast: boolean };

export function KeyRow({ apiKey, isLast }: KeyRowProps) {
  const { id, name, prefix, createdAt, lastUsedAt, expiresAt } = apiKey;
  const { mutate, isPending } = useAction([apiKeysKey]);
  const now = useNow(EVERY_MS);
  const isExpired = expiresAt !== null && now !== null && Date.parse(expiresAt) < now.getTime();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          <code className="font-mono text-muted text-xs">{prefix}…</code>
        </p>
        <p className="flex flex-wrap gap-x-3 text-muted text-xs">
          <span>
            created <TimeAgo at={createdAt} />
          </span>
          <span>
            {lastUsedAt === null ? (
              'never used'
            ) : (
              <>
                used <TimeAgo at={lastUsedAt} />
              </>
            )}
          </span>
          <span>
            {expiresAt === null ? (
              'no end'
            ) : (
              <>
                {isExpired ? 'ended' : 'ends'} <TimeAgo at={expiresAt} />
              </>
            )}
          </span>
        </p>
      </div>
      {isExpired && <Chip tone="failed">Expired</Chip>}
      <ConfirmDialog
        title={`Revoke ${name}`}
        text={
          isLast
            ? 'It is the last key: the command line needs another one before this one can go.'
            : 'Whatever uses it is refused from now on. This cannot be undone.'
        }
        act="Revoke the key"
        group="Settings"
        onConfirm={() => mutate(() => api.revokeApiKey(id))}
      >
        <Button size="sm" variant="danger" disabled={isPending} aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      </ConfirmDialog>
    </li>
  );
}
