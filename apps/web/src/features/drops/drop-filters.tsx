'use client';

import { X } from 'lucide-react';
import { ProjectFilter } from '#components/project-filter.tsx';
import { SearchInput } from '#components/search-input.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/input.tsx';
import { shortId } from '#lib/format.ts';
import { stageNames } from '#lib/stages.ts';
import { useUrlText } from '#lib/use-url-text.ts';
import { useUrlValue } from '#lib/use-url-value.ts';

/** What of the list is shown; all of it stands in the URL. */
export function DropFilters() {
  const { typed, setTyped } = useUrlText('q');
  const [stage, setStage] = useUrlValue('stage', '');
  const [projectId, setProjectId] = useUrlValue('project', '');
  const [runId, setRun] = useUrlValue('run', '');
  const [pinned, setPinned] = useUrlValue('pinned', '');
  const showPinned = () => setPinned(pinned === '' ? '1' : '');
  const pinnedName =
    pinned === '' ? 'Show pinned drops only' : 'Show drops that are not pinned too';
  useCommands('drop-filters', [
    { id: 'drops.pinned', name: pinnedName, group: 'Drops', run: showPinned },
  ]);
  return (
    <>
      <SearchInput
        label="Find by stage or prompt"
        value={typed}
        onType={setTyped}
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
        value={stage}
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
      <ProjectFilter value={projectId} onChange={setProjectId} every="Any project" />
      <label className="flex h-8 cursor-pointer items-center gap-2 text-muted">
        <input
          type="checkbox"
          checked={pinned !== ''}
          onChange={showPinned}
          className="size-4 accent-accent"
        />
        Pinned
      </label>
    </>
  );
}
