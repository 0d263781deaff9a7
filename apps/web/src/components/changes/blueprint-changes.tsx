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
        {changes.map(({ path, kind, text, phrase }) => (
          <li key={`${kind} ${path} ${text}`} className="flex items-start gap-2.5 px-3 py-1">
            <Chip tone={TONES[kind]} className="w-5 shrink-0 justify-center px-0">
              <span aria-hidden>{SIGNS[kind]}</span>
              <span className="sr-only">{kind}</span>
            </Chip>
            <span className="min-w-0 break-words">
              {text}
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
