'use client';

import { useMemo, useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';

export type Package = {
  name: string;
  version: string;
  licence: string;
  /** Its hash as the lock file demands it, when that is shown. */
  hash?: string;
};
type PackagesTableProps = {
  title: string;
  packages: readonly Package[];
  /** The document or output that says all this. */
  proof: { href: string; name: string };
};

const MOST_LICENCES = 4;

/** Packages with their licences, found by name, version or licence. */
export function PackagesTable({ title, packages, proof }: PackagesTableProps) {
  const [words, setWords] = useState('');
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return packages.filter(({ name, version, licence }) =>
      `${name}@${version} ${licence}`.toLowerCase().includes(wanted),
    );
  }, [packages, words]);
  const hasHashes = packages.some(({ hash }) => hash !== undefined);
  return (
    <Panel>
      <PanelHeader title={title}>
        <a href={proof.href} className="font-medium text-accent text-xs">
          {proof.name}
        </a>
        <Input
          type="search"
          aria-label={`Find in: ${title}`}
          placeholder="Find"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="h-7 w-36"
        />
      </PanelHeader>
      <LicenceSummary packages={packages} onChoose={setWords} />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="relative max-h-96 overflow-auto border-line border-t"
        aria-label={title}
      >
        <table className="w-full text-left">
          <thead className="sticky top-0 bg-surface text-muted text-xs">
            <tr>
              <th className="px-3 py-1.5 font-medium">Package</th>
              <th className="px-3 py-1.5 font-medium">Version</th>
              <th className="px-3 py-1.5 font-medium">Licence</th>
              {hasHashes && <th className="px-3 py-1.5 font-medium">Hash</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <PackageRow key={`${one.name}@${one.version}`} package={one} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p role="status" className="p-4 text-muted">
            No package like “{words}”.
          </p>
        )}
      </section>
    </Panel>
  );
}

function PackageRow({ package: { name, version, licence, hash } }: { package: Package }) {
  return (
    <tr className="border-line border-t">
      <td className="px-3 py-1 font-mono text-xs">{name}</td>
      <td className="px-3 py-1 font-mono text-xs">{version}</td>
      <td className="px-3 py-1">{licence}</td>
      {hash !== undefined && (
        <td className="px-3 py-1">
          <CopyButton text={hash} label={`the hash of ${name}`}>
            {hash.slice(0, 18)}
          </CopyButton>
        </td>
      )}
    </tr>
  );
}

type LicenceSummaryProps = { packages: readonly Package[]; onChoose: (licence: string) => void };

/** How many packages stand under which licence; a click shows them. */
function LicenceSummary({ packages, onChoose }: LicenceSummaryProps) {
  const counts = new Map<string, number>();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const more = sorted.length - MOST_LICENCES;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-xs">
      {sorted.slice(0, MOST_LICENCES).map(([licence, count]) => (
        <button
          key={licence}
          type="button"
          onClick={() => onChoose(licence)}
          className="rounded-sm text-muted hover:text-ink"
        >
          <span className="font-medium text-ink tabular-nums">{count}</span> {licence}
        </button>
      ))}
      {more > 0 && <span className="text-muted">and {more} more licences</span>}
    </p>
  );
}
