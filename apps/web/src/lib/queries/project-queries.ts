import type { Client } from '@quantumlayer/sdk';
import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../pages.ts';

/** Every list of projects is below it. */
export const projectsKey = ['projects'] as const;
const MOST_CHOICES = 100;

export type ProjectSearch = { q?: string; archived?: boolean };

export const projectKey = (projectId: string) => ['project', projectId] as const;

export function projectQuery(api: Client, projectId: string) {
  return queryOptions({
    queryKey: projectKey(projectId),
    queryFn: () => api.getProject(projectId),
  });
}

/** The projects that a field lets one choose from. */
export function projectChoicesQuery(api: Client) {
  return queryOptions({
    queryKey: [...projectsKey, 'choices'],
    queryFn: () => api.listProjects({ limit: MOST_CHOICES }),
  });
}

export function projectPages(api: Client, search: ProjectSearch) {
  return pagesOf([...projectsKey, search], (page) => api.listProjects({ ...page, ...search }));
}

/** What the URL of the list asks for. */
export function projectSearchOf(url: URLSearchParams): ProjectSearch {
  const q = url.get('q');
  return { ...(q && { q }), ...(url.get('archived') && { archived: true }) };
}

/** Capsules never change. */
export function capsuleQuery(api: Client, capsuleId: string) {
  return queryOptions({
    queryKey: ['capsule', capsuleId],
    queryFn: () => api.getCapsule(capsuleId),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function versionPages(api: Client, projectId: string) {
  return pagesOf(['versions', projectId], (page) => api.listVersions(projectId, page));
}

export function previewPages(api: Client, projectId: string) {
  return pagesOf(['previews', projectId], (page) => api.listPreviews(projectId, page));
}
