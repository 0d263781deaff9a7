import { PlatformError } from '#kernel/errors.ts';

export class ProjectNotFound extends PlatformError {
  readonly code = 'project-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No project ${id} in this organisation. List the projects to find its id.`);
  }
}

export class ProjectArchived extends PlatformError {
  readonly code = 'project-archived';
  readonly kind = 'conflict';

  constructor(id: string) {
    super(`Project ${id} is archived and takes nothing new. Use another project or create one.`);
  }
}

export class ProjectNameTaken extends PlatformError {
  readonly code = 'project-name-taken';
  readonly kind = 'conflict';

  constructor(name: string) {
    super(`There is a project named "${name}" already. Choose another name, or archive that one.`);
  }
}
