import { expect, it } from 'vitest';
import type { Blueprint } from '#lib/blueprint.ts';
import { openRemarks } from './open-remarks.ts';

const field = (name: string) => ({
  ...{ name, type: 'string' as const, required: true, unique: false },
});
const blueprint = (entities: Record<string, string[]>): Blueprint => ({
  ...{ version: 1, name: 'app', title: 'App', description: '' },
  entities: Object.entries(entities).map(([name, fields]) => ({
    ...{ name, plural: `${name}s`, relations: [], fields: fields.map(field) },
  })),
});
const remarks = ['', 'Task', 'Task.title', 'Hum', 'people'].map((path) => ({ path }));
const read = blueprint({ Task: ['title', 'due'], Hum: ['name'] });

it('leaves every remark where nobody changed the blueprint', () => {
  expect(openRemarks(remarks, read, null)).toEqual(remarks);
  expect(openRemarks(remarks, read, read)).toEqual(remarks);
});

it('leaves out what was said about things that a person took out', () => {
  const left = openRemarks(remarks, read, blueprint({ Task: ['due'] }));

  expect(left.map(({ path }) => path)).toEqual(['', 'Task', 'people']);
});
