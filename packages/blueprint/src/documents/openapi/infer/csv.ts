import type { Behaviour, ContractAnswer } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { isJson, type Operation, successOf } from '../operations.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import { answerSchema, findRow } from './row-schema.ts';
import { sourceOf } from './views.ts';

type Csv = NonNullable<Extract<Behaviour, { kind: 'create' }>['csv']>;

export function isCsv(media: string): boolean {
  return /^(text|application)\/csv\b/.test(media);
}

/** A body of comma separated values, or the one file of a form that is said to have them. */
export function csvGiven(root: object, operation: Operation): { part?: string } | null {
  const { body, text } = operation;
  if (body === null) return null;
  if (isCsv(body.media)) return {};
  const files = [...body.schema.properties].filter(
    ([, raw]) => flatten(root, raw).format === 'binary',
  );
  const [only, ...others] = files;
  if (only === undefined || others.length > 0 || body.schema.properties.size > 1) return null;
  const said = `${text} ${flatten(root, only[1]).description.toLowerCase()}`;
  return /\bcsv\b|comma[- ]separated/.test(said) &&
    /\bimport\w*\b/.test(`${said} ${operation.path}`)
    ? { part: only[0] }
    : null;
}

/** Lines that are like what another operation takes one by one; null where no such operation is there. */
export function csvOf(
  { inference, all, facts }: Deciding,
  draft: Draft,
): { csv: Csv; like: Facts } | null {
  const given = csvGiven(inference.root, facts.subject.operation);
  if (given === null) return null;
  const like = all.find(({ facts: { subject, intent } }) => {
    const { body } = subject.operation;
    const isOne = body !== null && isJson(body.media) && body.schema.properties.size > 0;
    return subject.noun === draft.noun && intent === 'create' && isOne && subject.own === null;
  });
  if (like === undefined) return null;
  const { path } = like.facts.subject.operation;
  return { csv: { method: 'post', path, ...given }, like: like.facts };
}

/** The columns of an export: those that its words name, else what records show. */
export function csvAnswer(
  { root }: Pick<Inference, 'root'>,
  draft: Draft,
  operation: Operation,
): ContractAnswer['body'] | null {
  const said = `${operation.text} ${successOf(operation)?.response.description.toLowerCase() ?? ''}`;
  const of = (name: string) => {
    const from = findMember(draft, name)?.name ?? sourceOf(draft, name);
    return from === null ? [] : [{ name, of: from }];
  };
  const lists = [
    ...[...said.matchAll(/\(([a-z_]\w*(?:, ?[a-z_]\w*)+)\)/g)].map(([, list = '']) => list),
    ...[...said.matchAll(/\bcolumns?:? `?([a-z_]\w*(?:,? (?:and )?`?[a-z_]\w*`?)+)/g)].map(
      ([, list = '']) => list,
    ),
  ];
  for (const list of lists) {
    const names = list.split(/[ ,`]+|\band\b/).filter((name) => name !== '');
    const columns = names.flatMap(of);
    if (columns.length === names.length && columns.length > 1) return { as: 'csv', columns };
  }
  for (const { operation: other, nounWords } of draft.subjects) {
    const schema = answerSchema(other);
    const row = schema === null ? null : findRow(root, schema, nounWords);
    const columns = [...(row?.schema.properties.keys() ?? [])].flatMap(of);
    if (row !== null && columns.length > 1) return { as: 'csv', columns };
  }
  return null;
}
