'use client';

import '@xyflow/react/dist/base.css';
import './flow-canvas.css';
import {
  type Edge,
  getNodesBounds,
  type Node,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  ViewportPortal,
} from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#lib/cn.ts';
import { useIsFar } from './use-is-far.ts';

type FlowCanvasProps = {
  /** What the picture shows, for those who do not see it. */
  label: string;
  nodes: Node[];
  edges?: Edge[];
  nodeTypes: NodeTypes;
  /** The node that was chosen by pointer or keyboard; empty when none is any more. */
  onChoose?: (id: string) => void;
  className?: string;
  /** Pixels; as high as its class says when absent. */
  height?: number;
  /** What moves with the boxes. */
  children?: ReactNode;
};

const NO_EDGES: Edge[] = [];
const FIT = { padding: 0.06, maxZoom: 1 };
/** More than a screen shows beside the boxes. */
const DOTS_AROUND = 4_000;
const COLOURS =
  '[--xy-edge-stroke:var(--color-line-strong)] [--xy-edge-stroke-selected:var(--color-accent)]';

/** A picture of boxes and lines to move about in. Loaded when it is first needed. */
export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({
  height,
  label,
  nodes,
  edges = NO_EDGES,
  nodeTypes,
  onChoose,
  className,
  children,
}: FlowCanvasProps) {
  const host = useFittedHost(nodes);

  function onNodesChange(changes: NodeChange[]) {
    const selections = changes.filter((change) => change.type === 'select');
    if (selections.length > 0) onChoose?.(selections.find(({ selected }) => selected)?.id ?? '');
  }

  return (
    <section
      ref={host}
      aria-label={label}
      style={{ height }}
      className={cn('relative select-none overflow-hidden rounded-lg', COLOURS, className)}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        elementsSelectable={onChoose !== undefined}
        multiSelectionKeyCode={null}
        selectionKeyCode={null}
        deleteKeyCode={null}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        minZoom={0.05}
        maxZoom={1.5}
        fitView
        fitViewOptions={FIT}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'node.a11yDescription.default': 'Tab goes from box to box, Enter chooses one.',
          'node.a11yDescription.keyboardDisabled': 'Tab goes from box to box.',
        }}
      >
        <Dots nodes={nodes} />
        {children}
      </ReactFlow>
      <Zoom />
    </section>
  );
}

/**
 * They move with the boxes, as one picture with them: a background that is drawn anew in every frame of a pan is slow.
 * From afar they would be a grey.
 */
function Dots({ nodes }: { nodes: Node[] }) {
  if (useIsFar()) return null;
  const { x, y, width, height } = getNodesBounds(nodes);
  return (
    <ViewportPortal>
      <div
        aria-hidden
        className="-z-1 pointer-events-none absolute bg-[radial-gradient(var(--color-line)_1px,transparent_1px)] bg-size-[20px_20px]"
        style={{
          left: x - DOTS_AROUND,
          top: y - DOTS_AROUND,
          width: width + 2 * DOTS_AROUND,
          height: height + 2 * DOTS_AROUND,
        }}
      />
    </ViewportPortal>
  );
}

/** Everything is in view at first, and again when something comes or goes or the room changes. */
function useFittedHost(nodes: readonly Node[]) {
  const host = useRef<HTMLElement>(null);
  const { fitView } = useReactFlow();
  const shape = nodes
    .map(({ id, position: { x, y }, height }) => `${id} ${x} ${y} ${height}`)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shape is what asks for another view.
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => void fitView(FIT));
    observer.observe(element);
    return () => observer.disconnect();
  }, [shape, fitView]);
  return host;
}

function Zoom() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const actions = [
    { name: 'Nearer', icon: Plus, act: () => zoomIn() },
    { name: 'Farther', icon: Minus, act: () => zoomOut() },
    { name: 'All of it', icon: Maximize, act: () => fitView(FIT) },
  ];
  return (
    <div className="absolute right-2 bottom-2 flex gap-1">
      {actions.map(({ name, icon: Icon, act }) => (
        <Button key={name} size="icon-sm" aria-label={name} title={name} onClick={() => void act()}>
          <Icon />
        </Button>
      ))}
    </div>
  );
}
