'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What a link of the dashboard has narrowed the list to; each can be taken back. */
export function Narrowings() {
  const path = usePathname();
  const search = useSearchParams();
  const failure = search.get('failure');
  const since = search.get('since');
  const until = search.get('until');
  const without = (...names: string[]) => {
    const rest = new URLSearchParams(search);
    for (const name of names) rest.delete(name);
    return `${path}?${rest}`;
  };
  return (
    <>
      {failure !== null && (
        <Narrowing text={failure} href={without('failure')} label="Show every failure" />
      )}
      {(since !== null || until !== null) && (
        <Narrowing
          text={periodOf(since, until)}
          href={without('since', 'until')}
          label="Show every day"
        />
      )}
    </>
  );
}

function Narrowing({ text, href, label }: { text: string; href: string; label: string }) {
  return (
    <Button asChild size="sm">
      <Link href={href} replace>
        {text}
        <X aria-hidden />
        <span className="sr-only">{label}</span>
      </Link>
    </Button>
  );
}

/** Days in UTC, as the server counts them: `2026-11-24`, `since 2026-10-26`. */
function periodOf(since: string | null, until: string | null): string {
  const from = since?.slice(0, 10);
  if (until === null) return `since ${from}`;
  if (since !== null && Date.parse(until) - Date.parse(since) <= DAY_MS) return `on ${from}`;
  return since === null ? `until ${until.slice(0, 10)}` : `${from} to ${until.slice(0, 10)}`;
}
