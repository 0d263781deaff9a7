'use client';

import { Check, Split } from 'lucide-react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import {
  type Choice,
  type Conflict,
  countOpen,
  keyOf,
  readChoices,
  toResolutions,
} from '#lib/conflict-choices.ts';
import { formatCount } from '#lib/format.ts';
import { useDraft } from '#lib/use-draft.ts';
import { ConflictFile } from './conflict-file.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { useCheckpoint } from './use-checkpoint.ts';
import { useDropJson } from './use-drop-json.ts';
import type { Run } from './use-run.ts';

/** Where hand edits meet what is generated now: a person decides each place, and nothing is overwritten. */
export function ConflictsPanel({ run }: { run: Run }) {
  const { shown, setShown, isPending, reject, modify } = useCheckpoint(run);
  const merge = run.stages.find(({ key }) => key === 'merge');
  const { data, error, refetch } = useDropJson<{ conflicts: Conflict[] }>(merge?.dropId ?? null);
  const [stored, store] = useDraft(`quantumlayer.conflicts.${run.id}`);
  const choices = readChoices(stored);
  const conflicts = data?.conflicts ?? [];
  const open = countOpen(conflicts, choices);
  const choose = (path: string, index: number, choice: Choice) =>
    store(JSON.stringify({ ...choices, [keyOf(path, index)]: choice }));
  const chooseAll = (choice: Choice) => {
    const keys = conflicts.flatMap(({ path, chunks }) =>
      chunks.filter(({ kind }) => kind === 'conflict').map((_, index) => keyOf(path, index)),
    );
    store(JSON.stringify(Object.fromEntries(keys.map((key) => [key, choices[key] ?? choice]))));
  };
  return (
    <section aria-label="Waiting for you" className="rounded-lg border border-line bg-waiting-soft">
      <div className="flex flex-wrap items-center gap-3 p-4">
        <Split aria-hidden className="size-4 shrink-0 text-waiting" />
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-medium">Your edits and this change meet</h2>
          <p className="text-muted" role="status">
            {data === undefined
              ? 'The places are read.'
              : `${formatCount(conflicts.length, 'file')}, ${open === 0 ? 'every place is decided' : `${formatCount(open, 'place')} to decide`}. Nothing is overwritten before you say so.`}
          </p>
        </div>
        <Button
          variant="primary"
          disabled={isPending || data === undefined || open > 0}
          onClick={() => modify(toResolutions(conflicts, choices))}
        >
          <Check aria-hidden />
          Go on with these
        </Button>
        <RejectDialog
          isOpen={shown === 'reject'}
          onOpenChange={(isOpen) => setShown(isOpen ? 'reject' : '')}
          onReject={reject}
          title="Give the change up"
        />
      </div>
      <div className="grid gap-4 rounded-b-lg border-line border-t bg-surface p-4">
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton className="h-64" />}
        {open > 1 && (
          <p className="flex flex-wrap items-center gap-2 text-muted">
            What is still open:
            <Button size="sm" onClick={() => chooseAll('mine')}>
              Take mine everywhere
            </Button>
            <Button size="sm" onClick={() => chooseAll('generated')}>
              Take the generated everywhere
            </Button>
          </p>
        )}
        {conflicts.map((conflict) => (
          <ConflictFile
            key={conflict.path}
            conflict={conflict}
            choices={choices}
            onChoose={choose}
          />
        ))}
      </div>
    </section>
  );
}
