'use client';

import { CircleHelp, Lightbulb, MessageCircleQuestion, Undo2 } from 'lucide-react';
import { OutOfScope } from '#components/out-of-scope.tsx';
import { type Remark, RemarkCard, RemarkList } from '#components/remark-card.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { toUnread, UnreadList } from '#components/unread-list.tsx';
import { useAskAgain } from '#lib/use-ask-again.ts';
import { openRemarks } from './open-remarks.ts';
import { useBuiltBlueprint } from './use-built-blueprint.ts';
import { useOwnAnswers } from './use-own-answers.ts';
import type { Run } from './use-run.ts';

/** What was left out, asked and assumed, each with a way to answer; the answers make the prompt of the next run. */
export function RunRemarks({ run }: { run: Run }) {
  const own = useOwnAnswers(run);
  const built = useBuiltBlueprint(run);
  if (run.reading === null) return null;
  const { phrases, notUnderstood, blueprint } = run.reading;
  const questions = openRemarks(run.reading.questions, blueprint, built);
  const assumptions = openRemarks(run.reading.assumptions, blueprint, built);
  const answered = new Map([
    ...run.answers.map(({ question, answer }) => [question, answer] as const),
    ...own.given.flatMap(({ kind, to, words }) =>
      kind === 'remark' ? [[to, words] as const] : [],
    ),
  ]);
  const isOpen = questions.some(({ text }) => !answered.has(text));
  const remarks = {
    answered,
    onAnswer: (sentence: string, { text }: Remark) => own.answer(text, sentence),
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {notUnderstood.length > 0 && (
        <RemarkCard icon={CircleHelp} title="Not understood, so not built" tone="text-waiting">
          <UnreadList
            unread={toUnread(phrases, notUnderstood)}
            said={own.given.filter(({ kind }) => kind === 'phrase')}
            onRephrase={own.say}
          />
        </RemarkCard>
      )}
      {questions.length > 0 && (
        <RemarkCard
          icon={MessageCircleQuestion}
          title={isOpen ? 'Open questions' : 'Questions, answered'}
          tone={isOpen ? 'text-running' : 'text-succeeded'}
        >
          <RemarkList {...remarks} remarks={questions} isAsking />
        </RemarkCard>
      )}
      {assumptions.length > 0 && (
        <RemarkCard icon={Lightbulb} title="Assumed" tone="text-subtle">
          <RemarkList {...remarks} remarks={assumptions} isAsking={false} />
        </RemarkCard>
      )}
      {run.reading.document !== undefined && <OutOfScope account={run.reading.document} />}
      {own.next !== null && <NextPrompt run={run} next={own.next} onDiscard={own.discard} />}
    </div>
  );
}

type NextPromptProps = {
  run: Run;
  next: NonNullable<ReturnType<typeof useOwnAnswers>['next']>;
  onDiscard: () => void;
};

function NextPrompt({ run, next, onDiscard }: NextPromptProps) {
  const askAgain = useAskAgain(run.projectId);
  const known = new Set(run.prompt.split('\n'));
  const said = next.prompt.split('\n').filter((line) => line !== '' && !known.has(line));
  const buildAgain = () => askAgain(next);

  const group = 'This run';
  useCommands('answers', [
    { id: 'answers.build', name: 'Answer and build again', group, run: buildAgain },
    { id: 'answers.discard', name: 'Discard the answers', group, run: onDiscard },
  ]);

  return (
    <section
      aria-label="Your answers"
      className="sticky bottom-3 flex flex-wrap items-end gap-3 rounded-lg border border-accent bg-surface p-3 shadow-raised"
    >
      <div role="status" className="min-w-0 flex-1">
        <h2 className="font-medium">Your answers</h2>
        <ul className="max-h-40 overflow-y-auto text-muted">
          {said.map((line) => (
            <li key={line} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      </div>
      <Button onClick={onDiscard}>
        <Undo2 aria-hidden />
        Discard
      </Button>
      <Button variant="primary" onClick={buildAgain}>
        Answer and build again
      </Button>
    </section>
  );
}
