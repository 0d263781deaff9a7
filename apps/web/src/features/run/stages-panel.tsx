'use client';

import dynamic from 'next/dynamic';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useUrlValue } from '#lib/use-url-value.ts';
import { StageStrip } from './stage-strip.tsx';
import type { Stage } from './use-run.ts';

const StageGraph = dynamic(() => import('./stage-graph.tsx').then((module) => module.StageGraph), {
  ssr: false,
  loading: () => <Skeleton className="h-72" />,
});

const SHAPES = [
  { id: 'list', name: 'List' },
  { id: 'graph', name: 'Graph' },
] as const;

type StagesPanelProps = {
  stages: readonly Stage[];
  chosen: string;
  /** Empty: all of them. */
  onChoose: (key: string) => void;
};

/** The stages of a run as a list or as a graph; both say the same. */
export function StagesPanel({ stages, chosen, onChoose }: StagesPanelProps) {
  const [shape, setShape] = useUrlValue('stages', 'list');
  useCommands(
    'stages',
    SHAPES.map(({ id, name }) => ({
      id: `stages.${id}`,
      name: `Show the stages as a ${name.toLowerCase()}`,
      group: 'Views of this run',
      run: () => setShape(id),
    })),
  );
  return (
    <Panel>
      <PanelHeader title="Stages">
        <fieldset className="flex gap-1">
          <legend className="sr-only">Show the stages as</legend>
          {SHAPES.map(({ id, name }) => (
            <Button
              key={id}
              size="sm"
              variant="ghost"
              aria-pressed={shape === id}
              onClick={() => setShape(id)}
              className="aria-pressed:bg-pressed aria-pressed:text-ink"
            >
              {name}
            </Button>
          ))}
        </fieldset>
      </PanelHeader>
      {shape === 'graph' ? (
        <StageGraph stages={stages} chosen={chosen} onChoose={onChoose} />
      ) : (
        <StageStrip
          stages={stages}
          chosen={chosen}
          onChoose={(key) => onChoose(key === chosen ? '' : key)}
        />
      )}
    </Panel>
  );
}
