'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';

const MOST = 100;

type VersionChoiceProps = { projectId: string; from: string; to: string };

/** Which two are compared; the URL says it. */
export function VersionChoice({ projectId, from, to }: VersionChoiceProps) {
  const router = useRouter();
  const { data } = useQuery({
    queryKey: ['versions', projectId, 'all'],
    queryFn: () => api.listVersions(projectId, { limit: MOST }),
  });
  const show = (next: { from: string; to: string }) =>
    router.replace(`/projects/${projectId}/compare?from=${next.from}&to=${next.to}`);
  const swap = () => show({ from: to, to: from });
  useCommands('compare-versions', [
    { id: 'compare.swap', name: 'Swap the two', group: 'Compare', run: swap },
  ]);
  const options = data?.items.map(({ id, number, name }) => (
    <option key={id} value={id}>
      v{number} {name}
    </option>
  ));
  return (
    <>
      <Select
        aria-label="Before"
        value={from}
        onChange={(event) => show({ from: event.target.value, to })}
        className="w-auto max-w-36"
      >
        {options}
      </Select>
      <Button size="icon" variant="ghost" aria-label="Swap" onClick={swap}>
        <ArrowLeftRight />
      </Button>
      <Select
        aria-label="After"
        value={to}
        onChange={(event) => show({ from, to: event.target.value })}
        className="w-auto max-w-36"
      >
        {options}
      </Select>
    </>
  );
}
