'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';
import { projectQuery } from '#lib/queries/project-queries.ts';

export type Project = components['schemas']['Project'];

export function useProject(projectId: string) {
  return useQuery(projectQuery(api, projectId));
}
