import type { BlueprintChange } from '@quantumlayer/contracts';
import { Chip } from '#components/status-icon.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatCount } from '#lib/format.ts';

const SIGNS = { added: '+', removed: '−', renamed: '→', changed: '~' };
const TONES = {
  added: 'succeeded',
  removed: 'failed',
  renamed: 'running',
  changed: 'waiting',
} as const;

/** What changes, in sentences, with the words that ask for it. */
export function BlueprintChanges({ changes }: { changes: readonly BlueprintChange[] }) {
  return (
    <Panel>
      <PanelHeader title={`Blueprint: ${formatCount(changes.length, 'change')}`} />
      <ul className="py-1">
        {changes.map(({ path, kind, text, before, after, phrase }) => (
          <li key={`${kind} ${path} ${text}`} className="flex items-start gap-2.5 px-3 py-1">
            <Chip tone={TONES[kind]} className="w-5 shrink-0 justify-center px-0">
              <span aria-hidden>{SIGNS[kind]}</span>
              <span className="sr-only">{kind}</span>
            </Chip>
            <span className="min-w-0 break-words">
              {text}
              <Sides before={before} after={after} />
              {phrase !== null && (
                <span className="block text-muted text-xs">asked for by “{phrase.text}”</span>
              )}
            </span>
            <code className="ml-auto hidden shrink-0 font-mono text-muted text-xs sm:block">
              {path}
            </code>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What it was and what it becomes, as far as there is such a side. */
function Sides({ before, after }: Pick<BlueprintChange, 'before' | 'after'>) {
  if (before === null && after === null) return null;
  return (
    <code className="block font-mono text-xs">
      {before !== null && <del className="text-muted">{before}</del>}
      {before !== null && after !== null && ' → '}
      {after !== null && <ins className="no-underline">{after}</ins>}
    </code>
  );
}
