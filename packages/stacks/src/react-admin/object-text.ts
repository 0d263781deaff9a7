import { indent } from '../typescript-fastify/text.ts';

export type Member = readonly [name: string, code: string];

const MAX_WIDTH = 100;

/** An object with a member a line. */
export function linesText(members: readonly Member[], column: number): string {
  return `{\n${members.map((member) => `${indent(memberText(member, column))}\n`).join('')}}`;
}

/** An object on one line when it fits behind `column` characters, else a member a line. */
export function objectText(members: readonly Member[], column: number): string {
  const line = `{ ${members.map(([name, code]) => `${name}: ${code}`).join(', ')} }`;
  if (column + line.length <= MAX_WIDTH && !line.includes('\n')) return line;
  return linesText(members, column + 1);
}

/** A member with its comma; text that does not fit beside its name stands below it. */
export function memberText([name, code]: Member, column: number): string {
  const line = `${name}: ${code},`;
  const isText = /^['"]/.test(code);
  return isText && column + line.length > MAX_WIDTH ? `${name}:\n  ${code},` : line;
}

/** Objects in a list: a single one beside the brackets when it fits, else one a line. */
export function objectsText(objects: readonly string[], column: number): string {
  const [only = ''] = objects;
  const isBeside = objects.length === 1 && column + only.length + 2 <= MAX_WIDTH;
  return isBeside && !only.includes('\n')
    ? `[${only}]`
    : `[\n${objects.map((item) => `${indent(item)},\n`).join('')}]`;
}

/** A list of texts: on one line when it fits, else one a line. */
export function listText(items: readonly string[], column: number): string {
  const line = `[${items.join(', ')}]`;
  if (column + line.length <= MAX_WIDTH && !line.includes('\n')) return line;
  return `[\n${items.map((item) => `${indent(item)},\n`).join('')}]`;
}
