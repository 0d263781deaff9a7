import { CsvError, parse } from 'csv-parse/sync';
import { DocumentInvalid } from '../document-invalid.ts';
import { createTable, type Tables } from '../tables/tables.ts';
import { columnOfSample, noteShown, type Shown } from './columns.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** The first row as the fields of one entity, whose types the other rows show. */
export function readCsv(text: string, name: string): Tables {
  const [header, ...rows] = parseRows(text);
  if (header === undefined)
    throw new DocumentInvalid('document-without-data', 'The document has no row.');
  const table = createTable(name, 1);
  const tables: Tables = { title: null, tables: [table], links: [], outOfScope: [] };
  for (const [index, label] of labelsOf(header).entries()) {
    const cells = rows.map((row) => (row[index] ?? '').trim());
    const values = cells.filter((cell) => cell !== '' && !/^(null|n\/a)$/i.test(cell));
    const shown: Shown = { name: label, line: 1, values, missing: cells.length - values.length };
    const column = columnOfSample(shown, true);
    table.columns.push(column);
    noteShown(tables, name, shown, column.type);
    if (label.toLowerCase() === 'id') table.primaryKey = [label];
  }
  return tables;
}

function parseRows(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const message = `${error.message.slice(0, 160).replace(/\.$/, '')}.`;
    throw new DocumentInvalid('document-invalid', message, { line, column: 1 });
  }
}

/** The sign that parts the first line most often; quoted ones do not count. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((mark) => first.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Labels that tell the columns apart, also where the header does not. */
function labelsOf(header: readonly string[]): string[] {
  const used = new Set<string>();
  return header.map((cell, index) => {
    const wanted = cell.trim() === '' ? `column ${index + 1}` : cell.trim();
    let label = wanted;
    for (let count = 2; used.has(label); count += 1) label = `${wanted} ${count}`;
    used.add(label);
    return label;
  });
}
