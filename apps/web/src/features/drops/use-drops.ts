'use client';

import { api } from '#lib/api.ts';
import { usePages } from '#lib/use-pages.ts';
import { useUrlText } from '#lib/use-url-text.ts';
import { useUrlValue } from '#lib/use-url-value.ts';

export type DropFilterState = {
  words: { typed: string; setTyped: (text: string) => void };
  stage: readonly [string, (value: string) => void];
  project: readonly [string, (value: string) => void];
  run: readonly [string, (value: string) => void];
  pinned: readonly [string, (value: string) => void];
};

/** The drops that the URL asks for. */
export function useDrops() {
  const words = useUrlText('q');
  const stage = useUrlValue('stage', '');
  const project = useUrlValue('project', '');
  const run = useUrlValue('run', '');
  const pinned = useUrlValue('pinned', '');
  const asked = {
    ...(words.settled !== '' && { q: words.settled }),
    ...(stage[0] !== '' && { stage: stage[0] }),
    ...(project[0] !== '' && { projectId: project[0] }),
    ...(run[0] !== '' && { runId: run[0] }),
    ...(pinned[0] !== '' && { pinned: 'true' }),
  };
  const pages = usePages(['drops', asked], (page) => api.listAllDrops({ ...page, ...asked }));
  const filters: DropFilterState = { words, stage, project, run, pinned };
  return { ...pages, filters, isFiltered: Object.keys(asked).length > 0 };
}
