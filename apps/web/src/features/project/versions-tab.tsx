'use client';

import { Package } from 'lucide-react';
import { ListFrame } from '#components/list-frame.tsx';
import { api } from '#lib/api.ts';
import { versionPages } from '#lib/queries/project-queries.ts';
import { usePages } from '#lib/use-pages.ts';
import { VersionRow } from './version-row.tsx';

/** Each capsule is a version: signed, and never changed afterwards. */
export function VersionsTab({ projectId }: { projectId: string }) {
  const listing = usePages(versionPages(api, projectId));
  return (
    <ListFrame
      label="Versions"
      listing={listing}
      surface="panel"
      empty={{
        icon: Package,
        title: 'No version yet',
        text: 'A run whose every check has passed is packed, signed, and listed here.',
      }}
    >
      {(version, index) => (
        <VersionRow
          version={version}
          previous={listing.rows[index + 1] ?? null}
          isNewest={index === 0}
        />
      )}
    </ListFrame>
  );
}
