import type { Reading, ReadRequest } from '@quantumlayer/contracts';
import { combineReadings } from './combine/combine-readings.ts';
import { DocumentInvalid } from './documents/document-invalid.ts';
import { readDocument } from './documents/read-document.ts';
import { type ReadOutcome, readPrompt } from './read-prompt.ts';
import type { Refusal } from './refusals.ts';

/** Reads a prompt, a document, or a document that a prompt adds to; never throws for what it is given. */
export async function readRequest({ prompt, document }: ReadRequest): Promise<ReadOutcome> {
  if (document === undefined) return readPrompt(prompt ?? '');
  try {
    const { blueprint, assumptions, questions, ...account } = await readDocument(document);
    const base: Reading = {
      blueprint,
      phrases: [],
      notUnderstood: [],
      assumptions,
      questions,
      document: account,
    };
    if (prompt === undefined || prompt.trim() === '') return { ok: true, reading: base };
    const said = readPrompt(prompt);
    if (said.ok) return { ok: true, reading: combineReadings(base, said.reading) };
    if (said.refusal.code !== 'prompt-not-about-data') return said;
    return { ok: true, reading: { ...base, notUnderstood: said.refusal.notUnderstood } };
  } catch (error) {
    if (error instanceof DocumentInvalid) return { ok: false, refusal: refusalOf(error) };
    throw error;
  }
}

function refusalOf({ code, message, next, line, column }: DocumentInvalid): Refusal {
  return {
    code,
    message,
    next,
    notUnderstood: [],
    ...(line === null || column === null ? {} : { position: { line, column } }),
  };
}
