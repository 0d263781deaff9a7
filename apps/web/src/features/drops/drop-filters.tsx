'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';
import { shortId } from '#lib/format.ts';
import { stageNames } from '#lib/stages.ts';
import type { DropFilterState } from './use-drops.ts';

export function DropFilters({ words, stage, project, run, pinned }: DropFilterState) {
  const projects = useQuery({
    queryKey: ['projects'],
    queryFn: () => api.listProjects({ limit: 100 }),
  });
  const [stageKey, setStage] = stage;
  const [projectId, setProject] = project;
  const [runId, setRun] = run;
  const [isPinned, setPinned] = pinned;
  return (
    <>
      <Input
        type="search"
        aria-label="Find by stage or prompt"
        placeholder="Find by stage or prompt"
        value={words.typed}
        onChange={(event) => words.setTyped(event.target.value)}
        className="order-last w-full sm:order-none sm:w-48"
      />
      {runId !== '' && (
        <Button size="sm" onClick={() => setRun('')} aria-label="Show the drops of every run">
          <span className="font-mono">{shortId(runId)}</span>
          <X aria-hidden />
        </Button>
      )}
      <Select
        aria-label="Stage"
        value={stageKey}
        onChange={(event) => setStage(event.target.value)}
        className="w-auto"
      >
        <option value="">Any stage</option>
        {Object.entries(stageNames).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
      {(projects.data?.items.length ?? 0) > 1 && (
        <Select
          aria-label="Project"
          value={projectId}
          onChange={(event) => setProject(event.target.value)}
          className="w-auto max-w-36"
        >
          <option value="">Any project</option>
          {projects.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <label className="flex h-8 cursor-pointer items-center gap-2 text-muted">
        <input
          type="checkbox"
          checked={isPinned !== ''}
          onChange={(event) => setPinned(event.target.checked ? '1' : '')}
          className="size-4 accent-accent"
        />
        Pinned
      </label>
    </>
  );
}
