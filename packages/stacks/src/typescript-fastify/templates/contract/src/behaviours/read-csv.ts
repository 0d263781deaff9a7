import { UploadedFile } from '../contract/bodies.ts';
import { describe } from '../contract/document.ts';
import { memberOf } from '../contract/json.ts';
import { Refusal } from '../contract/refusal.ts';
import { textValidator, type Validator } from '../contract/validators.ts';
import type { Row } from '../records/resource.ts';

/** Of which operation each line is like the body, and the part of a form that has the lines. */
export type Csv = { method: 'post'; path: string; part?: string };

const MOST_LINES = 10_000;
const MOST_COLUMNS = 100;
const validators = new Map<string, Validator>();

/** The rows of comma separated values, each as valid as one that comes alone. */
export function readCsv(body: unknown, { method, path, part }: Csv): Row[] {
  const given = part === undefined ? body : memberOf(body, part);
  const text = given instanceof UploadedFile ? given.content.toString('utf8') : given;
  if (typeof text !== 'string') throw new Refusal('invalid', 'The body must be text.');
  const [names = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, ''));
  if (names.length === 0) throw new Refusal('invalid', 'There is no line in the body.');
  const validate = validators.get(path) ?? validatorOf(method, path);
  validators.set(path, validate);
  return lines.map((cells, at) => {
    if (cells.length > names.length)
      throw new Refusal('invalid', `Line ${at + 2} has more values than there are columns.`);
    const row = Object.fromEntries(
      names.flatMap((name, column) => {
        const value = cells[column] ?? '';
        return value === '' ? [] : [[name.trim(), value]];
      }),
    );
    const [misfit] = validate(row);
    if (misfit !== undefined)
      throw new Refusal('invalid', `Line ${at + 2}: ${misfit.pointer.slice(0, 200)} ${misfit.detail}.`);
    return row;
  });
}

function validatorOf(method: Csv['method'], path: string): Validator {
  const media = describe(method, path).body?.contents.find(({ type }) => /json/.test(type));
  return media?.schema ? textValidator(media.schema) : () => [];
}

/** Cells line by line (RFC 4180); empty lines are none. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/gy;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) throw new Refusal('invalid', `Line ${lines.length + 1} cannot be read.`);
    const [, quoted, plain = '', end] = found;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (cells.length > MOST_COLUMNS) throw new Refusal('too-large', 'There are too many columns.');
    if (end === ',' && pattern.lastIndex === text.length) cells.push('');
    if (end === ',' && pattern.lastIndex < text.length) continue;
    if (cells.some((cell) => cell !== '')) lines.push(cells);
    cells = [];
    if (lines.length > MOST_LINES + 1) throw new Refusal('too-large', 'There are too many lines.');
  }
  return lines;
}
