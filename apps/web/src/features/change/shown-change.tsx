'use client';

import { CircleHelp, Lightbulb, MessageCircleQuestion } from 'lucide-react';
import { ChangesView } from '#components/changes/changes-view.tsx';
import { ValueFields, type Values } from '#components/changes/value-fields.tsx';
import { RemarkCard, RemarkList } from '#components/remark-card.tsx';
import { toUnread, UnreadList } from '#components/unread-list.tsx';
import { decide, rephrase } from '#lib/decide.ts';
import type { ShownChanges } from './use-changes.ts';

type ShownChangeProps = {
  shown: ShownChanges;
  prompt: string;
  /** The follow-up with an answer in it. */
  onAnswered: (prompt: string) => void;
  values: Values;
  onValues: (values: Values) => void;
};

/** What was not understood, what is asked, and the three diffs. */
export function ShownChange(props: ShownChangeProps) {
  const { shown, prompt, onAnswered, values, onValues } = props;
  const { changes, reading } = shown;
  const answer = (sentence: string) => onAnswered(decide(prompt, sentence));
  return (
    <>
      {reading.notUnderstood.length > 0 && (
        <RemarkCard icon={CircleHelp} title="Not understood" tone="text-waiting">
          <UnreadList
            unread={toUnread(reading.phrases, reading.notUnderstood)}
            onRephrase={(phrase, words) => onAnswered(rephrase(prompt, phrase, words))}
          />
        </RemarkCard>
      )}
      {reading.questions.length > 0 && (
        <RemarkCard icon={MessageCircleQuestion} title="Open questions" tone="text-running">
          <RemarkList remarks={reading.questions} onAnswer={answer} isAsking />
        </RemarkCard>
      )}
      <ChangesView changes={changes}>
        <ValueFields
          blueprint={reading.blueprint}
          unfilled={changes.schema.unfilled}
          values={values}
          onChange={onValues}
        />
      </ChangesView>
      {reading.assumptions.length > 0 && (
        <RemarkCard icon={Lightbulb} title="Assumed" tone="text-subtle">
          <RemarkList remarks={reading.assumptions} onAnswer={answer} isAsking={false} />
        </RemarkCard>
      )}
    </>
  );
}
