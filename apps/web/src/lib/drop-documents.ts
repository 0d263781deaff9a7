export type DropDocument = { path: string; text: string };

/** The files that a drop holds; one that holds none is a file itself. `name` is what that one is called. */
export function toDocuments(content: string, name: string): DropDocument[] {
  const value = parseJson(content);
  if (value === undefined) return [{ path: `${name}.txt`, text: content }];
  const files = filesIn(value);
  if (files.length > 0) return files.sort((a, b) => a.path.localeCompare(b.path));
  return [{ path: `${name}.json`, text: JSON.stringify(value, null, 2) }];
}

/** Stages that write files leave `{ files: [{ path, content }] }`, or a list of such. */
function filesIn(value: unknown): DropDocument[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (!isRecord(value) || !Array.isArray(value.files)) return [];
  return value.files.flatMap((file: unknown) =>
    isRecord(file) && typeof file.path === 'string' && typeof file.content === 'string'
      ? [{ path: file.path, text: file.content }]
      : [],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
