import type { Node } from 'jsonc-parser';
import { toPluralName } from '../../names.ts';
import { wordsOf } from '../assemble/words.ts';
import type { Lines } from '../lines.ts';
import type { Sample } from './infer-type.ts';

/** What stands at one place of all the objects of a kind. */
export type Member = {
  name: string;
  line: number;
  /** In how many objects it has a value. */
  count: number;
  scalars: Sample[];
  /** Objects below it: one each, or lists of them. */
  object: Shape | null;
  isList: boolean;
  /** Lists of plain values. */
  items: Sample[];
  hasItems: boolean;
  /** Sometimes this, sometimes that. */
  isMixed: boolean;
};

/** All objects that stand at one place of the sample. */
export type Shape = { name: string; line: number; count: number; members: Map<string, Member> };

/** The shapes of the objects in a sample: those of the root, with all that stands below them. */
export function collect(root: Node, name: string, lines: Lines): Shape[] {
  return rootsOf(root, name, lines).filter(({ members }) => members.size > 0);
}

function rootsOf(root: Node, name: string, lines: Lines): Shape[] {
  if (root.type === 'array') return [shapeOf(objectsIn(root), name, lines)];
  if (root.type !== 'object') return [];
  const properties = root.children ?? [];
  const lists = properties.filter((property) => objectsIn(property.children?.[1]).length > 0);
  const isCollections = lists.length > 0 && lists.length === properties.length;
  return isCollections
    ? lists.map((property) => shapeOf(objectsIn(property.children?.[1]), keyOf(property), lines))
    : [shapeOf([root], name, lines)];
}

/** The objects of a list; none where anything else stands in it. */
function objectsIn(node: Node | undefined): Node[] {
  if (node?.type !== 'array') return [];
  const children = node.children ?? [];
  return children.every(({ type }) => type === 'object') ? children : [];
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value ?? '');
}

function shapeOf(objects: readonly Node[], name: string, lines: Lines): Shape {
  const line = lines.lineAt(objects[0]?.offset ?? 0);
  const shape: Shape = { name, line, count: objects.length, members: new Map() };
  const below = new Map<string, Node[]>();
  for (const object of objects)
    for (const property of object.children ?? []) {
      const key = keyOf(property);
      const value = property.children?.[1];
      const member = shape.members.get(key) ?? emptyMember(key, lines.lineAt(property.offset));
      shape.members.set(key, member);
      if (value !== undefined) take(member, value, below);
    }
  for (const [key, nodes] of below) {
    const member = shape.members.get(key);
    if (member !== undefined) member.object = shapeOf(nodes, key, lines);
  }
  return shape;
}

function emptyMember(name: string, line: number): Member {
  return {
    name,
    line,
    count: 0,
    scalars: [],
    object: null,
    isList: false,
    items: [],
    hasItems: false,
    isMixed: false,
  };
}

function take(member: Member, value: Node, below: Map<string, Node[]>): void {
  if (value.type === 'null') return;
  member.count += 1;
  const nodes = below.get(member.name) ?? [];
  if (value.type === 'object') {
    nodes.push(value);
    below.set(member.name, nodes);
  } else if (value.type === 'array') takeList(member, value, below, nodes);
  else member.scalars.push(scalarOf(value));
  const kinds = [below.has(member.name), member.hasItems, member.scalars.length > 0];
  if (kinds.filter(Boolean).length > 1) member.isMixed = true;
}

function takeList(member: Member, value: Node, below: Map<string, Node[]>, nodes: Node[]): void {
  const children = value.children ?? [];
  const objects = objectsIn(value);
  if (objects.length > 0) {
    member.isList = true;
    nodes.push(...objects);
    below.set(member.name, nodes);
  } else if (children.every(({ type }) => ['string', 'number', 'boolean'].includes(type))) {
    member.hasItems = member.hasItems || children.length > 0;
    member.items.push(...children.map(scalarOf));
  } else member.isMixed = true;
}

function scalarOf({ value }: Node): Sample {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** Whether a name is that of a list of things: `customers` for `customerId`. */
export function isPluralOf(list: string, one: string): boolean {
  const words = wordsOf(one).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return wordsOf(list).join('') === toPluralName(words.join('')).toLowerCase();
}
