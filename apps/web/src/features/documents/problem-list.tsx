'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/empty-state.tsx';
import { SearchInput } from '#components/search-input.tsx';
import { Button } from '#components/ui/button.tsx';
import { useUrlText } from '#lib/use-url-text.ts';

type ProblemListProps = { problems: readonly { slug: string; title: string }[] };

/** Every code that the API answers with, found by its code or title. */
export function ProblemList({ problems }: ProblemListProps) {
  const { typed, setTyped } = useUrlText('q');
  const wanted = typed.toLowerCase();
  const shown = problems.filter(({ slug, title }) =>
    `${slug} ${title}`.toLowerCase().includes(wanted),
  );
  return (
    <div className="grid gap-3">
      <SearchInput label="Find a problem" value={typed} onType={setTyped} className="max-w-72" />
      {shown.length === 0 ? (
        <EmptyState icon={SearchX} title="No problem by that name" text="Another word may find it.">
          <Button onClick={() => setTyped('')}>Show all</Button>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map(({ slug, title }) => (
            <li key={slug}>
              <Link
                href={`/problems/${slug}`}
                className="flex flex-wrap items-baseline gap-x-4 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="mr-auto font-medium">{title}</span>
                <span className="font-mono text-muted text-xs">{slug}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
