'use client';

import { ListTree } from 'lucide-react';
import Link from 'next/link';
import { ListFrame } from '#components/list-frame.tsx';
import { RunRow } from '#components/run-row.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#lib/api.ts';
import { runPages } from '#lib/queries/run-queries.ts';
import { isGoingOn } from '#lib/statuses.ts';
import { usePages } from '#lib/use-pages.ts';
import type { Project } from './use-project.ts';

const LIVE_EVERY_MS = 2_000;

export function RunsTab({ project: { id, archivedAt } }: { project: Project }) {
  const listing = usePages(runPages(api, { projectId: id }), {
    isLive: isGoingOn,
    everyMs: LIVE_EVERY_MS,
  });
  return (
    <ListFrame
      label="Runs"
      listing={listing}
      empty={{
        icon: ListTree,
        title: 'No run yet',
        text: 'The first run makes the first version.',
        action: archivedAt === null && (
          <Button asChild variant="primary">
            <Link href={`/?project=${id}`}>Start the first</Link>
          </Button>
        ),
      }}
    >
      {(run) => <RunRow run={run} />}
    </ListFrame>
  );
}
