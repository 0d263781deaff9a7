'use client';

import { CircleHelp, Lightbulb, MessageCircleQuestion, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { RemarkCard, RemarkList } from '#components/remark-card.tsx';
import { Button } from '#components/ui/button.tsx';
import { toUnread, UnreadList } from '#components/unread-list.tsx';
import { decide, rephrase } from '#lib/decide.ts';
import { handOver } from '#lib/prompt-draft.ts';
import { useDraft } from '#lib/use-draft.ts';
import type { Run } from './use-run.ts';

/** What was left out, asked and assumed, each with a way to answer; the answers make the prompt of the next run. */
export function RunRemarks({ run }: { run: Run }) {
  const [answered, setAnswered] = useDraft(`quantumlayer.answers.${run.id}`);
  if (run.reading === null) return null;
  const { phrases, notUnderstood, questions, assumptions } = run.reading;
  const prompt = answered === '' ? run.prompt : answered;
  const answer = (sentence: string) => setAnswered(decide(prompt, sentence));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {notUnderstood.length > 0 && (
        <RemarkCard icon={CircleHelp} title="Not understood, so not built" tone="text-waiting">
          <UnreadList
            unread={toUnread(phrases, notUnderstood)}
            onRephrase={(phrase, words) => setAnswered(rephrase(prompt, phrase, words))}
          />
        </RemarkCard>
      )}
      {questions.length > 0 && (
        <RemarkCard icon={MessageCircleQuestion} title="Open questions" tone="text-running">
          <RemarkList remarks={questions} onAnswer={answer} isAsking />
        </RemarkCard>
      )}
      {assumptions.length > 0 && (
        <RemarkCard icon={Lightbulb} title="Assumed" tone="text-subtle">
          <RemarkList remarks={assumptions} onAnswer={answer} isAsking={false} />
        </RemarkCard>
      )}
      {answered !== '' && answered !== run.prompt && (
        <NextPrompt run={run} prompt={answered} onDiscard={() => setAnswered('')} />
      )}
    </div>
  );
}

type NextPromptProps = { run: Run; prompt: string; onDiscard: () => void };

function NextPrompt({ run, prompt, onDiscard }: NextPromptProps) {
  const router = useRouter();
  const known = new Set(run.prompt.split('\n'));
  const said = prompt.split('\n').filter((line) => line !== '' && !known.has(line));

  function buildAgain() {
    handOver(prompt);
    router.push(`/?project=${encodeURIComponent(run.projectId)}`);
  }

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
