import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { isTopicEntity } from '../model/kinds.ts';
import { toEntityName } from '../names.ts';

type Has = Extract<Statement, { kind: 'has' }>;

/** "add categories for products; a product has one category": how many there are is said by the second. */
export function withoutLoose(statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    if (statement.kind !== 'has' || !statement.items.every(isLoose)) return statement;
    const others = statements.filter((each) => each !== statement);
    const isTold = statement.items.every((item) =>
      others.some((each) => saysHowMany(each, statement, item.noun)),
    );
    const { items, start, end } = statement;
    return isTold ? { kind: 'topic', items, announced: true, start, end } : statement;
  });
}

/** Several of them, and nothing else. */
function isLoose(item: Item): boolean {
  return item.noun.plural && item.quantity === null && isTopicEntity(item);
}

function saysHowMany(each: Statement, { subjects }: Has, noun: Noun): boolean {
  const isSubject = (other: Noun) => subjects.every((subject) => isSame(subject, other));
  if (each.kind === 'has')
    return (
      each.subjects.every(isSubject) &&
      each.items.some((item) => !item.noun.plural && isSame(item.noun, noun))
    );
  return (
    each.kind === 'belongs' &&
    each.subjects.every(isSubject) &&
    each.targets.some((target) => isSame(target.noun, noun))
  );
}

function isSame(left: Noun, right: Noun): boolean {
  return toEntityName(left.words) === toEntityName(right.words);
}
