import { readPrompt } from '@quantumlayer/blueprint';
import { describe, expect, it } from 'vitest';
import { sayLinks, toDiagram } from './diagram.ts';

function draw(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  // As the API sends it.
  return toDiagram(JSON.parse(JSON.stringify(outcome.reading.blueprint)));
}

describe('the diagram of a blueprint', () => {
  it('has a table for each entity, with its key and the keys of others', () => {
    const { tables, links } = draw(
      'A library: a book has a title and a unique isbn. A loan may belong to a book and has a due date.',
    );
    expect(tables.map(({ name }) => name)).toEqual(['Book', 'Loan']);
    expect(tables[1]?.rows.map(({ name, key, isOptional }) => [name, key, isOptional])).toEqual([
      ['id', 'PK', false],
      ['dueDate', null, false],
      ['bookId', 'FK', true],
    ]);
    expect(links).toEqual([
      {
        id: 'Loan.book',
        from: 'Book',
        to: 'Loan',
        row: 2,
        label: 'book',
        one: '0..1',
        many: '0..n',
      },
    ]);
  });

  it('joins many with many by one table', () => {
    const { tables, links } = draw('A blog: posts have a title and tags. A tag has a name.');
    expect(tables.map(({ name, isJoin }) => [name, isJoin])).toEqual([
      ['Post', false],
      ['Tag', false],
      ['Post + Tag', true],
    ]);
    expect(links.map(({ from, one, many }) => [from, one, many])).toEqual([
      ['Post', '1', '0..n'],
      ['Tag', '1', '0..n'],
    ]);
  });

  it('knows one to one', () => {
    const { links } = draw(
      'A shop: an order has a total and exactly one invoice. An invoice has a number.',
    );
    expect(links).toMatchObject([{ one: '1', many: '0..1' }]);
  });

  it('has sentences for those who do not see it', () => {
    expect(sayLinks(draw('A library: a book has a title. A loan belongs to a book.'))).toEqual([
      'Loan belongs to exactly one Book (book); Book has any number of Loan.',
    ]);
  });

  it('leaves out relations to what is not there', () => {
    const relation = {
      kind: 'belongs-to',
      target: 'Gone',
      name: 'gone',
      inverse: 'a',
      required: true,
    } as const;
    const diagram = toDiagram({
      entities: [{ name: 'A', plural: 'As', fields: [], relations: [relation] }],
    });
    expect(diagram.links).toEqual([]);
  });
});
