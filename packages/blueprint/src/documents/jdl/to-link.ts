import type { Deletion, OutOfScope } from '@quantumlayer/contracts';
import { toPluralName, upperFirst } from '../../names.ts';
import { isPlural } from '../../text/nouns.ts';
import { wordsOf } from '../assemble/words.ts';
import { type Lines, shorten } from '../lines.ts';
import type { SourceRelation } from '../source-model.ts';
import type { JdlRelationship, JdlSide } from './parsed.ts';

type Link = { link: SourceRelation | null; outOfScope: OutOfScope[] };

const DELETIONS: ReadonlyMap<string, Deletion> = new Map([
  ['CASCADE', 'cascade'],
  ['SET NULL', 'set-null'],
  ['RESTRICT', 'restrict'],
  ['NO ACTION', 'restrict'],
]);

/** The relation that a relationship is; null where one of its ends is not in the document. */
export function linkOf(
  relationship: JdlRelationship,
  known: ReadonlySet<string>,
  { lines, text }: { lines: Lines; text: string },
): Link {
  const { kind, from, to, offset, end } = relationship;
  const line = lines.lineAt(offset);
  const outOfScope: OutOfScope[] = [];
  const note = (what: string, why: string) => outOfScope.push({ what, line, why });
  const missing = [from, to].find(({ entity }) => !known.has(entity));
  if (missing !== undefined) {
    note(
      `relationship ${kind} ${shorten(text.slice(offset, end), 200)}`,
      missing.entity === 'User'
        ? 'User is JHipster’s own; say in words who signs in, and what belongs to whom.'
        : `The document does not define ${missing.entity.slice(0, 60)}.`,
    );
    return { link: null, outOfScope };
  }
  noteWhatIsBuilt(relationship, note);
  const isMany = kind === 'ManyToMany';
  const isTurned = kind === 'OneToMany';
  const [child, parent] = isTurned ? [to, from] : [from, to];
  const useless = isMany ? [from, to] : [parent];
  for (const side of useless)
    if (side.isRequired)
      note(
        `required ${side.field ?? ''} of ${side.entity}`,
        'Only the side that holds the key is required; that there is at least one is not kept.',
      );
  const required = !isMany && child.isRequired;
  const onDelete = deletionOf(child, parent);
  const contradicts = onDelete === 'set-null' && required;
  if (contradicts)
    note(
      `SET NULL of ${child.entity} and ${parent.entity}`,
      'What is required cannot become empty; the deletion is refused instead.',
    );
  return {
    outOfScope,
    link: {
      key: `${child.entity}.${child.field ?? parent.entity}`,
      kind: isMany ? 'many-to-many' : kind === 'OneToOne' ? 'one-to-one' : 'many-to-one',
      from: child.entity,
      to: parent.entity,
      name: isMany ? manyOf(child.field) : child.field,
      inverse: kind === 'OneToOne' ? parent.field : manyOf(parent.field),
      required,
      line,
      ...(onDelete === null || contradicts ? {} : { onDelete }),
    },
  };
}

/** What a relationship says beside who is related to whom. */
function noteWhatIsBuilt(
  { from, to, option }: JdlRelationship,
  note: (what: string, why: string) => void,
): void {
  for (const { display, entity, annotations } of [from, to]) {
    if (display !== null)
      note(`display field ${display} of ${entity}`, 'The app shows related records itself.');
    for (const { name, value } of annotations)
      if (name.toLowerCase() !== 'ondelete')
        note(
          `@${name}${value === null ? '' : `(${value})`} of the relationship of ${from.entity} and ${to.entity}`,
          'It says how JHipster builds an app.',
        );
  }
  if (option !== null)
    note(
      `${option} of the relationship of ${from.entity} and ${to.entity}`,
      'It says how JHipster builds an app.',
    );
}

/** JHipster makes plurals of the names itself: `order` is a set of orders. */
function manyOf(field: string | null): string | null {
  if (field === null) return null;
  const last = wordsOf(field).at(-1) ?? '';
  return isPlural(last) ? field : toPluralName(upperFirst(field));
}

function deletionOf(...sides: JdlSide[]): Deletion | null {
  for (const { annotations } of sides) {
    const found = annotations.find(({ name }) => name.toLowerCase() === 'ondelete');
    const deletion = DELETIONS.get(found?.value?.toUpperCase() ?? '');
    if (deletion !== undefined) return deletion;
  }
  return null;
}
