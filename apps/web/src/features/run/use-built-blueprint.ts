'use client';

import type { Blueprint } from '#lib/blueprint.ts';
import { useDropJson } from './use-drop-json.ts';
import type { Run } from './use-run.ts';

/** The blueprint that the design was made from: the one that was read, or what a person changed it to. Null before. */
export function useBuiltBlueprint(run: Run): Blueprint | null {
  const stage = run.stages.find(({ key }) => key === 'design');
  const { data } = useDropJson<{ blueprint?: Blueprint }>(stage?.dropId ?? null);
  return data?.blueprint ?? null;
}
