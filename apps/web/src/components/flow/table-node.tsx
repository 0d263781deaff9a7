'use client';

import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { cn } from '#lib/cn.ts';
import type { Row, Table } from './diagram.ts';
import { useIsFar } from './use-is-far.ts';

export const TABLE = { width: 216, head: 30, row: 20, foot: 4 };
/** What is sure to have room in its line, in characters. */
const FITS = { title: 20, name: 10, type: /^[a-z ?]{0,13}$/ };
export type TableNodeType = Node<{ table: Table }, 'table'>;

export function heightOf({ rows }: Table): number {
  return TABLE.head + rows.length * TABLE.row + TABLE.foot;
}

/** Where the line to a row begins, from the top of its table. */
export function middleOf(row: number): number {
  return TABLE.head + row * TABLE.row + TABLE.row / 2;
}

/**
 * Each part that is clipped or scaled costs time in every frame of a pan: there are no icons in it, and only text that
 * may be too long is cut.
 */
export const TableNode = memo(function TableNode({ data: { table } }: NodeProps<TableNodeType>) {
  const isFar = useIsFar();
  return (
    <div
      className={cn(
        'h-full rounded-lg border border-line-strong bg-surface text-xs',
        table.isJoin && 'border-dashed',
      )}
    >
      {isFar ? (
        <p className="flex h-full items-center justify-center break-all px-2 text-center font-medium text-2xl leading-tight">
          {table.name}
        </p>
      ) : (
        <>
          <p
            className={cn(
              'rounded-t-[7px] border-line border-b px-2.5 font-medium leading-[29px]',
              table.name.length > FITS.title && 'truncate',
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
  const kind = `${type}${isUnique ? ' unique' : ''}${isOptional ? ' ?' : ''}`;
  const isShort = name.length <= FITS.name && FITS.type.test(kind);
  return (
    <p className="flex h-5 items-center gap-1.5 whitespace-nowrap px-2.5">
      <span className="w-4 shrink-0 font-mono text-[10px] text-accent">{key}</span>
      <span className={cn('font-mono', !isShort && 'min-w-0 truncate')}>{name}</span>
      <span className={cn('ml-auto text-muted', !isShort && 'min-w-0 max-w-24 truncate')}>
        {kind}
      </span>
    </p>
  );
}
