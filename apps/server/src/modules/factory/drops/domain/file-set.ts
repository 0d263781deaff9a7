/** Files by path. */
export type FileSet = Map<string, string>;

type FileLike = { path: string; content: string };

/**
 * Takes every list of `{ path, content }` out of a JSON document, wherever it is: files are compared by path, so it
 * does not matter which part of a stage's output they came from. Answers the rest with an empty list in their place.
 */
export function takeFilesOut(document: unknown, files: FileSet): unknown {
  if (isFileList(document)) {
    for (const { path, content } of document) files.set(path, content);
    return [];
  }
  if (Array.isArray(document)) return document.map((item) => takeFilesOut(item, files));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, takeFilesOut(value, files)]),
  );
}

function isFileList(value: unknown): value is FileLike[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFile);
}

function isFile(value: unknown): value is FileLike {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'path' in value &&
    typeof value.path === 'string' &&
    'content' in value &&
    typeof value.content === 'string'
  );
}
