import type { Relation } from '@quantumlayer/contracts';
import { lowerFirst, toFieldName, upperFirst } from '../../names.ts';
import type { SourceModel, SourceRelation } from '../source-model.ts';
import type { EntityNames } from './name-entities.ts';
import type { NameRegistry } from './name-registry.ts';
import { wordsOf } from './words.ts';

export type NamedRelations = {
  /** Both directions of every relation, by the key of the entity. */
  byEntity: ReadonlyMap<string, Relation[]>;
  /** Name seen from `from`, by relation. */
  nameOf: ReadonlyMap<SourceRelation, string>;
};

/** Gives every relation its two names, after those of the fields are taken. */
export function nameRelations(
  { relations }: SourceModel,
  names: EntityNames,
  registries: ReadonlyMap<string, NameRegistry>,
): NamedRelations {
  const byEntity = new Map<string, Relation[]>([...names.keys()].map((key) => [key, []]));
  const nameOf = nameFromSides(relations, names, registries);
  for (const [relation, name] of nameOf) {
    const from = names.get(relation.from);
    const to = names.get(relation.to);
    const registry = registries.get(relation.to);
    if (!from || !to || !registry) continue;
    const isMany = relation.kind === 'many-to-many';
    const many = relation.kind === 'one-to-one' ? from.name : from.plural;
    const isOnly = relations.filter((other) => isRival(other, relation)).length === 1;
    const isPlain = isOnly && relation.from !== relation.to && registry.isFree(lowerFirst(many));
    const plain = isPlain ? lowerFirst(many) : inverseOf(relation, name, many);
    const inverse = registry.take(wish(relation.inverse) ?? plain);
    const { required, onDelete } = relation;
    byEntity.get(relation.from)?.push({
      kind: isMany ? 'many-to-many' : 'belongs-to',
      target: to.name,
      name,
      inverse,
      required: !isMany && required,
      ...(onDelete !== undefined && onDelete !== 'restrict' && !isMany ? { onDelete } : {}),
    });
    byEntity.get(relation.to)?.push({
      kind: isMany ? 'many-to-many' : relation.kind === 'one-to-one' ? 'has-one' : 'has-many',
      target: from.name,
      name: inverse,
      inverse: name,
      required: false,
    });
  }
  return { byEntity, nameOf };
}

/** The sides that a document names come before those that follow from them. */
function nameFromSides(
  relations: readonly SourceRelation[],
  names: EntityNames,
  registries: ReadonlyMap<string, NameRegistry>,
): Map<SourceRelation, string> {
  const nameOf = new Map<SourceRelation, string>();
  for (const relation of relations) {
    const to = names.get(relation.to);
    const registry = registries.get(relation.from);
    if (!to || !registry || !names.has(relation.from)) continue;
    const isMany = relation.kind === 'many-to-many';
    const keyOf = isMany ? () => [] : (name: string) => [`${name}Id`];
    const plain = lowerFirst(isMany ? to.plural : to.name);
    nameOf.set(relation, registry.take(wish(relation.name) ?? plain, keyOf));
  }
  return nameOf;
}

function wish(name: string | null): string | null {
  return name === null ? null : toFieldName(wordsOf(name));
}

/** Relations whose other sides would be called the same. */
function isRival(one: SourceRelation, other: SourceRelation): boolean {
  const isMany = one.kind === 'many-to-many' && other.kind === 'many-to-many';
  return (
    (one.from === other.from && one.to === other.to) ||
    (isMany && one.from === other.to && one.to === other.from)
  );
}

const INVERSES: ReadonlyMap<string, string> = new Map([
  ['parent', 'children'],
  ['manager', 'reports'],
  ['following', 'followers'],
  ['follower', 'following'],
]);

/** "children" of a parent; "postsAsAuthor" where several relations lead to the same entity. */
function inverseOf({ from, to }: SourceRelation, name: string, many: string): string {
  const known = from === to ? INVERSES.get(name) : undefined;
  return known ?? `${lowerFirst(many)}As${upperFirst(name)}`.slice(0, 48);
}
