'use client';

import type { components } from '@quantumlayer/sdk';
import {
  Download,
  FileText,
  GitCompare,
  Hand,
  History,
  MessageSquareText,
  SquarePen,
  WandSparkles,
} from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogTrigger } from '#components/ui/dialog.tsx';
import { download } from '#lib/download.ts';
import { formatBytes, shortDigest } from '#lib/format.ts';
import { useGo } from '#lib/use-go.ts';
import { PushBack } from './push-back.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

type SoftwareVersion = components['schemas']['SoftwareVersion'];

type VersionRowProps = {
  version: SoftwareVersion;
  /** The one before it, where it is known. */
  previous: SoftwareVersion | null;
  isNewest: boolean;
};

export function VersionRow({ version, previous, isNewest }: VersionRowProps) {
  const { number, name, runId, codeDigest, size, createdAt, change } = version;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="w-8 font-medium text-muted">v{number}</span>
        <Link
          href={`/runs/${runId}?view=capsule`}
          className="min-w-0 truncate font-medium hover:text-accent"
        >
          {name}
        </Link>
        {isNewest && <Chip tone="succeeded">Newest</Chip>}
        <span className="ml-auto flex flex-wrap items-center gap-x-4 text-muted text-xs">
          <CopyButton text={codeDigest} label="the digest of the code">
            {shortDigest(codeDigest)}
          </CopyButton>
          <span className="sm:w-16 sm:text-right">{formatBytes(size)}</span>
          <TimeAgo at={createdAt} className="sm:w-20 sm:text-right" />
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 sm:pl-11">
        {change !== null && <VersionChange change={change} />}
        <span className="flex flex-wrap gap-2 sm:ml-auto">
          <VersionActions version={version} previous={previous} isNewest={isNewest} />
        </span>
      </div>
    </div>
  );
}

const ORIGINS = {
  prompt: { icon: MessageSquareText, name: 'by a prompt' },
  document: { icon: FileText, name: 'by a document' },
  form: { icon: SquarePen, name: 'in the form' },
  'hand-edit': { icon: Hand, name: 'by hand' },
  restore: { icon: History, name: 'brought back' },
} as const;

/** Who or what made it what it is. */
function VersionChange({ change }: { change: NonNullable<SoftwareVersion['change']> }) {
  const { icon: Icon, name } = ORIGINS[change.kind];
  return (
    <span
      className="flex min-w-0 flex-1 basis-48 items-center gap-1.5 text-muted text-xs"
      title={change.text}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="shrink-0">{name}</span>
      <span className="truncate">{change.text}</span>
    </span>
  );
}

function VersionActions({ version, previous, isNewest }: VersionRowProps) {
  const { id, number, projectId } = version;
  const go = useGo();
  const compareUrl = `/projects/${projectId}/compare?from=${previous?.id}&to=${id}`;
  const changeUrl = `/projects/${projectId}/change?base=${id}`;
  const codeUrl = `/api/v1/capsules/${id}/download?format=zip`;
  const group = 'Versions';
  useCommands(`version ${id}`, [
    ...(previous === null
      ? []
      : [
          {
            id: `compare ${id}`,
            name: `Compare version ${number} with the one before`,
            group,
            run: () => go(compareUrl),
          },
        ]),
    {
      id: `change ${id}`,
      name: `Change version ${number}`,
      group,
      run: () => go(changeUrl),
    },
    {
      id: `code ${id}`,
      name: `Download the code of version ${number}`,
      group,
      run: () => download(codeUrl),
    },
  ]);
  return (
    <>
      <Button asChild size="sm">
        <Link href={changeUrl}>
          <WandSparkles aria-hidden />
          Change<span className="sr-only"> version {number}</span>
        </Link>
      </Button>
      <PushBack version={version} />
      {previous !== null && (
        <Button asChild size="sm">
          <Link href={compareUrl}>
            <GitCompare aria-hidden />
            Compare<span className="sr-only"> version {number} with the one before</span>
          </Link>
        </Button>
      )}
      {!isNewest && <RestoreButton version={version} />}
      <Button asChild size="sm">
        <a href={codeUrl} download>
          <Download aria-hidden />
          Code<span className="sr-only"> of version {number} as a zip</span>
        </a>
      </Button>
    </>
  );
}

/** Builds it anew as the newest version; nothing that came after it is touched. */
function RestoreButton({ version }: { version: SoftwareVersion }) {
  const { id, number } = version;
  const [isOpen, setIsOpen] = useState(false);
  useCommands(`restore ${id}`, [
    {
      id: `restore ${id}`,
      name: `Restore version ${number}`,
      group: 'Versions',
      run: () => setIsOpen(true),
    },
  ]);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <History aria-hidden />
          Restore<span className="sr-only"> version {number}</span>
        </Button>
      </DialogTrigger>
      {isOpen && <RestoreDialog version={version} />}
    </Dialog>
  );
}
