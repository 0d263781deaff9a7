'use client';

import { Droplet, GitCompare } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { ListFrame } from '#components/list-frame.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { useGo } from '#lib/use-go.ts';
import { DropFilters } from './drop-filters.tsx';
import { DropRow } from './drop-row.tsx';
import { useDrops } from './use-drops.ts';

const NOTHING_FITS = { title: 'No drop fits', text: 'Other words, or any stage, may find it.' };

/** What every stage of every run has left. */
export function DropsPage() {
  const { listing, isFiltered, showAll } = useDrops();
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
        <DropFilters />
        <CompareButton picked={picked} />
      </PageHeader>
      <ListFrame
        label="Drops"
        listing={listing}
        filtered={isFiltered ? { ...NOTHING_FITS, onShowAll: showAll } : null}
        empty={{
          icon: Droplet,
          title: 'No drop yet',
          text: 'Each stage of a run leaves its work here, as a version that can be read, compared and pinned.',
          action: (
            <Button asChild variant="primary">
              <Link href="/">Start a run</Link>
            </Button>
          ),
        }}
      >
        {(drop) => (
          <DropRow
            drop={drop}
            isPicked={picked.includes(drop.id)}
            onPick={(isPicked) => pick(drop.id, isPicked)}
          />
        )}
      </ListFrame>
    </>
  );
}

function CompareButton({ picked }: { picked: readonly string[] }) {
  const [to, from] = picked;
  const go = useGo();
  const url = `/drops/compare?from=${from}&to=${to}`;
  useCommands(
    'drops-compare',
    picked.length < 2
      ? []
      : [{ id: 'drops.compare', name: 'Compare the two', group: 'Drops', run: () => go(url) }],
  );
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
      <Link href={url}>
        <GitCompare aria-hidden />
        Compare
      </Link>
    </Button>
  );
}
