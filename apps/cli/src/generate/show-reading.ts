import {
  type DocumentAccount,
  describeField,
  describeRelation,
  type Entity,
  type Reading,
  type Rule,
} from '@quantumlayer/contracts';
import pc from 'picocolors';
import { oneLine } from '../terminal/table.ts';

/** Of things that are left out for one reason. */
const MOST_SHOWN = 20;

/** A reading as a person reads it in a terminal: what would be built, and what was left out, assumed and asked. */
export function showReading(reading: Reading): string {
  const { blueprint, notUnderstood, assumptions, questions, document } = reading;
  const list = (title: string, texts: readonly string[]) =>
    texts.length > 0 ? [title, ...texts.map((text) => `  ${oneLine(text, 400)}`), ''] : [];
  return [
    pc.bold(blueprint.title),
    '',
    ...blueprint.entities.flatMap(showEntity),
    ...list(pc.yellow('Not understood'), notUnderstood),
    ...(document === undefined ? [] : showLeftOut(document)),
    ...list(
      'Assumed',
      assumptions.map(({ text }) => text),
    ),
    ...list(
      'Open questions',
      questions.map(({ text }) => text),
    ),
  ]
    .join('\n')
    .trimEnd();
}

/** Each reason once, with all that was left out for it, line by line. */
function showLeftOut({ name, outOfScope }: DocumentAccount): string[] {
  if (outOfScope.length === 0) return [];
  const byReason = new Map<string, DocumentAccount['outOfScope']>();
  for (const each of outOfScope) byReason.set(each.why, [...(byReason.get(each.why) ?? []), each]);
  const lines = [pc.yellow(`Left out of ${oneLine(name ?? 'the document', 100)}`)];
  for (const [why, things] of byReason) {
    lines.push(`  ${oneLine(why, 400)}`);
    for (const { line, what } of things.slice(0, MOST_SHOWN))
      lines.push(`    ${pc.dim(`line ${line}`)}  ${oneLine(what, 200)}`);
    const more = things.length - MOST_SHOWN;
    if (more > 0) lines.push(pc.dim(`    and ${more} more (--json prints all)`));
  }
  return [...lines, ''];
}

function showEntity(entity: Entity): string[] {
  const { name, fields, relations, uniqueTogether = [], rules = [] } = entity;
  const marks = [
    ...(entity.softDelete ? ['a deletion only hides it'] : []),
    ...(entity.optimisticLocking ? ['with versions'] : []),
  ];
  return [
    `${pc.cyan(name)}${marks.length > 0 ? pc.dim(`  ${marks.join(', ')}`) : ''}`,
    ...fields.map((field) => `  ${field.name}  ${pc.dim(describeField(field))}`),
    ...relations.map((relation) => `  ${relation.name}  ${pc.dim(describeRelation(relation))}`),
    ...uniqueTogether.map((group) => `  ${pc.dim(`${group.join(' and ')} are unique together`)}`),
    ...rules.flatMap((rule) => {
      const text = describeRule(rule);
      return text === null ? [] : [`  ${pc.dim(text)}`];
    }),
    '',
  ];
}

/** The rules that a document can say; those of a prompt are shown by its phrases. */
function describeRule(rule: Rule): string | null {
  if (rule.kind !== 'order') return null;
  return `${rule.first} ${rule.strictly ? 'is before' : 'is not after'} ${rule.second}`;
}
