export type ArchiveLimits = Readonly<Record<'archiveBytes' | 'tarBytes' | 'members', number>>;

/** What a capsule may be at most; the reader stops at these, so a small file cannot fill the memory. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  /** Bytes of the `.tar.gz`. */
  archiveBytes: 64 * 1024 * 1024,
  /** Bytes of the tar inside. */
  tarBytes: 256 * 1024 * 1024,
  members: 10_000,
};
