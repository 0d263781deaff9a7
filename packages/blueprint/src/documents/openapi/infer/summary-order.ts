import type { Summary } from '@quantumlayer/contracts';
import { plain, singular, wordsOf } from '../words.ts';

type Named = Pick<Summary, 'by' | 'figures'>;
type Order = Summary['order'];

const DOWN =
  /\b(highest|most|more|largest|larger|biggest|best|top|greatest|longest|latest|newest)\b|\bdesc/;
const EQUAL = /\b(of|among|with|for|at|on|in case of) (equal|the same) [a-z]+/g;
const UP = /\b(lowest|fewest|fewer|smallest|least|cheapest|shortest|earliest|oldest)\b/;

/** "The highest average comes first, of equal averages the one with more ratings, then by name": each clause orders by one. */
export function summaryOrder(text: string, named: Named, nouns: readonly string[]): Order {
  const order: Order = [];
  const add = (name: string | undefined, descending: boolean) => {
    if (name !== undefined && !order.some((one) => one.name === name))
      order.push({ name, descending });
  };
  // What is equal orders nothing.
  const told = text.replaceAll(EQUAL, ' ');
  for (const clause of told.split(/[,.;:()]|\bthen\b/)) {
    if (
      !/\b(first|more|fewer|order(ed)?|sorted|by|alphabet\w*|descending|ascending)\b/.test(clause)
    )
      continue;
    const group = groupIn(clause, named);
    if (/\balphabet/.test(clause)) add(group ?? named.by[0]?.name, false);
    else if (DOWN.test(clause) || UP.test(clause))
      add(figureIn(clause, named, nouns) ?? group, DOWN.test(clause));
    else if (/\b(order(ed)?|sorted) (by|of)\b|^ *by\b/.test(clause))
      add(group ?? figureIn(clause, named, nouns), false);
  }
  // Whatever is equal comes in the order of what it is.
  for (const { name } of named.by) add(name, false);
  return order.slice(0, 4);
}

function groupIn(clause: string, { by }: Named): string | undefined {
  const words = wordsOf(clause).map(singular);
  return by.find(
    ({ name }) =>
      wordsOf(name).some((word) => word !== 'id' && words.includes(singular(word))) &&
      !/\bmore\b/.test(clause),
  )?.name;
}

/** By its name, by what it takes, or by the rows that it counts. */
function figureIn(
  clause: string,
  { figures }: Named,
  nouns: readonly string[],
): string | undefined {
  const words = wordsOf(clause).map(singular);
  const outer = figures.filter(({ within }) => within === undefined);
  const spoken = /\b(average|mean|best|top)\b/.test(clause)
    ? 'average'
    : /\b(sum|total|spent)\b/.test(clause)
      ? 'sum'
      : null;
  const counts = outer.find(({ take, when }) => take === 'count' && when === undefined)?.name;
  return (
    outer.find(({ name }) => words.includes(singular(plain(name))))?.name ??
    outer.find(({ take }) => take === spoken)?.name ??
    outer.find(({ member }) => member !== undefined && words.includes(singular(plain(member))))
      ?.name ??
    (words.some((word) => nouns.includes(word) || /^(most|count|often|frequent)$/.test(word))
      ? counts
      : undefined)
  );
}
