import { type Flat, flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import { findRow } from './row-schema.ts';

/** What the document says of the members of a record, wherever it shows or takes one. */
export function schemasOf({ root }: Inference, draft: Draft): Map<string, Flat> {
  const schemas = new Map<string, Flat>();
  const add = (properties: Flat['properties']) => {
    for (const [name, raw] of properties) schemas.set(plain(name), flatten(root, raw));
  };
  for (const { operation, nounWords } of draft.subjects) {
    for (const { schema } of operation.bodies) add(itemOf(root, schema).properties);
    for (const { contents } of operation.responses)
      for (const { schema } of contents) {
        add(itemOf(root, schema).properties);
        const row = findRow(root, schema, nounWords);
        if (row !== null && row.path.length > 0) add(row.schema.properties);
      }
  }
  return schemas;
}

/** A value of a member: `done` is true, `status` is `cancelled`. */
export type State = { member: string; value: string | boolean };

const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(open|pending|unfinished|incomplete|uncompleted|remaining|undone|todo)$/,
    /^(done|completed?|finished)$/,
  ],
  [/^(closed)$/, /^(open|opened)$/],
  [/^(inactive|disabled|deactivated)$/, /^(active|enabled)$/],
  [/^(open)$/, /^(closed)$/],
  [/^(active|enabled)$/, /^(disabled|inactive|deactivated)$/],
];

/** `closed` of a switch that is called `open`. */
export function isOpposite(word: string, own: string): boolean {
  return (
    `un${own}` === word ||
    `in${own}` === word ||
    OPPOSITES.some(([one, other]) => one.test(word) && other.test(own))
  );
}

/** The value of a member that a word names: a choice, a switch, or the opposite of a switch. */
export function stateCalled(inference: Inference, draft: Draft, word: string): State | null {
  const switches = [...draft.members.values()].filter(({ kind }) => kind === 'boolean');
  const stem = (name: string) => plain(name).replace(/^(is|has|was)(?=.)/, '');
  for (const { name } of switches) if (stem(name) === word) return { member: name, value: true };
  for (const [name, { choices, type }] of schemasOf(inference, draft)) {
    const member = findMember(draft, name);
    const choice = choices?.find((each) => typeof each === 'string' && plain(each) === word);
    if (member !== undefined && type === 'string' && typeof choice === 'string')
      return { member: member.name, value: choice };
    if (member !== undefined && type === null && typeof choice === 'string')
      return { member: member.name, value: choice };
  }
  for (const { name } of switches) {
    if (isOpposite(word, stem(name))) return { member: name, value: false };
  }
  return null;
}
