'use client';

import { Undo2 } from 'lucide-react';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';

type PromptNoticesProps = {
  /** The prompt before the last answer; null when nothing is to be taken back. */
  before: string | null;
  onUndo: (prompt: string) => void;
  /** What was in the box before something else was put into it; empty when there is none. */
  earlier: string;
  onRestore: () => void;
  onForget: () => void;
};

/** Nothing that somebody wrote gets lost: an answer can be taken back, an earlier draft brought back. */
export function PromptNotices({
  before,
  onUndo,
  earlier,
  onRestore,
  onForget,
}: PromptNoticesProps) {
  const group = 'New run';
  useCommands('prompt-notices', [
    ...(before === null
      ? []
      : [{ id: 'new.undo', name: 'Take the answer back', group, run: () => onUndo(before) }]),
    ...(earlier === ''
      ? []
      : [
          { id: 'new.restore', name: 'Bring the earlier draft back', group, run: onRestore },
          { id: 'new.forget', name: 'Forget the earlier draft', group, run: onForget },
        ]),
  ]);
  return (
    <div role="status" className="grid gap-2 empty:hidden">
      {before !== null && (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          Your answer is in the prompt, which was read again.
          <Button size="sm" onClick={() => onUndo(before)}>
            <Undo2 aria-hidden />
            Take it back
          </Button>
        </p>
      )}
      {earlier !== '' && (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          What you were writing before is kept.
          <Button size="sm" title={earlier} onClick={onRestore}>
            Bring it back
          </Button>
          <Button size="sm" variant="ghost" onClick={onForget}>
            Forget it
          </Button>
        </p>
      )}
    </div>
  );
}
