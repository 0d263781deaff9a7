export type OwnerPassword = {
  readonly organisationId: string;
  /** Says itself by which method and parameters it was made. */
  readonly hash: string;
  readonly changedAt: Date;
};
