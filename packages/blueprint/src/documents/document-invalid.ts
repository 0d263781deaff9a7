export type DocumentInvalidCode =
  | 'document-empty'
  | 'document-too-long'
  | 'document-binary'
  | 'document-format-unknown'
  | 'document-invalid'
  | 'document-too-large'
  | 'document-without-data';

export type Position = { line: number; column: number };

const NEXT: Record<DocumentInvalidCode, string> = {
  'document-empty':
    'Give a document that describes data: JDL, SQL, a Prisma schema, CSV, JSON or OpenAPI.',
  'document-too-long':
    'Leave out the rows: a dump of the structure alone (pg_dump --schema-only, mysqldump --no-data, .schema) or a few sample rows are enough.',
  'document-binary':
    'Give text: a plain dump instead of a compressed or binary one, encoded as UTF-8.',
  'document-format-unknown':
    'Name the format, or give the file the usual ending: .jdl, .sql, .prisma, .csv, .json or .yaml.',
  'document-invalid': 'Mend the document at the place that is named and give it again.',
  'document-too-large': 'Cut the document into parts that are apps of their own.',
  'document-without-data':
    'Give a document that defines at least one table, entity or model, or an operation.',
};

/** A document that is not imported, not even in part; lines and columns count from 1. */
export class DocumentInvalid extends Error {
  override readonly name = 'DocumentInvalid';
  readonly code: DocumentInvalidCode;
  readonly line: number | null;
  readonly column: number | null;
  readonly next: string;

  constructor(code: DocumentInvalidCode, message: string, position?: Position) {
    super(message);
    this.code = code;
    this.line = position?.line ?? null;
    this.column = position?.column ?? null;
    this.next = NEXT[code];
  }
}
