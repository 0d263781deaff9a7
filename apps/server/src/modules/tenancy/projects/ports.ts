import type { Project } from '@quantumlayer/contracts';
import type { ProjectRecord } from './domain/project.ts';

export type ProjectQuery = {
  after: string | null;
  limit: number;
  archived: boolean;
  /** Words of the name or the description, in any case. */
  text?: string | undefined;
};

/** Where projects live. A name is taken while a project that is not archived has it, whatever its case. */
export interface ProjectRepository {
  find(organisationId: string, id: string): Promise<ProjectRecord | null>;
  findMany(organisationId: string, ids: readonly string[]): Promise<ProjectRecord[]>;
  /** Oldest first, archived ones only when asked for; `after` is the last id of the page before. */
  list(organisationId: string, page: ProjectQuery): Promise<ProjectRecord[]>;
  /** False when the name is taken. */
  insert(project: ProjectRecord): Promise<boolean>;
  /** False when the name is taken. */
  update(project: ProjectRecord): Promise<boolean>;
}

/** What happens in projects, told by those who know; a project that is not in the answer has seen nothing. */
export interface ProjectActivity {
  of(
    organisationId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, Project['runs']>>;
}
