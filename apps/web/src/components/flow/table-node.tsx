'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { KeyRound, Link2 } from 'lucide-react';
import { memo } from 'react';
import { cn } from '#lib/cn.ts';
import type { Row, Table } from './diagram.ts';
import { useIsFar } from './use-is-far.ts';

export const TABLE = { width: 216, head: 30, row: 20, foot: 4 };
/** Where a line ends: nothing to be seen of its own. */
const DOT = { minWidth: 1, minHeight: 1, width: 1, height: 1, border: 0 };
export type TableNodeType = Node<{ table: Table }, 'table'>;

export function heightOf({ rows }: Table): number {
  return TABLE.head + rows.length * TABLE.row + TABLE.foot;
}

/** Where the line to a row begins, from the top of its table. */
export function middleOf(row: number): number {
  return TABLE.head + row * TABLE.row + TABLE.row / 2;
}

export const TableNode = memo(function TableNode({ data: { table } }: NodeProps<TableNodeType>) {
  const isFar = useIsFar();
  return (
    <div
      className={cn(
        'h-full overflow-hidden rounded-lg border bg-surface text-xs',
        table.isJoin ? 'border-line-strong border-dashed' : 'border-line-strong',
      )}
    >
      <Handle
        type="source"
        position={Position.Right}
        className="invisible"
        style={{ ...DOT, top: TABLE.head / 2 }}
      />
      {table.rows.map(
        ({ key, name }, index) =>
          key === 'FK' && (
            <Handle
              key={name}
              type="target"
              id={String(index)}
              position={Position.Left}
              className="invisible"
              style={{ ...DOT, top: middleOf(index) }}
            />
          ),
      )}
      {isFar ? (
        <p className="flex h-full items-center justify-center break-all px-2 text-center font-medium text-2xl leading-tight">
          {table.name}
        </p>
      ) : (
        <>
          <p
            className={cn(
              'truncate border-line border-b px-2.5 font-medium leading-[29px]',
              table.isJoin ? 'text-muted' : 'bg-sunken',
            )}
          >
            {table.name}
          </p>
          {table.rows.map((row) => (
            <TableRow key={row.name} row={row} />
          ))}
        </>
      )}
    </div>
  );
});

function TableRow({ row: { name, type, key, isUnique, isOptional } }: { row: Row }) {
  const Icon = key === 'PK' ? KeyRound : Link2;
  return (
    <p className="flex h-5 items-center gap-1.5 px-2.5">
      <span className="flex w-3 shrink-0 justify-center">
        {key !== null && <Icon aria-label={key} className="size-3 text-accent" />}
      </span>
      <span className="min-w-0 truncate font-mono">{name}</span>
      <span className="ml-auto min-w-0 max-w-24 truncate text-muted">
        {type}
        {isUnique && ' unique'}
        {isOptional && ' ?'}
      </span>
    </p>
  );
}
