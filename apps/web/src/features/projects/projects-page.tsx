'use client';

import type { components } from '@quantumlayer/sdk';
import { FolderKanban, SearchX } from 'lucide-react';
import { EmptyState } from '#components/empty-state.tsx';
import { LoadingRows } from '#components/loading-rows.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { ShowMore } from '#components/show-more.tsx';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';
import { hasEnded } from '#lib/statuses.ts';
import { usePages } from '#lib/use-pages.ts';
import { useUrlText } from '#lib/use-url-text.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { NewProjectDialog } from './new-project-dialog.tsx';
import { ProjectRow } from './project-row.tsx';

type Project = components['schemas']['Project'];

const LIVE_EVERY_MS = 3_000;

/** Every project, with how its last run stands. */
export function ProjectsPage() {
  const { typed, setTyped, settled: words } = useUrlText('q');
  const [archived, setArchived] = useUrlValue('archived', '');
  const withArchived = archived !== '';
  const { query, rows } = usePages(
    ['projects', 'list', withArchived],
    (page) => api.listProjects({ ...page, archived: withArchived }),
    (projects) => (projects.some(isLive) ? LIVE_EVERY_MS : false),
  );
  const wanted = words.toLowerCase();
  const shown = rows.filter(({ name, description }) =>
    `${name} ${description}`.toLowerCase().includes(wanted),
  );

  return (
    <>
      <PageHeader title="Projects">
        <Input
          type="search"
          aria-label="Find a project"
          placeholder="Find a project"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="order-last w-full sm:order-none sm:w-44"
        />
        <label className="flex h-8 cursor-pointer items-center gap-2 text-muted">
          <input
            type="checkbox"
            checked={withArchived}
            onChange={(event) => setArchived(event.target.checked ? '1' : '')}
            className="size-4 accent-accent"
          />
          Archived too
        </label>
        <NewProjectDialog />
      </PageHeader>
      {query.error !== null && (
        <div className="p-4">
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && <LoadingRows label="projects" />}
      {query.data !== undefined && shown.length === 0 && (
        <Nothing isFiltered={words !== ''} onShowAll={() => setTyped('')} />
      )}
      <ul aria-label="Projects">
        {shown.map((project) => (
          <ProjectRow key={project.id} project={project} />
        ))}
      </ul>
      <ShowMore query={query} />
    </>
  );
}

function isLive({ runs }: Project): boolean {
  return runs.last !== null && !hasEnded(runs.last.status);
}

function Nothing({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No project fits"
        text="It may be archived, or be named otherwise."
      >
        <Button onClick={onShowAll}>Show all projects</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={FolderKanban}
      title="No project yet"
      text="A project keeps the runs of one piece of software and its versions together."
    />
  );
}
