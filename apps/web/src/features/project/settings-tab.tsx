'use client';

import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { CopyButton } from '#components/copy-button.tsx';
import { ProjectFields } from '#components/project-fields.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { shortId } from '#lib/format.ts';
import { projectKey, projectsKey } from '#lib/queries/project-queries.ts';
import { useUnsavedGuard } from '#lib/use-unsaved-guard.ts';
import type { Project } from './use-project.ts';

/** Rename, describe, archive, restore. */
export function SettingsTab({ project }: { project: Project }) {
  return (
    <div className="grid max-w-2xl gap-4">
      <DescribePanel project={project} />
      <ArchivePanel project={project} />
    </div>
  );
}

function useProjectAction(projectId: string) {
  return useAction([projectKey(projectId), projectsKey]);
}

function DescribePanel({ project }: { project: Project }) {
  const { id } = project;
  const { mutate, isPending } = useProjectAction(id);
  const [draft, setDraft] = useState({ name: project.name, description: project.description });
  const isChanged = draft.name !== project.name || draft.description !== project.description;
  useUnsavedGuard(isChanged);

  function submit(event: FormEvent) {
    event.preventDefault();
    mutate(() => api.changeProject(id, { ...draft, name: draft.name.trim() }));
  }

  return (
    <Panel>
      <PanelHeader title="Name and description">
        <CopyButton text={id} label="the id of the project">
          {shortId(id)}
        </CopyButton>
      </PanelHeader>
      <form onSubmit={submit} className="grid gap-4 p-3">
        <ProjectFields value={draft} onChange={setDraft} />
        <Button
          type="submit"
          variant="primary"
          className="justify-self-start"
          disabled={isPending || !isChanged || draft.name.trim() === ''}
        >
          {isPending ? 'Saving' : 'Save'}
        </Button>
      </form>
    </Panel>
  );
}

function ArchivePanel({ project: { id, name, archivedAt } }: { project: Project }) {
  const { mutate, isPending } = useProjectAction(id);
  const isArchived = archivedAt !== null;
  const restore = () => mutate(() => api.restoreProject(id));
  useCommands(
    'project-restore',
    isArchived
      ? [{ id: 'project.restore', name: `Restore ${name}`, group: 'This project', run: restore }]
      : [],
  );
  return (
    <Panel>
      <PanelHeader title={isArchived ? 'Restore' : 'Archive'}>
        {isArchived ? (
          <Button size="sm" disabled={isPending} onClick={restore}>
            Restore the project
          </Button>
        ) : (
          <ConfirmDialog
            title={`Archive ${name}`}
            text="No run can be started in it until it is restored. Nothing is deleted."
            act="Archive"
            group="This project"
            onConfirm={() => mutate(() => api.archiveProject(id))}
          >
            <Button size="sm" variant="danger" disabled={isPending}>
              Archive the project
            </Button>
          </ConfirmDialog>
        )}
      </PanelHeader>
      <p className="p-3 text-muted">
        {isArchived
          ? 'It is left out of lists and takes no new run. Its runs, versions and evidence are all there.'
          : 'An archived project is left out of lists and takes no new run. Its runs, versions and evidence stay.'}
      </p>
    </Panel>
  );
}
