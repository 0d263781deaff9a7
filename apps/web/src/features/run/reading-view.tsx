'use client';

import { ScanText } from 'lucide-react';
import { DiagramFigure } from '#components/diagram-figure.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { EntityCard } from '#components/entity-card.tsx';
import { PeopleLine } from '#components/people-line.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { useAsked } from '#lib/use-asked.ts';
import { DesignPanel } from './design-panel.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { RunChanges } from './run-changes.tsx';
import { RunRemarks } from './run-remarks.tsx';
import { useBuiltBlueprint } from './use-built-blueprint.ts';
import type { Run } from './use-run.ts';

type Reading = NonNullable<Run['reading']>;

/** What each phrase of the prompt became, and the design that was made from it. */
export function ReadingView({ run }: { run: Run }) {
  const { reading } = run;
  const built = useBuiltBlueprint(run);
  const asked = useAsked(run);
  if (reading === null) {
    return (
      <Panel>
        <EmptyState
          icon={ScanText}
          title="Not read yet"
          text="The first stage reads what was asked for."
        />
      </Panel>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {asked !== null && asked.prompt !== null && (
        <Panel>
          <PanelHeader title="The prompt, phrase by phrase" />
          <PhraseText prompt={asked.prompt} phrases={reading.phrases} />
          <PhraseTable phrases={reading.phrases} />
        </Panel>
      )}
      {reading.document !== undefined && (
        <DocumentPanel account={reading.document} document={asked?.document ?? null} />
      )}
      <RunChanges run={run} />
      <RunRemarks run={run} />
      <Panel>
        <PanelHeader title="Entity diagram" />
        <DiagramFigure blueprint={built ?? reading.blueprint} />
      </Panel>
      <PeopleLine blueprint={built ?? reading.blueprint} />
      <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {(built ?? reading.blueprint).entities.map((entity) => (
          <EntityCard key={entity.name} entity={entity} />
        ))}
      </div>
      <DesignPanel run={run} />
    </div>
  );
}

type Phrases = Reading['phrases'];

/** The prompt itself; what nothing was made of is marked. */
function PhraseText({ prompt, phrases }: { prompt: string; phrases: Phrases }) {
  const parts: { text: string; isOpen: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end, became } of phrases) {
    if (start < at) continue;
    if (start > at) parts.push({ text: prompt.slice(at, start), isOpen: false, at });
    parts.push({ text: prompt.slice(start, end), isOpen: became.length === 0, at: start });
    at = end;
  }
  parts.push({ text: prompt.slice(at), isOpen: false, at });
  return (
    <p className="whitespace-pre-wrap break-words border-line border-b p-3 text-base">
      {parts.map(({ text, isOpen, at: place }) =>
        isOpen ? (
          <mark
            key={`${place} ${isOpen}`}
            title="Not understood"
            className="rounded-sm bg-waiting-soft text-ink underline decoration-waiting decoration-wavy underline-offset-4"
          >
            {text}
          </mark>
        ) : (
          <span key={`${place} ${isOpen}`}>{text}</span>
        ),
      )}
    </p>
  );
}

function PhraseTable({ phrases }: { phrases: Phrases }) {
  return (
    <table className="w-full text-left">
      <thead className="text-muted text-xs">
        <tr>
          <th className="w-1/2 px-3 py-1.5 font-medium">Phrase</th>
          <th className="px-3 py-1.5 font-medium">Became</th>
        </tr>
      </thead>
      <tbody>
        {phrases.map(({ text, start, became }) => (
          <tr key={start} className="border-line border-t align-top">
            <td className="break-words px-3 py-1.5">{text}</td>
            <td className="px-3 py-1.5">
              {became.length === 0 && <span className="text-waiting">not understood</span>}
              {became.map(({ path, meaning }) => (
                <span key={`${path} ${meaning}`} className="block">
                  <code className="font-mono text-xs">{path}</code>{' '}
                  <span className="text-muted">{meaning}</span>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
