import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import { DEFAULT_PROJECT_NAME, type ProjectRecord } from './domain/project.ts';
import { ProjectArchived, ProjectNameTaken } from './domain/project-errors.ts';
import type { ProjectActivity, ProjectRepository } from './ports.ts';
import { createProjectPresenter } from './present-project.ts';
import { createProjectReader } from './project-reader.ts';

export type ProjectService = ReturnType<typeof createProjectService>;

type Dependencies = {
  projects: ProjectRepository;
  activity: ProjectActivity;
  clock: Clock;
  newId: NewId;
};

export function createProjectService({ projects, activity, clock, newId }: Dependencies) {
  const { get, requireActive, namesOf, list } = createProjectReader(projects);

  function draft(organisationId: string, name: string, description: string): ProjectRecord {
    return {
      id: newId('prj'),
      organisationId,
      name,
      description,
      createdAt: clock(),
      archivedAt: null,
    };
  }

  async function save(project: ProjectRecord): Promise<ProjectRecord> {
    if (!(await projects.update(project))) throw new ProjectNameTaken(project.name);
    return project;
  }

  return {
    get,
    requireActive,
    namesOf,
    list,
    present: createProjectPresenter(activity),

    /** At each start: an organisation has at least one project to work in. */
    async ensureDefault(organisationId: string): Promise<void> {
      const page = { after: null, limit: 1, archived: false };
      if ((await projects.list(organisationId, page)).length > 0) return;
      // A racing start may have made it meanwhile; then the name is taken and all is well.
      await projects.insert(draft(organisationId, DEFAULT_PROJECT_NAME, 'Made at first start.'));
    },

    async create(
      organisationId: string,
      { name, description }: { name: string; description: string },
    ): Promise<ProjectRecord> {
      const project = draft(organisationId, name, description);
      if (!(await projects.insert(project))) throw new ProjectNameTaken(name);
      return project;
    },

    async update(
      organisationId: string,
      id: string,
      change: { name?: string | undefined; description?: string | undefined },
    ): Promise<ProjectRecord> {
      const project = await get(organisationId, id);
      if (project.archivedAt !== null) throw new ProjectArchived(id);
      const { name = project.name, description = project.description } = change;
      return await save({ ...project, name, description });
    },

    /** Archiving twice changes nothing. */
    async archive(organisationId: string, id: string): Promise<ProjectRecord> {
      const project = await get(organisationId, id);
      return project.archivedAt === null
        ? await save({ ...project, archivedAt: clock() })
        : project;
    },

    /** Takes a project out of the archive; throws `ProjectNameTaken` when another has its name by now. */
    async restore(organisationId: string, id: string): Promise<ProjectRecord> {
      const project = await get(organisationId, id);
      return project.archivedAt === null ? project : await save({ ...project, archivedAt: null });
    },
  };
}
