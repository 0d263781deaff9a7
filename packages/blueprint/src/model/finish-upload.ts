import { type Field, LEAST_FILE_BYTES, MOST_FILE_BYTES } from '@quantumlayer/contracts';
import type { Draft, DraftField } from './draft.ts';

const UNITS: Readonly<Record<string, number>> = {
  bytes: 1,
  kb: 1_000,
  mb: 1_000_000,
  gb: 1_000_000_000,
};

/** A file is put after its record was made, so that it is never required. */
export function finishUpload(
  draft: Draft,
  path: string,
  { name, words, qualities }: DraftField,
  type: 'file' | 'image',
): Field {
  const field: Field = { name, type, required: false, unique: false };
  const refused =
    qualities.required === true ? 'required' : qualities.unique === true ? 'unique' : null;
  if (refused !== null) {
    draft.questions.push({
      path,
      text: `${path} is a file, which is put after its record was made; it cannot be ${refused}. That was left out.`,
      answers: [],
    });
  }
  const most = (qualities.max ?? qualities.below ?? 0) * (UNITS[qualities.unit ?? ''] ?? 0);
  if (most >= LEAST_FILE_BYTES) field.maxBytes = Math.min(Math.floor(most), MOST_FILE_BYTES);
  else if (most > 0)
    draft.questions.push({
      path,
      text: `${path} is a file, and no file has only ${most} bytes. The limit was left out.`,
      answers: [],
    });
  if (type === 'file' && (qualities.pdf === true || words.includes('pdf')))
    field.mediaTypes = ['application/pdf'];
  return field;
}
