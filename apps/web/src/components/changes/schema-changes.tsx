import type { AppChanges } from '@quantumlayer/contracts';
import { CircleAlert, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';

type SchemaChangesProps = {
  schema: AppChanges['schema'];
  /** Where a value for the rows that are there can be given. */
  children?: ReactNode;
};

/** The migration, and what it costs. */
export function SchemaChanges({ schema, children }: SchemaChangesProps) {
  const { migration, losses, unfilled } = schema;
  return (
    <Panel>
      <PanelHeader title="Database">
        {migration !== null && (
          <CopyButton text={migration.sql} label="the migration">
            {migration.path}
          </CopyButton>
        )}
      </PanelHeader>
      {migration === null && <p className="p-3 text-muted">It stays as it is.</p>}
      {losses.length > 0 && (
        <Warning
          icon={<Trash2 aria-hidden className="mt-0.5 size-4 shrink-0 text-failed" />}
          title="Dropped with all that is in it"
          paths={losses}
        />
      )}
      {unfilled.length > 0 && (
        <Warning
          icon={<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-waiting" />}
          title="Required now, without a value for the rows that are there: with rows the migration fails"
          paths={unfilled}
        />
      )}
      {children}
      {migration !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <pre tabIndex={0} className="max-h-80 overflow-auto p-3 font-mono text-xs">
          {migration.sql}
        </pre>
      )}
    </Panel>
  );
}

type WarningProps = { icon: ReactNode; title: string; paths: readonly string[] };

function Warning({ icon, title, paths }: WarningProps) {
  return (
    <div className="flex items-start gap-2.5 border-line border-b p-3">
      {icon}
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="break-words font-mono text-xs">{paths.join(', ')}</p>
      </div>
    </div>
  );
}
