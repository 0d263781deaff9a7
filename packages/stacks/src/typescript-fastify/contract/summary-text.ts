import type { Behaviour, SummaryFigure } from '@quantumlayer/contracts';
import { indent, tsString } from '../text.ts';
import { filtersLine } from './listing-text.ts';
import { placeLines, sourceText, type Writing } from './place-text.ts';
import { constantText, memberAccess, propertyName } from './shape-text.ts';

type SummaryOf = Extract<Behaviour, { kind: 'summary' }>;

/** How figures of rows are asked for and shown, as lines of options. */
export function summaryLines(writing: Writing, behaviour: SummaryOf): string[] {
  const { summary, status, filters, states, many, within } = behaviour;
  const { atLeast, limit } = summary;
  const bounds = atLeast.map(
    ({ figure, parameter }) => `${propertyName(figure)}: ${tsString(parameter)}`,
  );
  return [
    `status: ${status},`,
    ...placeLines(writing, behaviour),
    ...filtersLine(filters, writing.imports),
    ...(states.length === 0 ? [] : [`states: [${states.map(constantText).join(', ')}],`]),
    ...summaryLine(summary),
    ...givenLine(writing, summary.figures),
    ...(bounds.length === 0 ? [] : [`atLeast: { ${bounds.join(', ')} },`]),
    ...(limit === null ? [] : [`limit: ${limitText(limit)},`]),
    ...(many ? ['many: true,'] : []),
    ...(within === null ? [] : [`within: ${tsString(within)},`]),
    `show: (found) => (${shownText(summary)}),`,
  ];
}

function limitText({ parameter, ...limit }: NonNullable<SummaryOf['summary']['limit']>): string {
  return constantText(parameter === null ? limit : { parameter, ...limit });
}

/** Names of figures are paths, since an object within the answer has names of its own. */
function keyOf({ name, within }: Pick<SummaryFigure, 'name' | 'within'>): string {
  return within === undefined ? name : `${within}.${name}`;
}

function summaryLine({ by, figures, order }: SummaryOf['summary']): string[] {
  const groups = by.map(({ name, ...group }) => `${propertyName(name)}: ${constantText(group)},`);
  const values = figures
    .filter(({ take }) => take !== 'given')
    .map((figure) => {
      const { name: _name, within: _within, source: _source, ...taken } = figure;
      return `${propertyName(keyOf(figure))}: ${constantText(taken)},`;
    });
  const lines = [
    ...(groups.length === 0 ? ['by: {},'] : ['by: {', indent(groups.join('\n')), '},']),
    ...['figures: {', indent(values.join('\n')), '},'],
    `order: [${order.map(constantText).join(', ')}],`,
  ];
  return ['summary: {', indent(lines.join('\n')), '},'];
}

function givenLine(writing: Writing, figures: readonly SummaryFigure[]): string[] {
  const given = figures.flatMap(({ name, source }) =>
    source === undefined ? [] : [`${propertyName(name)}: ${sourceText(writing, source)}`],
  );
  return given.length === 0 ? [] : [`given: { ${given.join(', ')} },`];
}

function shownText({ by, figures }: SummaryOf['summary']): string {
  const inner = new Map<string, string[]>();
  const outer = [...by, ...figures].flatMap((one) => {
    const within = 'within' in one ? one.within : undefined;
    const text = `${propertyName(one.name)}: ${memberAccess('found', keyOf({ name: one.name, ...(within !== undefined && { within }) }))}`;
    if (within === undefined) return [text];
    inner.set(within, [...(inner.get(within) ?? []), text]);
    return [];
  });
  const objects = [...inner].map(
    ([name, texts]) => `${propertyName(name)}: { ${texts.join(', ')} }`,
  );
  return `{\n${indent([...outer, ...objects].map((text) => `${text},`).join('\n'))}\n}`;
}
