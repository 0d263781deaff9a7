import type { Access, Blueprint, Entity, Relation } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';

const entity = (name: string, relations: Relation[]): Entity => ({
  ...{ name, plural: `${name}s`, relations },
  fields: [{ name: 'note', type: 'string', required: true, unique: false }],
});
const many = (target: string, name: string, inverse: string): Relation => ({
  ...{ kind: 'has-many', target, name, inverse, required: false, nested: true },
});
const one = (target: string, name: string, inverse: string): Relation => ({
  ...{ kind: 'belongs-to', target, name, inverse, required: true },
});
const access: Access = {
  ...{ rows: 'shared', seesAll: [], create: ['clerk'], read: ['clerk'] },
  ...{ update: ['clerk'], delete: ['clerk'] },
};

/** Orders are sent with their lines, and these with their parts. */
function orders(): { blueprint: Blueprint; order: Entity; line: Entity } {
  const order = entity('Order', [many('Line', 'lines', 'order')]);
  const line = entity('Line', [one('Order', 'order', 'lines'), many('Part', 'parts', 'line')]);
  const part = entity('Part', [one('Line', 'line', 'parts')]);
  const blueprint: Blueprint = {
    ...{ version: 1, name: 'orders', title: 'Orders', description: '' },
    entities: [order, line, part],
  };
  return { blueprint, order, line };
}

function problemsOf(change: (made: ReturnType<typeof orders>) => void): string[] {
  const made = orders();
  change(made);
  const checked = checkBlueprint(made.blueprint);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path}: ${message}`);
}

const withPeople = ({ blueprint, order, line }: ReturnType<typeof orders>): void => {
  blueprint.people = { roles: [{ name: 'clerk' }, { name: 'boss' }], signUp: 'closed' };
  Object.assign(order, { access: { ...access } });
  Object.assign(line, { access: { ...access } });
  Object.assign(blueprint.entities[2] as Entity, { access: { ...access } });
};

describe('nested rows of a blueprint', () => {
  it('may have nested rows themselves', () => {
    expect(problemsOf(() => undefined)).toEqual([]);
    expect(problemsOf(withPeople)).toEqual([]);
  });

  it('belong to the row that they come with', () => {
    const problems = problemsOf(({ line }) =>
      Object.assign(line.relations[0] as object, { required: false }),
    );
    expect(problems).toEqual([
      'Order.lines.nested: Line can be without order; make it required, or leave out nested.',
    ]);
  });

  it('are rows of a has-many relation', () => {
    const problems = problemsOf(({ line }) =>
      Object.assign(line.relations[0] as object, { nested: true }),
    );
    expect(problems).toEqual([
      'Line.order.nested: Only rows of a has-many relation can be nested.',
    ]);
  });

  it('are not sent inside themselves', () => {
    const problems = problemsOf(({ blueprint, order }) => {
      blueprint.entities[2]?.relations.push(many('Order', 'orders', 'part'));
      order.relations.push(one('Part', 'part', 'orders'));
    });
    expect(problems).toContain('Order.lines.nested: Order would be sent inside itself.');
  });

  it('may be created by somebody who may create what they come with', () => {
    const problems = problemsOf((made) => {
      withPeople(made);
      Object.assign(made.line.access as object, { create: ['boss'] });
    });
    expect(problems).toContain('Order.lines.nested: Nobody may create both Order and Line.');
  });

  it('have no passwords', () => {
    const problems = problemsOf(({ line }) => {
      line.fields.push({ name: 'pin', type: 'password', required: true, unique: false });
    });
    expect(problems).toEqual(['Order.lines.nested: Line has the password pin, and is sent alone.']);
  });

  it('may be read by who may read what shows them', () => {
    const problems = problemsOf((made) => {
      withPeople(made);
      Object.assign(made.order.access as object, { read: 'everyone' });
    });
    expect(problems).toEqual([
      'Order.lines.nested: boss, who is not signed in may read Order, which shows Line, but not that.',
    ]);
  });
});
