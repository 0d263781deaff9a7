import type { DocumentInvalidCode } from './documents/document-invalid.ts';

/** Why a prompt or a document did not become a blueprint. `code` is stable. */
export type Refusal = {
  code: RefusalCode | DocumentInvalidCode;
  message: string;
  next: string;
  notUnderstood: string[];
  /** Where a document is wrong; both count from 1. */
  position?: { line: number; column: number };
};
export type RefusalCode =
  | 'prompt-empty'
  | 'prompt-too-long'
  | 'prompt-binary'
  | 'prompt-not-english'
  | 'prompt-not-about-data';

const OFFLINE =
  'The offline compiler turns English descriptions of data into an application: name the things to keep, what each of them has, and how they belong together, for example "customers have a unique email and many invoices; an invoice has a number and a due date". This version has no language-model provider yet; a later one will let an administrator configure one for requests like this.';

const MESSAGES: Record<RefusalCode, string> = {
  'prompt-empty': 'The prompt is empty.',
  'prompt-too-long': 'The prompt is longer than the reader takes at once.',
  'prompt-binary': 'The prompt is not text: it contains binary data.',
  'prompt-not-english':
    'The prompt is not in English, and the offline compiler reads English alone.',
  'prompt-not-about-data':
    'The prompt does not describe data to keep, so there is nothing the offline compiler could build. Nothing was invented.',
};

export function refuse(code: RefusalCode, notUnderstood: string[], detail?: string): Refusal {
  const message =
    detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} It looks like ${detail}.`;
  return { code, message, next: OFFLINE, notUnderstood };
}
