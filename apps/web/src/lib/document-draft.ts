import type { components } from '@quantumlayer/sdk';

type Document = components['schemas']['Document'];
export type DocumentFormat = NonNullable<Document['format']>;

/** A document in the box; an empty format is told from name and text. */
export type DocumentDraft = { name: string; text: string; format: DocumentFormat | '' };

/** As much as the API takes. */
export const LONGEST_DOCUMENT = 500_000;

/** Lines that nobody types in a prompt. */
const SIGNS = [
  /^\s*["']?(openapi|swagger)["']?\s*:\s*["']?[23]\b/m,
  /^\s*create\s+(\w+\s+){0,3}table\b/im,
  /^\s*(entity|enum|relationship)\s+\w+\s*(\([\w-]+\)\s*)?\{/m,
  /^\s*(model|datasource)\s+\w+\s*\{/m,
  /^\s*\{\s*"/,
  /^\s*\[\s*\{/,
];

/** Whether text that is pasted is a document rather than a part of a prompt. */
export function looksLikeDocument(text: string): boolean {
  return text.includes('\n') && SIGNS.some((sign) => sign.test(text));
}

export function toDocument({ name, text, format }: DocumentDraft): Document {
  return { text, ...(name !== '' && { name }), ...(format !== '' && { format }) };
}

export function fromDocument({ name, text, format }: Document): string {
  return writeDraft({ name: name ?? '', text, format: format ?? '' });
}

export function writeDraft(draft: DocumentDraft | null): string {
  return draft === null ? '' : JSON.stringify(draft);
}

/** Null for what is no draft, or is none of this version. */
export function readDraft(stored: string): DocumentDraft | null {
  if (stored === '') return null;
  try {
    const { name, text, format }: Record<string, unknown> = JSON.parse(stored);
    if (typeof name !== 'string' || typeof text !== 'string') return null;
    // One that there is not is refused by the API.
    return { name, text, format: typeof format === 'string' ? (format as DocumentFormat) : '' };
  } catch {
    return null;
  }
}
