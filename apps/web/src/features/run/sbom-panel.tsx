'use client';

import { ProblemNotice } from '#components/problem-notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatCount } from '#lib/format.ts';
import { type Package, PackagesTable } from './packages-table.tsx';
import { documentUrl, useCapsuleDocument } from './use-capsule-document.ts';

type Licence = { expression: string } | { license: { id?: string; name?: string } };
type Component = {
  name: string;
  group?: string;
  version?: string;
  licenses?: Licence[];
  hashes?: { alg: string; content: string }[];
};
/** What is shown of CycloneDX 1.6. */
type Sbom = { specVersion: string; components: Component[] };

const PATH = 'sbom.cdx.json';

/** The bill of materials: every dependency with its licence and the hash that the lock file demands. */
export function SbomPanel({ capsuleId }: { capsuleId: string }) {
  const { data, error, refetch } = useCapsuleDocument<Sbom>(capsuleId, PATH);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64" />;
  const { specVersion, components } = data;
  return (
    <PackagesTable
      title={`Bill of materials: ${formatCount(components.length, 'component')}`}
      packages={components.map(toPackage)}
      proof={{ href: documentUrl(capsuleId, PATH), name: `CycloneDX ${specVersion}` }}
    />
  );
}

function toPackage({ name, group, version = '', licenses = [], hashes = [] }: Component): Package {
  const [hash] = hashes;
  return {
    name: group === undefined ? name : `${group}/${name}`,
    version,
    licence: licenses.map(nameOf).join(', ') || 'not stated',
    ...(hash && { hash: `${hash.alg.toLowerCase().replace('-', '')}:${hash.content}` }),
  };
}

function nameOf(licence: Licence): string {
  if ('expression' in licence) return licence.expression;
  return licence.license.id ?? licence.license.name ?? 'not stated';
}
