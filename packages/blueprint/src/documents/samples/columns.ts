import type { Column, ColumnType, Tables } from '../tables/tables.ts';
import { inferSampleType, otherForm, type Sample } from './infer-type.ts';

/** All that a sample shows of one field. */
export type Shown = { name: string; line: number; values: Sample[]; missing: number };

/** The column of a field; what is only guessed from the sample is said. */
export function columnOfSample({ name, line, values, missing }: Shown, isText: boolean): Column {
  const type = inferSampleType(name, values, isText);
  return {
    name,
    line,
    type,
    isRequired: missing === 0 && values.length > 0,
    isUnique: false,
    isCounted: false,
  };
}

/** What a sample shows of a field that the field does not keep: no value, values of several kinds or of another form. */
export function noteShown(
  { outOfScope }: Tables,
  table: string,
  { name, line, values }: Shown,
  { is }: Pick<ColumnType, 'is'>,
): void {
  const note = (what: string, why: string) =>
    outOfScope.push({
      what: `${what} of ${table.slice(0, 60)}.${name.slice(0, 60)}`,
      line,
      why,
    });
  if (values.length === 0) note('type', 'The sample has no value for it; it is an optional text.');
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size > 1)
    note(`kinds (${[...kinds].join(', ')})`, 'The sample shows several; all are kept as texts.');
  const example = otherForm(is, values);
  const other = values.find((value) => otherForm(is, [value]) !== null);
  if (example !== null)
    note(`form "${String(other).slice(0, 60)}"`, `The app takes and shows it as ${example}.`);
}
