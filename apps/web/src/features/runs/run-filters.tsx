'use client';

import { ProjectFilter } from '#components/project-filter.tsx';
import { SearchInput } from '#components/search-input.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Select } from '#components/ui/input.tsx';
import { judgedStatuses, nameOf, runStatuses } from '#lib/statuses.ts';
import { useUrlText } from '#lib/use-url-text.ts';
import { useUrlValue } from '#lib/use-url-value.ts';

/** What of the list is shown; all of it stands in the URL. */
export function RunFilters() {
  const [status, setStatus] = useUrlValue('status', '');
  const [projectId, setProjectId] = useUrlValue('project', '');
  const { typed, setTyped } = useUrlText('q');
  const group = 'Runs';
  useCommands('run-filters', [
    { id: 'runs.any', name: 'Show runs of any status', group, run: () => setStatus('') },
    ...runStatuses.map((one) => ({
      id: `runs.${one}`,
      name: `Show runs that are: ${nameOf(one)}`,
      group,
      run: () => setStatus(one),
    })),
  ]);
  return (
    <>
      <SearchInput label="Find in prompts" value={typed} onType={setTyped} className="w-44" />
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
      <ProjectFilter value={projectId} onChange={setProjectId} every="Any project" />
    </>
  );
}
