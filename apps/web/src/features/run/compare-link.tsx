'use client';

import { useQuery } from '@tanstack/react-query';
import { FileDiff } from 'lucide-react';
import Link from 'next/link';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#lib/api.ts';
import { useGo } from '#lib/use-go.ts';

type CompareLinkProps = { projectId: string; capsuleId: string };

const LOOKED_AT = 100;

/** To what changed since the version before; nothing for the first version. */
export function CompareLink({ projectId, capsuleId }: CompareLinkProps) {
  const { data } = useQuery({
    queryKey: ['versions-around', projectId, capsuleId],
    queryFn: () => api.listVersions(projectId, { limit: LOOKED_AT }),
  });
  const versions = data?.items ?? [];
  const at = versions.findIndex(({ id }) => id === capsuleId);
  const [version, previous] = [versions[at], versions[at + 1]];
  const go = useGo();
  const url = `/projects/${projectId}/compare?from=${previous?.id}&to=${capsuleId}`;
  const hasBoth = version !== undefined && previous !== undefined;
  useCommands(
    'compare-link',
    hasBoth
      ? [
          {
            id: 'run.compare',
            name: `Compare with version ${previous.number}`,
            group: 'This run',
            run: () => go(url),
          },
        ]
      : [],
  );
  if (!hasBoth) return null;
  return (
    <p className="flex flex-wrap items-center justify-between gap-2 rounded-lg border border-line bg-surface px-3 py-2">
      <span className="text-muted">
        These files are version {version.number} of the project's software.
      </span>
      <Button asChild size="sm">
        <Link href={url}>
          <FileDiff aria-hidden />
          Compare with version {previous.number}
        </Link>
      </Button>
    </p>
  );
}
