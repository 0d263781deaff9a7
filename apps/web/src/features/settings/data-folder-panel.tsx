import { CopyButton } from '#components/copy-button.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatBytes, formatCount } from '#lib/format.ts';
import type { System } from './use-system.ts';

/** Where everything is kept, and how much of the disk it takes. */
export function DataFolderPanel({ system: { dataFolder, disk } }: { system: System }) {
  const { path, bytes, parts, isComplete, measuredAt } = dataFolder;
  const largest = Math.max(...parts.map((part) => part.bytes), 1);
  return (
    <Panel>
      <PanelHeader title="Data folder">
        <span className="text-muted text-xs">
          measured <TimeAgo at={measuredAt} />
        </span>
      </PanelHeader>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-3 py-2">
        <CopyButton text={path} label="the folder" className="mr-auto break-all text-left text-ink">
          {path}
        </CopyButton>
        <span className="text-muted text-xs">
          {isComplete ? '' : 'at least '}
          {formatBytes(bytes)} used, {formatBytes(disk.freeBytes)} of {formatBytes(disk.totalBytes)}{' '}
          free
        </span>
      </p>
      <ul className="grid gap-1 p-3">
        {[...parts]
          .sort((a, b) => b.bytes - a.bytes)
          .map((part) => (
            <li
              key={part.name}
              className="grid grid-cols-[7rem_minmax(0,1fr)_5rem] items-center gap-3 sm:grid-cols-[9rem_minmax(0,1fr)_5rem_6rem]"
            >
              <span className="truncate font-mono text-xs">{part.name}</span>
              <span aria-hidden className="h-2 rounded-sm bg-sunken">
                <span
                  className="block h-2 min-w-0.5 rounded-sm bg-accent"
                  style={{ width: `${(100 * part.bytes) / largest}%` }}
                />
              </span>
              <span className="text-right text-xs">{formatBytes(part.bytes)}</span>
              <span className="hidden text-right text-muted text-xs sm:block">
                {formatCount(part.files, 'file')}
              </span>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
