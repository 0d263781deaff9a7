import { CopyButton } from '#components/copy-button.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import type { System } from './use-system.ts';

const TONES = { ok: 'succeeded', limited: 'waiting', failed: 'failed' } as const;
const WORDS = { ok: 'there', limited: 'limited', failed: 'to mend' };
const WORST_FIRST = ['failed', 'limited', 'ok'];

/** What `ql doctor` finds, the lacks first, each with what mends it. */
export function FindingsPanel({ findings, foundAt }: Pick<System, 'findings' | 'foundAt'>) {
  const sorted = [...findings].sort(
    (a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status),
  );
  return (
    <Panel>
      <PanelHeader title="What this machine has">
        <span className="text-muted text-xs">
          looked at <TimeAgo at={foundAt} />
        </span>
      </PanelHeader>
      <ul className="divide-y divide-line">
        {sorted.map(({ name, status, detail, fix }) => (
          <li
            key={name}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 px-3 py-2"
          >
            <Chip tone={TONES[status]} className="w-16 justify-center">
              {WORDS[status]}
            </Chip>
            <div className="min-w-0">
              <p className="flex flex-wrap gap-x-3">
                <span className="font-medium capitalize">{name}</span>
                <span className="min-w-0 break-words text-muted">{detail}</span>
              </p>
              {fix !== null && (
                <CopyButton
                  text={fix}
                  label="what mends it"
                  className="mt-1 max-w-full rounded-md bg-sunken px-2 py-1 text-left text-ink"
                >
                  {fix}
                </CopyButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
