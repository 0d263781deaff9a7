import { buildRequest, type PathValues } from './build-request.ts';
import type { AppRequest, Expectation } from './domain/finding.ts';
import type { Operation } from './domain/openapi-document.ts';
import { hostileFiles, sampleFile } from './domain/sample-files.ts';
import type { Attempt, ExerciseSession } from './exercise-session.ts';
import type { RecordMaker } from './record-maker.ts';

type Exercise = { session: ExerciseSession; records: RecordMaker };

/** A request that sends a file as the whole body. */
export function uploadRequest(
  operation: Operation,
  path: PathValues,
  contentType: string,
  content: string,
): AppRequest {
  return { ...buildRequest(operation, { path, raw: content }), contentType, isBinary: true };
}

/** A file that the operation has to take, or null when none of its types is known. */
export function validUpload(operation: Operation, path: PathValues): AppRequest | null {
  const type = operation.upload?.types.find((one) => sampleFile(one) !== null);
  return type === undefined ? null : uploadRequest(operation, path, type, sampleFile(type) ?? '');
}

/** Sends a file of each type that the operation takes. */
export async function exerciseUpload({ session, records }: Exercise, operation: Operation) {
  const path = await records.pathValues(operation, false);
  if (path === null) return;
  for (const type of operation.upload?.types ?? []) {
    const content = sampleFile(type);
    if (content === null || session.stopReason() !== null) continue;
    const request = uploadRequest(operation, path, type, content);
    const attempt = `valid, ${type}`;
    await session.attempt({ operation, attempt, expectation: 'success', request });
  }
}

/** Files that are none, that are called another type, and one byte too many. */
export function wrongUploads(operation: Operation, path: PathValues): Attempt[] {
  const { upload } = operation;
  const [type = ''] = upload?.types ?? [];
  if (upload === null) return [];
  const send = (attempt: string, expectation: Expectation, content: string): Attempt => ({
    ...{ operation, attempt, expectation },
    request: uploadRequest(operation, path, type, content),
  });
  const takesText = upload.types.includes('text/plain');
  const disguised = hostileFiles.map(([what, content]) =>
    send(`${what} as ${type}`, takesText ? 'answer' : 'rejection', content),
  );
  const large =
    upload.maxBytes === null
      ? []
      : [send('too large', 'rejection', (sampleFile(type) ?? '').padEnd(upload.maxBytes + 1, ' '))];
  return [
    send('an empty file', 'rejection', ''),
    send('bytes of no type', 'rejection', '\0\x01\x02'),
    ...disguised,
    ...large,
  ];
}
