import type { Behaviour } from '@quantumlayer/contracts';
import { indent, tsString } from '../text.ts';
import { answerLine } from './answer-line.ts';
import { membersLine, sourceText, type Writing } from './place-text.ts';
import { constantText } from './shape-text.ts';

type Create = Extract<Behaviour, { kind: 'create' }>;

/** What goes from one account to another with a new row. */
export function movesLine(writing: Writing, { moves }: Create): string[] {
  if (moves === undefined) return [];
  const { resource, member, amount, to } = moves;
  const target = `{ member: ${tsString(to.member)}, source: ${sourceText(writing, to.source)} }`;
  const lines = [
    `resource: ${writing.imports.named(resource)},`,
    `member: ${tsString(member)},`,
    `amount: ${sourceText(writing, amount)},`,
    `to: ${target},`,
  ];
  return [`moves: {\n${indent(lines.join('\n'))}\n},`];
}

/** What a new row may take of a number of the row around. */
export function withinLine({ imports }: Writing, { within }: Create): string[] {
  if (within === undefined) return [];
  const { of, ...more } = within;
  return [`within: { of: ${imports.named(of)}, ${constantText(more).slice(1, -1).trim()} },`];
}

/** How what was made before is found and answered. */
export function againLine(writing: Writing, { again, resource }: Create): string[] {
  if (again === undefined) return [];
  const lines = [
    membersLine(writing, 'where', again.where),
    answerLine(writing, { resource, answer: again.answer }),
  ];
  return [`again: {\n${indent(lines.join('\n'))}\n},`];
}

/** What a value has to be one of. */
export function amongLine(writing: Writing, { among }: Create): string[] {
  if (among === undefined) return [];
  const { of, list, source, says } = among;
  const target = writing.imports.named(of);
  return [
    `among: { of: ${target}, list: ${tsString(list)}, source: ${sourceText(writing, source)}, says: ${tsString(says)} },`,
  ];
}

/** Which row is the same: the members that are unique together. */
export function addsLine({ contract }: Writing, { adds, resource }: Create): string[] {
  const by = contract.resources.find(({ name }) => name === resource)?.uniqueTogether[0];
  if (adds === undefined || by === undefined) return [];
  const most = adds.most === null ? '' : `, most: ${adds.most}`;
  return [
    `adds: { member: ${tsString(adds.member)}, by: [${by.map(tsString).join(', ')}]${most} },`,
  ];
}
