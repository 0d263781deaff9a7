'use client';

import { ChevronRight, File, Folder } from 'lucide-react';
import { useMemo } from 'react';
import { cn } from '#lib/cn.ts';
import { formatBytes } from '#lib/format.ts';
import { type TreeFile, type TreeFolder, toTree } from './to-tree.ts';

type FileTreeProps = {
  files: readonly TreeFile[];
  chosen: string;
  /** Every folder is open, since what is left was searched for. */
  isFiltered: boolean;
  onChoose: (path: string) => void;
};

export function FileTree({ files, chosen, isFiltered, onChoose }: FileTreeProps) {
  const root = useMemo(() => toTree(files), [files]);
  if (files.length === 0) return <p className="p-3 text-muted">No file by that name.</p>;
  return (
    <nav aria-label="Files" className="max-h-64 overflow-auto lg:max-h-[70vh] p-1">
      <Members
        key={String(isFiltered)}
        folder={root}
        chosen={chosen}
        isFiltered={isFiltered}
        onChoose={onChoose}
      />
    </nav>
  );
}

type MembersProps = Omit<FileTreeProps, 'files'> & { folder: TreeFolder };

function Members({ folder, ...rest }: MembersProps) {
  const { chosen, isFiltered, onChoose } = rest;
  return (
    <ul className={cn(folder.path !== '' && 'ml-3 border-line border-l pl-1')}>
      {folder.folders.map((inner) => (
        <li key={inner.path}>
          <details open={isFiltered || inner.path === 'src' || chosen.startsWith(`${inner.path}/`)}>
            <summary className="flex h-7 list-none items-center gap-1.5 rounded-md px-1.5 hover:bg-hover">
              <ChevronRight
                aria-hidden
                className="size-3.5 text-subtle transition-transform [details[open]>summary>&]:rotate-90"
              />
              <Folder aria-hidden className="size-4 text-subtle" />
              {inner.name}
            </summary>
            <Members folder={inner} {...rest} />
          </details>
        </li>
      ))}
      {folder.files.map(({ path, name, size }) => (
        <li key={path}>
          <button
            type="button"
            onClick={() => onChoose(path)}
            aria-current={path === chosen ? 'true' : undefined}
            className="flex h-7 w-full items-center gap-1.5 rounded-md px-1.5 pl-6 text-left hover:bg-hover aria-[current]:bg-accent-soft"
          >
            <File aria-hidden className="size-4 shrink-0 text-subtle" />
            <span className="truncate">{name}</span>
            <span className="ml-auto shrink-0 text-muted text-xs">{formatBytes(size)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
