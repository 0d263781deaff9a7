'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';
import { projectChoicesQuery } from '#lib/queries/project-queries.ts';
import { Select } from './ui/input.tsx';

type ProjectFilterProps = { value: string; onChange: (projectId: string) => void; every: string };

/** One project or every one; shown when there is something to choose. */
export function ProjectFilter({ value, onChange, every }: ProjectFilterProps) {
  const { data } = useQuery(projectChoicesQuery(api));
  if ((data?.items.length ?? 0) < 2) return null;
  return (
    <Select
      aria-label="Project"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="w-auto max-w-44"
    >
      <option value="">{every}</option>
      {data?.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
