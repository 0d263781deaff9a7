'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Input, Select } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';
import { judgedStatuses, nameOf, runStatuses } from '#lib/statuses.ts';
import { useDebounced } from '#lib/use-debounced.ts';
import { useUrlValue } from '#lib/use-url-value.ts';

const PAUSE_MS = 250;

/** What of the list is shown; all of it stands in the URL. */
export function RunFilters() {
  const [status, setStatus] = useUrlValue('status', '');
  const [words, setWords] = useUrlValue('q', '');
  const [typed, setTyped] = useState(words);
  const settled = useDebounced(typed, PAUSE_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed goes into the URL.
  useEffect(() => {
    if (settled !== words) setWords(settled);
  }, [settled]);

  return (
    <>
      <Input
        type="search"
        aria-label="Find in prompts"
        placeholder="Find in prompts"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="w-44"
      />
      <Select
        aria-label="Status"
        value={status}
        onChange={(event) => setStatus(event.target.value)}
        className="w-auto"
      >
        <option value="">Any status</option>
        {runStatuses.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
        <option value={judgedStatuses}>Succeeded or failed</option>
      </Select>
      <ProjectFilter />
    </>
  );
}

/** Shown when there is something to choose. */
function ProjectFilter() {
  const [projectId, setProjectId] = useUrlValue('project', '');
  const { data } = useQuery({
    queryKey: ['projects'],
    queryFn: () => api.listProjects({ limit: 100 }),
  });
  if ((data?.items.length ?? 0) < 2) return null;
  return (
    <Select
      aria-label="Project"
      value={projectId}
      onChange={(event) => setProjectId(event.target.value)}
      className="w-auto max-w-44"
    >
      <option value="">Any project</option>
      {data?.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
