export type RunChoices = {
  /** Undefined while the projects are not known yet: the first one. */
  projectId: string | undefined;
  review: boolean;
  preview: boolean;
};
