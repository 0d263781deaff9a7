import { CircleHelp, Lightbulb, MessageCircleQuestion, ScanText } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { EntityCard } from '#components/entity-card.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { formatCount } from '#lib/format.ts';
import type { Reading, useReading } from './use-reading.ts';

type ReadingPanelProps = ReturnType<typeof useReading>;

/** What would be built if the prompt were sent now. */
export function ReadingPanel({ reading, refusal, error, isReading }: ReadingPanelProps) {
  return (
    <section aria-label="How this is understood" aria-busy={isReading} className="min-w-0">
      <p className="sr-only" role="status">
        {reading !== null && !isReading && summaryOf(reading)}
        {refusal?.message}
      </p>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      {refusal !== null && (
        <Remark icon={CircleHelp} title={refusal.message} tone="text-waiting">
          {refusal.next !== null && <p className="text-muted">{refusal.next}</p>}
        </Remark>
      )}
      {reading !== null && <Understood reading={reading} />}
      {reading === null && refusal === null && !error && (
        <EmptyState
          icon={ScanText}
          title="Read as you type"
          text="Entities, fields and relations appear here, and everything that is not understood."
        />
      )}
    </section>
  );
}

function Understood({ reading }: { reading: Reading }) {
  const { blueprint, notUnderstood, questions, assumptions } = reading;
  return (
    <div className="grid gap-3">
      <p className="text-muted">
        <span className="font-medium text-ink">{blueprint.title}</span> · {summaryOf(reading)}
      </p>
      {notUnderstood.length > 0 && (
        <Remark icon={CircleHelp} title="Not understood" tone="text-waiting">
          <Lines lines={notUnderstood} />
        </Remark>
      )}
      {questions.length > 0 && (
        <Remark icon={MessageCircleQuestion} title="Open questions" tone="text-running">
          <Lines lines={questions.map(({ text }) => text)} />
        </Remark>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {blueprint.entities.map((entity) => (
          <EntityCard key={entity.name} entity={entity} />
        ))}
      </div>
      {assumptions.length > 0 && (
        <Remark icon={Lightbulb} title="Assumed" tone="text-subtle">
          <Lines lines={assumptions.map(({ text }) => text)} />
        </Remark>
      )}
    </div>
  );
}

type RemarkProps = {
  icon: typeof CircleHelp;
  title: string;
  tone: string;
  children: ReactNode;
};

function Remark({ icon: Icon, title, tone, children }: RemarkProps) {
  return (
    <div className="rounded-lg border border-line bg-surface p-3">
      <h3 className="flex items-start gap-2 font-medium">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
        {title}
      </h3>
      <div className="mt-1 pl-6">{children}</div>
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="grid gap-1 text-muted">
      {lines.map((line) => (
        <li key={line} className="break-words">
          {line}
        </li>
      ))}
    </ul>
  );
}

function summaryOf({ blueprint: { entities }, notUnderstood }: Reading): string {
  const fields = entities.reduce((sum, entity) => sum + entity.fields.length, 0);
  const parts = [formatCount(entities.length, 'entity', 'entities'), formatCount(fields, 'field')];
  if (notUnderstood.length > 0) {
    parts.push(`${formatCount(notUnderstood.length, 'phrase')} not understood`);
  }
  return parts.join(', ');
}
