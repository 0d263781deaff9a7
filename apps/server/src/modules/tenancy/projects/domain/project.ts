export type ProjectRecord = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly description: string;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
};

export const DEFAULT_PROJECT_NAME = 'Default';
