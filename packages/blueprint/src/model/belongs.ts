import type { Item, Noun, Qualities, Statement } from '../grammar/statements.ts';
import { isOccasionWord, isPersonWord } from '../lexicon/people.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { singular } from '../text/nouns.ts';
import { type Draft, type DraftEntity, type Fact, lookUp, mark } from './draft.ts';
import { addField, tailType } from './draft-fields.ts';
import { isPlainValue, looksLikeValue } from './kinds.ts';
import { fallbackTarget, findTarget } from './targets.ts';

export function applyBelongs(
  draft: Draft,
  statement: Extract<Statement, { kind: 'belongs' }>,
): void {
  for (const subject of statement.subjects) {
    const name = toEntityName(subject.words);
    const entity = lookUp(draft, name);
    if (entity === undefined) continue;
    draft.current = entity.name;
    mark(draft, subject, entity.name, `entity ${entity.name}`);
    for (const target of statement.targets) {
      const head = lookUp(draft, toEntityName(target.noun.words.slice(-1)));
      const weak =
        !statement.strong &&
        head === undefined &&
        !draft.entities.has(toEntityName(target.noun.words) ?? '');
      const isMoment =
        !draft.entities.has(toEntityName(target.noun.words) ?? '') &&
        isPlainValue(target.noun, target);
      if (weak || isMoment) {
        if (isKept(target) && (looksLikeValue(target.noun) || isPlainValue(target.noun, target)))
          addField(draft, entity, target.noun, ofOne(target), target);
        continue;
      }
      const isShared =
        takesPart(subject, target) ||
        isUsedIn(statement.verb, subject, target) ||
        isSpread(subject, target, statement.verb);
      addBelongs(draft, entity, target, {
        optional: statement.optional,
        many: (statement.many && target.noun.plural) || isShared,
        source: statement.many || isShared ? 'habit' : 'belongs',
        verb: statement.verb,
      });
    }
  }
}

/** "is for one day": a day that is kept, and no length of time. */
function isKept({ indefinite, quantity, noun, qualities }: Item): boolean {
  return indefinite || (quantity === 'one' && qualities.unit === noun.words.join(' '));
}

function ofOne({ quantity, qualities }: Item): Qualities {
  const { unit, ...others } = qualities;
  return quantity === 'one' ? { ...others, type: 'date' } : qualities;
}

/** "volunteers are assigned to shifts", "nurses work on cases": many people on many occasions. */
export function takesPart(subject: Noun, { noun, quantity, indefinite }: Item): boolean {
  const [who, what] = [subject, noun].map(({ words }) => singular(words.at(-1) ?? ''));
  const isMany =
    (subject.plural || /^(staff|crew)$/.test(who ?? '')) &&
    noun.plural &&
    quantity === null &&
    !indefinite;
  return isMany && isPersonWord(who ?? '') && isOccasionWord(what ?? '');
}

/** "instruments are used for tests": for others too. */
function isUsedIn(verb: string | undefined, { plural }: Noun, { noun, quantity }: Item): boolean {
  return /^(used|needed|involved)$/.test(verb ?? '') && plural && noun.plural && quantity === null;
}

/** "campaigns are sent to subscribers": each to many, and many to each. */
function isSpread(subject: Noun, { noun, quantity }: Item, verb = ''): boolean {
  const isMany = subject.plural && noun.plural && quantity === null;
  const what = singular(subject.words.at(-1) ?? '');
  return isMany && /^(sent|shown|offered|mailed|emailed)$/.test(verb) && isOccasionWord(what);
}

export function addBelongs(
  draft: Draft,
  entity: DraftEntity,
  target: Item,
  how: { optional: boolean; many: boolean; source: Fact['source']; verb?: string | undefined },
): void {
  const isEnd = /^(start|end)$/.test(target.noun.words.join(' '));
  if (isEnd && lookUp(draft, toEntityName(target.noun.words)) === undefined) {
    addField(draft, entity, target.noun, target.qualities, target);
    return;
  }
  const found =
    findTarget(draft, entity, { ...target, indefinite: true }) ?? fallbackTarget(draft, target);
  if (found === null) return;
  const isOwn = draft.described.has(found.entity.name) && !draft.described.has(entity.name);
  const holder = isOwn ? entity : found.entity;
  for (const child of target.children)
    if (child !== target && findTarget(draft, holder, child) !== null)
      addBelongs(draft, holder, child, { optional: false, many: false, source: 'has' });
    else
      addField(
        draft,
        holder,
        child.noun,
        { ...tailType(child.noun.words), ...child.qualities },
        child,
      );
  for (const owner of target.belongsTo)
    if (owner.isOfRelative && lookUp(draft, toEntityName(owner.noun.words)) !== undefined)
      addBelongs(draft, found.entity, owner, { optional: false, many: false, source: 'belongs' });
  const many = how.many || target.quantity === 'many';
  const isSelf = found.entity === entity;
  draft.facts.push({
    from: entity.name,
    to: found.entity.name,
    cardinality: many ? 'both-many' : 'one',
    source: how.source,
    verb: how.verb,
    required: !how.optional && target.qualities.optional !== true && !isSelf,
    exclusive: false,
    role:
      found.role === toFieldName(target.noun.words) &&
      isSelf &&
      toEntityName(target.noun.words) === entity.name
        ? null
        : found.role,
    start: target.start,
    end: target.end,
  });
  mark(
    draft,
    target,
    `${entity.name}.${found.role ?? found.entity.name}`,
    many
      ? `${entity.name} and ${found.entity.name} are many-to-many`
      : `${entity.name} belongs to ${found.entity.name}`,
  );
}
