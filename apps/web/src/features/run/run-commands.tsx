'use client';

import { type Command, useCommands } from '#components/shell/commands.tsx';
import { api } from '#lib/api.ts';
import { download } from '#lib/download.ts';
import { hasEnded } from '#lib/statuses.ts';
import { capsuleForms, downloadUrl } from './capsule-forms.ts';
import { useCheckpoint } from './use-checkpoint.ts';
import type { Run } from './use-run.ts';
import { useRunAction } from './use-run-action.ts';
import { useVerify } from './use-verification.ts';
import { wasReached } from './was-reached.ts';

type Act = ReturnType<typeof useRunAction>['mutate'];
type RunCommandsProps = {
  run: Run;
  views: readonly { id: string; name: string }[];
  onView: (view: string) => void;
};

/** What can be done to a run, in the command menu whichever of its views is shown. */
export function RunCommands({ run, views, onView }: RunCommandsProps) {
  const { mutate } = useRunAction(run.id);
  const verify = useVerify();
  const { waiting, approve, setShown } = useCheckpoint(run);
  const { capsuleId } = run;
  const decide = (shown: 'change' | 'reject') => {
    onView('overview');
    setShown(shown);
  };
  const group = 'This run';
  useCommands('run', [
    ...(waiting === null
      ? []
      : [
          { id: 'run.approve', name: 'Approve the design', group, run: approve },
          { id: 'run.change', name: 'Change the design', group, run: () => decide('change') },
          { id: 'run.reject', name: 'Reject the design', group, run: () => decide('reject') },
        ]),
    ...(hasEnded(run.status) ? againFrom(run, mutate) : controlsOf(run, mutate)),
    ...(capsuleId === null
      ? []
      : [
          {
            id: 'run.verify',
            name: 'Verify the capsule',
            group,
            run: () => {
              onView('capsule');
              verify(capsuleId);
            },
          },
          ...capsuleForms.map(({ format, name, text }) => ({
            id: `run.download.${format}`,
            name: `Download: ${name}`,
            words: text,
            group,
            run: () => download(downloadUrl(capsuleId, format)),
          })),
        ]),
    ...views.map(({ id, name }) => ({
      id: `run.show.${id}`,
      name: `Show: ${name}`,
      group: 'Views of this run',
      run: () => onView(id),
    })),
  ]);
  return null;
}

function againFrom({ id, stages }: Run, act: Act): Command[] {
  return stages.filter(wasReached).map(({ key, title }) => ({
    id: `run.again.${key}`,
    name: `Run again from ${title}`,
    group: 'This run',
    run: () => act(() => api.retryRun(id, key)),
  }));
}

function controlsOf({ id, status }: Run, act: Act): Command[] {
  const group = 'This run';
  const signal = (type: 'pause' | 'resume') => act(() => api.signalRun(id, { type }));
  return [
    { id: 'run.cancel', name: 'Cancel the run', group, run: () => act(() => api.cancelRun(id)) },
    status === 'paused'
      ? { id: 'run.resume', name: 'Resume the run', group, run: () => signal('resume') }
      : { id: 'run.pause', name: 'Pause the run', group, run: () => signal('pause') },
  ];
}
