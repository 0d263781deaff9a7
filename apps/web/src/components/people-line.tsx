import { Users } from 'lucide-react';
import type { Blueprint } from '#lib/blueprint.ts';
import { describePeople } from '#lib/describe-rules.ts';

/** Who signs in to the app; nothing where nobody does. */
export function PeopleLine({ blueprint }: { blueprint: Blueprint }) {
  const sentence = describePeople(blueprint);
  if (sentence === null) return null;
  return (
    <p className="flex items-baseline gap-2 rounded-lg border border-line bg-surface px-3 py-2">
      <Users aria-hidden className="size-4 shrink-0 translate-y-0.5 text-subtle" />
      <span>
        <span className="font-medium">People sign in.</span>{' '}
        <span className="text-muted">{sentence}</span>
      </span>
    </p>
  );
}
