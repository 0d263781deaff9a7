import { type DocumentFormat, MAX_DOCUMENT_CHARACTERS } from '@quantumlayer/contracts';
import { detectFormat } from './detect-format.ts';
import { DocumentInvalid } from './document-invalid.ts';
import { type DocumentReading, finishReading, type NamedDocument } from './finish-reading.ts';
import { type Lines, linesOf } from './lines.ts';
import type { SourceModel } from './source-model.ts';

/**
 * Reads a schema, a model or sample rows into a blueprint, offline and deterministically. Throws `DocumentInvalid`, with
 * line and column where there are any, and then nothing is imported. Parsers are loaded when the first document needs them.
 */
export async function readDocument({
  name,
  text,
  format,
}: NamedDocument): Promise<DocumentReading> {
  const clean = screen(text);
  const known = format ?? detectFormat(name, clean);
  if (known === null)
    throw new DocumentInvalid(
      'document-format-unknown',
      'The document is neither JDL nor SQL, a Prisma schema, CSV, JSON or OpenAPI.',
    );
  const lines = linesOf(clean);
  if (known === 'openapi') {
    const { readOpenApi } = await import('./openapi/read-openapi.ts');
    return readOpenApi(clean, { name: name ?? null, lines });
  }
  const model = await readModel(clean, { name, format: known }, lines);
  noteUnreadable(model, clean, lines);
  return finishReading(model, { name: name ?? null, format: known, lines });
}

function screen(text: string): string {
  if (text.length > MAX_DOCUMENT_CHARACTERS) {
    const found = text.length.toLocaleString('en');
    const most = MAX_DOCUMENT_CHARACTERS.toLocaleString('en');
    throw new DocumentInvalid(
      'document-too-long',
      `The document has ${found} characters; ${most} are read at most.`,
    );
  }
  if (text.trim() === '') throw new DocumentInvalid('document-empty', 'The document is empty.');
  const isUnreadable = (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 20;
  const at = text.indexOf('\0');
  if (at >= 0 || isUnreadable)
    throw new DocumentInvalid(
      'document-binary',
      'The document is not text: it holds binary data.',
      linesOf(text).positionAt(Math.max(0, at)),
    );
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}

/** A file that is not UTF-8 arrives with a sign in place of each of its letters that cannot be read. */
function noteUnreadable({ notes }: SourceModel, text: string, lines: Lines): void {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return;
  const count = text.match(/\uFFFD/g)?.length ?? 0;
  notes.outOfScope.push({
    what:
      count === 1 ? 'a character that cannot be read' : `${count} characters that cannot be read`,
    line: lines.lineAt(at),
    why: 'The document is not written in UTF-8; save it so, else names and values lose letters.',
  });
}

const SAMPLE =
  'Types, choices and what is required are guessed from the sample; say in words where other values will come.';

/** What rows are called that have no name but that of their file. */
function stemOf(name: string | undefined): string {
  const stem = (name ?? '').replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return /[A-Za-z]/.test(stem) ? stem : 'record';
}

async function readModel(
  text: string,
  { name, format }: { name: string | undefined; format: Exclude<DocumentFormat, 'openapi'> },
  lines: Lines,
): Promise<SourceModel> {
  switch (format) {
    case 'postgresql':
    case 'mysql':
    case 'sqlite': {
      const { readSql } = await import('./sql/read-sql.ts');
      const { toSource } = await import('./tables/to-source.ts');
      return toSource(await readSql(text, format, lines));
    }
    case 'jdl': {
      const { readJdl } = await import('./jdl/read-jdl.ts');
      const { toSource } = await import('./tables/to-source.ts');
      return toSource(readJdl(text, lines));
    }
    case 'prisma': {
      const { readPrisma } = await import('./prisma/read-prisma.ts');
      const { toSource } = await import('./tables/to-source.ts');
      return toSource(readPrisma(text, lines));
    }
    case 'csv': {
      const { readCsv } = await import('./samples/read-csv.ts');
      const { toSource } = await import('./tables/to-source.ts');
      return toSource(readCsv(text, stemOf(name)), SAMPLE);
    }
    case 'json': {
      const { readJson } = await import('./samples/read-json.ts');
      const { toSource } = await import('./tables/to-source.ts');
      return toSource(readJson(text, stemOf(name), lines), SAMPLE);
    }
  }
}
