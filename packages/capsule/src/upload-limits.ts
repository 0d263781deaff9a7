/** What code that is handed in may be at most. */
export const UPLOAD_LIMITS = {
  /** Bytes of all files together, unpacked. */
  bytes: 32 * 1024 * 1024,
  /** Entries of the archive, also those that nobody wants. */
  entries: 20_000,
  /** Files that are taken. */
  files: 2_000,
  /** Bytes of one file. */
  fileBytes: 2 * 1024 * 1024,
  /** Objects of a git history, and their bytes. */
  objects: 100_000,
  historyBytes: 128 * 1024 * 1024,
} as const;
