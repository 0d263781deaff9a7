'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ValueFields, type Values } from '#components/changes/value-fields.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { DialogClose, DialogContent } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { newKey } from '#lib/new-key.ts';
import { useDebounced } from '#lib/use-debounced.ts';

const PAUSE_MS = 400;

type RestoreDialogProps = { version: { id: string; number: number; projectId: string } };

/** What bringing a version back would cost the data, and what rows need for it, before anybody decides. */
export function RestoreDialog({ version: { id, number, projectId } }: RestoreDialogProps) {
  const router = useRouter();
  const [values, setValues] = useState<Values>({});
  const settled = useDebounced(values, PAUSE_MS);
  const { data, error } = useQuery({
    queryKey: ['restore', projectId, id, settled],
    queryFn: () => api.showChanges(projectId, { restored: id, values: settled }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { mutate, isPending } = useAction([['runs'], ['project', projectId]]);
  const schema = data?.changes.schema;
  const isReady = settled === values && schema?.unfilled.length === 0 && error === null;
  return (
    <DialogContent
      title={`Restore version ${number}`}
      description="A run builds it anew, tests it and signs it as the newest version. No newer version is changed or lost."
    >
      {error !== null && <ProblemNotice error={error} />}
      {schema === undefined && error === null && <Skeleton className="h-10" />}
      {data !== undefined && schema !== undefined && (
        <div className="grid gap-3">
          <Cost losses={schema.losses} hasMigration={schema.migration !== null} />
          <ValueFields
            blueprint={data.reading.blueprint}
            unfilled={schema.unfilled}
            values={values}
            onChange={setValues}
          />
        </div>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <DialogClose asChild>
          <Button>Not now</Button>
        </DialogClose>
        <Button
          variant="primary"
          disabled={!isReady || isPending}
          onClick={() =>
            mutate(async () => {
              const run = await api.restoreVersion(projectId, id, { values }, newKey());
              router.push(`/runs/${run.id}`);
            })
          }
        >
          Restore it
        </Button>
      </div>
    </DialogContent>
  );
}

function Cost({ losses, hasMigration }: { losses: readonly string[]; hasMigration: boolean }) {
  if (losses.length > 0) {
    return (
      <p>
        An app that is moved to it drops, with all that is in it:{' '}
        <code className="break-words font-mono text-xs">{losses.join(', ')}</code>
      </p>
    );
  }
  return (
    <p className="text-muted">
      {hasMigration
        ? 'The rows of an app that is moved to it stay.'
        : 'The database stays as it is.'}
    </p>
  );
}
