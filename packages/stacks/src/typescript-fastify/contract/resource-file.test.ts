import { readDocument } from '@quantumlayer/blueprint';
import { beforeAll, describe, expect, it } from 'vitest';
import { typescriptFastify as stack } from '../stack.ts';

const figure = (text: string) => `{ type: number, description: ${text} }`;
const document = `openapi: 3.0.3
info: { title: Lists, version: '1' }
paths:
  /lists:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { title: { type: string } } } } } }
      responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/List' } } } } }
  /lists/{id}/tasks:
    post:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { done: { type: boolean }, hours: { type: number } } } } } }
      responses: { '201': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } } }
components:
  schemas:
    List:
      type: object
      required: [id, version, progress, hours]
      properties:
        id: { type: integer }
        version: { type: string }
        progress: ${figure('Share of tasks that are done')}
        hours: ${figure('Sum of the hours of its tasks')}`;

describe('figures of a resource', () => {
  const files = new Map<string, string>();

  beforeAll(async () => {
    const { blueprint } = await readDocument({ name: 'lists.yaml', text: document });
    for (const { id } of stack.codeUnits(blueprint))
      for (const { path, content } of stack.generateUnit(blueprint, id)) files.set(path, content);
  });

  it('are taken from the rows below', () => {
    const resource = files.get('src/resources/list-record.ts');
    expect(resource).toContain(
      "name: 'progress', from: () => task, by: 'listId', take: 'average', member: 'done.share'",
    );
    expect(resource).toContain(
      "name: 'hours', from: () => task, by: 'listId', take: 'sum', member: 'hours'",
    );
    expect(resource).toContain('progress: row.progress ?? 0,');
  });

  it('have the share of a switch from a column that the database makes', () => {
    expect(files.get('src/resources/task.ts')).toContain(
      "'done.share': doublePrecision('done_share'),",
    );
    expect(files.get('migrations/0001-initial.sql')).toContain(
      '"done_share" double precision generated always as (case when "done" then 1 else 0 end) stored',
    );
  });

  it('count writes in a version, which is shown as text where the document wants text', () => {
    const resource = files.get('src/resources/list-record.ts');
    expect(resource).toContain("version: bigint('version', { mode: 'number' }),");
    expect(resource).toContain('version: String(row.version),');
    expect(files.get('migrations/0001-initial.sql')).toContain('"version" bigint');
  });
});
