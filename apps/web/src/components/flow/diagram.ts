import type { Blueprint, Entity, Field, Relation } from '#lib/blueprint.ts';

export type Row = {
  name: string;
  type: string;
  /** Primary key, key of another table, or neither. */
  key: 'PK' | 'FK' | null;
  isUnique: boolean;
  isOptional: boolean;
};

export type Table = { id: string; name: string; isJoin: boolean; rows: Row[] };

/** From the table whose rows are named to the row that names them. */
export type TableLink = {
  id: string;
  from: string;
  to: string;
  /** Which row of `to` holds the key. */
  row: number;
  label: string;
  one: '1' | '0..1';
  many: '0..1' | '0..n';
};

export type Diagram = { tables: Table[]; links: TableLink[] };

const ID: Row = { name: 'id', type: 'uuid', key: 'PK', isUnique: false, isOptional: false };

/** The tables behind a blueprint: one for each entity, and one for each pair that joins many with many. */
export function toDiagram({ entities }: Pick<Blueprint, 'entities'>): Diagram {
  const tables: Table[] = [];
  const links: TableLink[] = [];
  const known = new Map(entities.map((entity) => [entity.name, entity]));
  const joined = new Set<string>();
  for (const entity of entities) {
    const rows = [ID, ...entity.fields.map(toRow)];
    for (const relation of entity.relations) {
      if (relation.kind === 'belongs-to' && known.has(relation.target)) {
        links.push(toLink(entity, relation, known.get(relation.target), rows.length));
        rows.push(keyRow(`${relation.name}Id`, relation.required));
      }
    }
    tables.push({ id: entity.name, name: entity.name, isJoin: false, rows });
  }
  for (const entity of entities) {
    for (const relation of entity.relations) {
      const pair = pairOf(entity, relation);
      if (relation.kind !== 'many-to-many' || !known.has(relation.target) || joined.has(pair))
        continue;
      joined.add(pair);
      const join = toJoin(pair, entity, relation);
      tables.push(join.table);
      links.push(...join.links);
    }
  }
  return { tables, links };
}

function toRow({ name, type, values, required, unique }: Field): Row {
  return {
    name,
    type: values === undefined ? type : values.join(' | '),
    key: null,
    isUnique: unique,
    isOptional: !required,
  };
}

function keyRow(name: string, isRequired: boolean): Row {
  return { name, type: 'uuid', key: 'FK', isUnique: false, isOptional: !isRequired };
}

function toLink(
  child: Entity,
  relation: Relation,
  parent: Entity | undefined,
  row: number,
): TableLink {
  const back = parent?.relations.find(
    ({ name, target }) => name === relation.inverse && target === child.name,
  );
  return {
    id: `${child.name}.${relation.name}`,
    from: relation.target,
    to: child.name,
    row,
    label: relation.name,
    one: relation.required ? '1' : '0..1',
    many: back?.kind === 'has-one' ? '0..1' : '0..n',
  };
}

/** The same for both directions of a relation. */
function pairOf({ name }: Entity, relation: Relation): string {
  return [`${name}.${relation.name}`, `${relation.target}.${relation.inverse}`].sort().join(' + ');
}

function toJoin(pair: string, entity: Entity, relation: Relation) {
  const sides = [
    { target: entity.name, label: relation.inverse },
    { target: relation.target, label: relation.name },
  ];
  const isSelf = entity.name === relation.target;
  const rows = sides.map(({ target }, index) =>
    keyRow(`${lower(target)}${isSelf && index === 1 ? 'Other' : ''}Id`, true),
  );
  const table = { id: pair, name: `${entity.name} + ${relation.target}`, isJoin: true, rows };
  const links = sides.map(({ target, label }, row): TableLink => {
    return { id: `${pair} ${row}`, from: target, to: pair, row, label, one: '1', many: '0..n' };
  });
  return { table, links };
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const COUNTS = { '1': 'exactly one', '0..1': 'at most one', '0..n': 'any number of' };

/** The lines of the picture as sentences: "Loan belongs to exactly one Book (book); a Book has any number of Loan." */
export function sayLinks({ tables, links }: Diagram): string[] {
  const names = new Map(tables.map(({ id, name }) => [id, name]));
  return links.map(({ from, to, label, one, many }) => {
    const [parent, child] = [names.get(from) ?? from, names.get(to) ?? to];
    return `${child} belongs to ${COUNTS[one]} ${parent} (${label}); ${parent} has ${COUNTS[many]} ${child}.`;
  });
}
