'use client';

import { type Edge, type Node, Position } from '@xyflow/react';
import { useMemo } from 'react';
import { FlowCanvas } from '#components/flow/flow-canvas.tsx';
import { layOut } from '#components/flow/lay-out.ts';
import { useMediaQuery } from '#lib/use-media-query.ts';
import { STAGE_BOX, type StageBox, toStageBoxes, toStageLinks } from './stage-boxes.ts';
import { StageNode } from './stage-node.tsx';
import type { Stage } from './use-run.ts';

const NODES = { stage: StageNode };
const NARROW = '(max-width: 767px)';
const GAP = 24;
const MARGIN = 64;
/** Pixels of the canvas. */
const HEIGHT = { min: 176, max: 640 };

type StageGraphProps = {
  stages: readonly Stage[];
  chosen: string;
  onChoose: (key: string) => void;
};

/** The stages as boxes, a line from each to those that wait for it: what runs side by side stands side by side. */
export function StageGraph({ stages, chosen, onChoose }: StageGraphProps) {
  const isDown = useMediaQuery(NARROW);
  const { nodes, edges, height } = useMemo(
    () => draw(stages, chosen, isDown),
    [stages, chosen, isDown],
  );
  return (
    <FlowCanvas
      label="Graph of the stages"
      nodes={nodes}
      edges={edges}
      nodeTypes={NODES}
      onChoose={onChoose}
      height={Math.min(Math.max(height + MARGIN, HEIGHT.min), HEIGHT.max)}
    />
  );
}

function draw(stages: readonly Stage[], chosen: string, isDown: boolean) {
  const boxes = toStageBoxes(stages);
  const links = toStageLinks(stages);
  const places = layOut(
    boxes.map(({ stage, height }) => ({ id: stage.key, width: STAGE_BOX.width, height })),
    links,
    isDown ? 'down' : 'right',
    GAP,
  );
  const nodes = boxes.map((box) => ({
    ...toNode(box, isDown),
    position: places.get(box.stage.key) ?? { x: 0, y: 0 },
    selected: box.stage.key === chosen,
    domAttributes: { 'aria-pressed': box.stage.key === chosen },
  }));
  const running = new Set(
    stages.filter(({ status }) => status === 'running').map(({ key }) => key),
  );
  const edges = links.map(
    ({ from, to }): Edge => ({
      id: `${from} ${to}`,
      source: from,
      target: to,
      type: 'smoothstep',
      animated: running.has(to),
      ...(running.has(to) && { style: { stroke: 'var(--color-running)' } }),
    }),
  );
  const height = Math.max(...nodes.map((node) => node.position.y + (node.height ?? 0)));
  return { nodes, edges, height };
}

function toNode(box: StageBox, isDown: boolean): Omit<Node, 'position'> {
  const { height, stage } = box;
  const { width } = STAGE_BOX;
  const dot = { width: 1, height: 1 };
  return {
    id: stage.key,
    type: 'stage',
    width,
    height,
    measured: { width, height },
    handles: isDown
      ? [
          { ...dot, type: 'target', position: Position.Top, x: width / 2, y: 0 },
          { ...dot, type: 'source', position: Position.Bottom, x: width / 2, y: height },
        ]
      : [
          { ...dot, type: 'target', position: Position.Left, x: 0, y: height / 2 },
          { ...dot, type: 'source', position: Position.Right, x: width, y: height / 2 },
        ],
    ariaRole: 'button',
    data: { box, isDown },
  };
}
