import type { Reading, ReadRequest } from '@quantumlayer/contracts';
import { combineReadings } from './combine/combine-readings.ts';
import { readBeside } from './combine/read-beside.ts';
import { DocumentInvalid } from './documents/document-invalid.ts';
import { readDocument } from './documents/read-document.ts';
import { type ReadOutcome, readPrompt, readSaid } from './read-prompt.ts';
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
    const said = readSaid(prompt);
    if (!said.ok && said.refusal.code !== 'prompt-not-about-data') return said;
    const added = said.ok
      ? combineReadings(base, said.reading)
      : { ...base, notUnderstood: said.refusal.notUnderstood };
    return { ok: true, reading: betterOf(added, prompt, base) };
  } catch (error) {
    if (error instanceof DocumentInvalid) return { ok: false, refusal: refusalOf(error) };
    throw error;
  }
}

/**
 * What describes things of its own is understood by itself; what speaks of those of the document, only beside it. The one
 * with more rules is taken, since a right on a thing that nobody knows is laid on nothing; else the one that understands more.
 */
function betterOf(added: Reading, prompt: string, base: Reading): Reading {
  // The server of an OpenAPI document is what the document says; a prompt only adds to it.
  const beside = base.blueprint.contract === undefined ? readBeside(base, prompt) : null;
  if (beside === null) return added;
  const more = rulesIn(beside) - rulesIn(added);
  if (more !== 0) return more > 0 ? beside : added;
  return missedIn(beside) < missedIn(added) ? beside : added;
}

/** How much of a prompt became nothing; reasons do not count. */
function missedIn({ phrases, notUnderstood }: Reading): number {
  if (phrases.length === 0) return notUnderstood.join(' ').length;
  const missed = phrases.filter(({ became }) => became.length === 0);
  return missed.reduce((length, { text }) => length + text.length, 0);
}

function rulesIn({ blueprint: { entities } }: Reading): number {
  return entities.reduce((count, entity) => {
    const { access, lifecycle, softDelete, optimisticLocking, audited, rules = [] } = entity;
    const said = [access, lifecycle, softDelete, optimisticLocking, audited].filter(Boolean);
    const computed = entity.fields.filter((field) => field.computed !== undefined);
    const groups = entity.uniqueTogether ?? [];
    return count + said.length + rules.length + computed.length + groups.length;
  }, 0);
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
