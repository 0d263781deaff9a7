import type { Behaviour } from '@quantumlayer/contracts';
import { indent, tsString } from '../text.ts';
import type { Writing } from './place-text.ts';
import { propertyName } from './shape-text.ts';

type Create = Extract<Behaviour, { kind: 'create' }>;

/** The rows that are made with a new one, as a line of its options. */
export function partsLine({ imports }: Writing, { with: parts = [] }: Create): string[] {
  const texts = parts.map(({ resource, property, by, set }) => {
    const names = set.map((one) => `${propertyName(one.member)}: ${tsString(one.property)}`);
    return `{ resource: ${imports.named(resource)}, property: ${tsString(property)}, by: ${tsString(by)}, set: { ${names.join(', ')} } },`;
  });
  return texts.length === 0 ? [] : [`with: [\n${indent(texts.join('\n'))}\n],`];
}
