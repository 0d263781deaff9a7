'use client';

import type { components } from '@quantumlayer/sdk';
import { FolderKanban } from 'lucide-react';
import { ListFrame } from '#components/list-frame.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { SearchInput } from '#components/search-input.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { api } from '#lib/api.ts';
import { projectPages, projectSearchOf } from '#lib/queries/project-queries.ts';
import { isGoingOn } from '#lib/statuses.ts';
import { usePages } from '#lib/use-pages.ts';
import { useUrlSearch } from '#lib/use-url-search.ts';
import { useUrlText } from '#lib/use-url-text.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { NewProjectDialog } from './new-project-dialog.tsx';
import { ProjectRow } from './project-row.tsx';

const LIVE_EVERY_MS = 3_000;
const NOTHING_FITS = {
  title: 'No project fits',
  text: 'It may be archived, or be named otherwise.',
};

/** Every project, with how its last run stands. */
export function ProjectsPage() {
  const [url, showAll] = useUrlSearch();
  const search = projectSearchOf(url);
  const listing = usePages(projectPages(api, search), { isLive, everyMs: LIVE_EVERY_MS });
  return (
    <>
      <PageHeader title="Projects">
        <ProjectFilters />
        <NewProjectDialog />
      </PageHeader>
      <ListFrame
        label="Projects"
        listing={listing}
        filtered={search.q === undefined ? null : { ...NOTHING_FITS, onShowAll: showAll }}
        empty={{
          icon: FolderKanban,
          title: 'No project yet',
          text: 'A project keeps the runs of one piece of software and its versions together.',
        }}
      >
        {(project) => <ProjectRow project={project} />}
      </ListFrame>
    </>
  );
}

function ProjectFilters() {
  const { typed, setTyped } = useUrlText('q');
  const [archived, setArchived] = useUrlValue('archived', '');
  const showArchived = () => setArchived(archived === '' ? '1' : '');
  const archivedName = archived === '' ? 'Show archived projects too' : 'Show open projects only';
  useCommands('project-filters', [
    { id: 'projects.archived', name: archivedName, group: 'Projects', run: showArchived },
  ]);
  return (
    <>
      <SearchInput
        label="Find a project"
        value={typed}
        onType={setTyped}
        className="order-last w-full sm:order-none sm:w-44"
      />
      <label className="flex h-8 cursor-pointer items-center gap-2 text-muted">
        <input
          type="checkbox"
          checked={archived !== ''}
          onChange={showArchived}
          className="size-4 accent-accent"
        />
        Archived too
      </label>
    </>
  );
}

function isLive({ runs }: components['schemas']['Project']): boolean {
  return runs.last !== null && isGoingOn(runs.last);
}
