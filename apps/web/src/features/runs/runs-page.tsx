'use client';

import { ListTree } from 'lucide-react';
import Link from 'next/link';
import { ListFrame } from '#components/list-frame.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { RunRow } from '#components/run-row.tsx';
import { Button } from '#components/ui/button.tsx';
import { Narrowings } from './narrowings.tsx';
import { RunFilters } from './run-filters.tsx';
import { useRuns } from './use-runs.ts';

const NOTHING_FITS = { title: 'No run fits', text: 'Other words, or any status, may find it.' };

/** Every run of every project, newest first. */
export function RunsPage() {
  const { listing, isFiltered, showAll } = useRuns();
  return (
    <>
      <PageHeader title="Runs">
        <Narrowings />
        <RunFilters />
        <Button asChild variant="primary">
          <Link href="/">New</Link>
        </Button>
      </PageHeader>
      <ListFrame
        label="Runs"
        listing={listing}
        filtered={isFiltered ? { ...NOTHING_FITS, onShowAll: showAll } : null}
        empty={{
          icon: ListTree,
          title: 'No run yet',
          text: 'A run turns a sentence into software that was built, tested, signed and started.',
          action: (
            <Button asChild variant="primary">
              <Link href="/">Start the first</Link>
            </Button>
          ),
        }}
      >
        {(run) => <RunRow run={run} />}
      </ListFrame>
    </>
  );
}
