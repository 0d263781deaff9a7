'use client';

import { Droplet, GitCompare, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { LoadingRows } from '#components/loading-rows.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { ShowMore } from '#components/show-more.tsx';
import { Button } from '#components/ui/button.tsx';
import { DropFilters } from './drop-filters.tsx';
import { DropRow } from './drop-row.tsx';
import { useDrops } from './use-drops.ts';

/** What every stage of every run has left. */
export function DropsPage() {
  const { query, rows, isFiltered, filters } = useDrops();
  const [picked, setPicked] = useState<readonly string[]>([]);

  /** Two can be compared; a third takes the place of the first. */
  function pick(id: string, isPicked: boolean) {
    setPicked((before) =>
      isPicked ? [...before, id].slice(-2) : before.filter((one) => one !== id),
    );
  }

  return (
    <>
      <PageHeader title="Drops">
        <DropFilters {...filters} />
        <CompareButton picked={picked} />
      </PageHeader>
      {query.error !== null && (
        <div className="p-4">
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && <LoadingRows label="drops" />}
      {query.data !== undefined && rows.length === 0 && <Nothing isFiltered={isFiltered} />}
      <ul aria-label="Drops">
        {rows.map((drop) => (
          <DropRow
            key={drop.id}
            drop={drop}
            isPicked={picked.includes(drop.id)}
            onPick={(isPicked) => pick(drop.id, isPicked)}
          />
        ))}
      </ul>
      <ShowMore query={query} />
    </>
  );
}

function CompareButton({ picked }: { picked: readonly string[] }) {
  const [to, from] = picked;
  if (to === undefined || from === undefined) {
    return (
      <Button disabled title="Choose two with the boxes before them">
        <GitCompare aria-hidden />
        Compare
      </Button>
    );
  }
  return (
    <Button asChild variant="primary">
      <Link href={`/drops/compare?from=${from}&to=${to}`}>
        <GitCompare aria-hidden />
        Compare
      </Link>
    </Button>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No drop fits"
        text="Other words, or any stage, may find it."
      >
        <Button asChild>
          <a href="/drops">Show all drops</a>
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Droplet}
      title="No drop yet"
      text="Each stage of a run leaves its work here, as a version that can be read, compared and pinned."
    >
      <Button asChild variant="primary">
        <Link href="/">Start a run</Link>
      </Button>
    </EmptyState>
  );
}
