import { asObject, behindReferences, type JsonObject } from './document-place.ts';
import { sampleValue } from './sample-value.ts';

/** A body that the document allows, with its media type; null where none is wanted. */
export function bodyOf(
  document: unknown,
  operation: JsonObject,
): { type: string; value: unknown } | null {
  const content = Object.entries(
    asObject(behindReferences(document, operation.requestBody).content),
  );
  const [type, media] =
    content.find(([each]) => /json/.test(each)) ??
    content.find(([each]) => /multipart/.test(each)) ??
    content[0] ??
    [];
  if (type === undefined) return null;
  return {
    type: type.includes('*') ? 'application/octet-stream' : type,
    value: sampleValue(document, asObject(media).schema ?? { type: 'string', format: 'binary' }),
  };
}
