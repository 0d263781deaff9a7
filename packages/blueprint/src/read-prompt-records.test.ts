import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const DATA = `Customers have a name and an email. Invoices have a number, a total and a date and belong to a customer.
Invoice lines have a quantity and belong to an invoice.`;

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, notUnderstood, phrases, assumptions } = outcome.reading;
  expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  const having = (property: 'optimisticLocking' | 'softDelete' | 'audited') =>
    blueprint.entities.filter((entity) => entity[property]).map(({ name }) => name);
  return { having, notUnderstood, phrases, assumptions, blueprint };
}
const after = (sentence: string) => read(`${DATA} ${sentence}`);
const ALL = ['Customer', 'Invoice', 'InvoiceLine'];

describe('changes of one row by two people at once', () => {
  it.each([
    ['Use optimistic locking.', ALL],
    ['Use optimistic locking for invoices.', ['Invoice']],
    ['Invoices use optimistic locking.', ['Invoice']],
    ['Invoices and customers need optimistic locking.', ['Customer', 'Invoice']],
    ['We need optimistic concurrency control on invoices and customers.', ['Customer', 'Invoice']],
    ['Optimistic locking everywhere.', ALL],
    ['Two people editing at once must not overwrite each other.', ALL],
    ['Two people editing an invoice at the same time must not overwrite each other.', ['Invoice']],
    [
      "Two clerks who edit the same invoice at once must not overwrite each other's changes.",
      ['Invoice'],
    ],
    ['When two people edit the same customer, they must not overwrite each other.', ['Customer']],
    [
      'If two users change an invoice at the same time, neither may overwrite the other.',
      ['Invoice'],
    ],
    ['Concurrent edits of invoices must not overwrite each other.', ['Invoice']],
    ['Nobody may overwrite the changes of somebody else.', ALL],
    ['No lost updates on invoices.', ['Invoice']],
  ])('%s', (sentence, names) => {
    const { having, notUnderstood, blueprint } = after(sentence);

    expect(having('optimisticLocking')).toEqual(names);
    expect(notUnderstood).toEqual([]);
    expect(blueprint.entities.map(({ name }) => name)).toEqual(ALL);
    expect(blueprint.people).toBeUndefined();
  });

  it('is shown with the words that asked for it', () => {
    const sentence = 'Two people editing an invoice at once must not overwrite each other.';
    const { phrases } = after(sentence);

    expect(phrases.find(({ text }) => text === sentence)?.became).toMatchObject([
      { path: 'Invoice.optimisticLocking', meaning: expect.stringContaining('overwrite') },
    ]);
  });

  it('is read in a prompt of another kind, beside its rights', () => {
    const { having, blueprint, notUnderstood } =
      read(`A wiki for our team. People sign in. Roles are reader and editor.
Pages have a title, a slug (unique) and a body. Only editors may change pages. Optimistic locking for pages: two editors at once must not overwrite each other.`);

    expect(having('optimisticLocking')).toEqual(['Page']);
    expect(blueprint.people?.roles).toHaveLength(2);
    expect(notUnderstood).toEqual([]);
  });

  it('is listed where a field has the name of the version', () => {
    const { having, notUnderstood } = read(
      'Documents have a title and a version. Use optimistic locking for documents.',
    );

    expect(having('optimisticLocking')).toEqual([]);
    expect(notUnderstood).toHaveLength(1);
    expect(notUnderstood[0]).toContain('version is used twice');
  });

  it.each([
    'Optimistic locking for unicorns.',
    'Two people must not overwrite each other.',
    'Lock the door of the office.',
  ])('is not made of other words: %s', (sentence) => {
    expect(after(sentence).having('optimisticLocking')).toEqual([]);
  });
});

describe('rows that are only hidden when they are deleted', () => {
  it.each([
    ['Use soft delete.', ALL],
    ['Soft delete for invoices.', ['Invoice']],
    ['Invoices and customers are soft deleted.', ['Customer', 'Invoice']],
    ['Customers use soft-delete.', ['Customer']],
    ['Deleted invoices can be restored.', ['Invoice']],
    ['A deleted customer can be restored.', ['Customer']],
    ['It must be possible to restore deleted invoices.', ['Invoice']],
    ['We can restore deleted customers and invoices.', ['Customer', 'Invoice']],
    ['Deleting an invoice only hides it.', ['Invoice']],
    ['Deleting invoices only hides them.', ['Invoice']],
    ['Invoices are archived instead of deleted.', ['Invoice']],
    ['Customers are never really deleted, only hidden.', ['Customer']],
    ['Deleted customers go to the trash.', ['Customer']],
    ['Deleted records can be recovered.', ALL],
  ])('%s', (sentence, names) => {
    const { having, notUnderstood, blueprint } = after(sentence);

    expect(having('softDelete')).toEqual(names);
    expect(notUnderstood).toEqual([]);
    expect(blueprint.entities.map(({ name }) => name)).toEqual(ALL);
    expect(blueprint.people).toBeUndefined();
  });

  it('is shown with the words that asked for it', () => {
    const sentence = 'Deleted invoices can be restored.';
    const { phrases } = after(sentence);

    expect(phrases.find(({ text }) => text === sentence)?.became).toMatchObject([
      { path: 'Invoice.softDelete', meaning: expect.stringContaining('restored') },
    ]);
  });

  it('hides what goes with them as well, and says so', () => {
    const { having, assumptions, notUnderstood } = after(
      'When an invoice is deleted its invoice lines go too. Deleted invoices can be restored.',
    );

    expect(having('softDelete')).toEqual(['Invoice', 'InvoiceLine']);
    expect(assumptions.map(({ text }) => text).join()).toMatch(/goes? with .*hidden as well/);
    expect(notUnderstood).toEqual([]);
  });

  it('is read beside rights', () => {
    const { having, blueprint, notUnderstood } =
      read(`Articles have a name and a price. People sign in. Roles are clerk and manager.
Only managers may delete articles. Deleted articles can be restored.`);

    expect(having('softDelete')).toEqual(['Article']);
    expect(blueprint.entities[0]?.access?.delete).toEqual(['manager']);
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    'Deleted unicorns can be restored.',
    'Invoices cannot be deleted while the total is 5.',
    'Restore the old building.',
  ])('is not made of other words: %s', (sentence) => {
    expect(after(sentence).having('softDelete')).toEqual([]);
  });
});

describe('who made and changed rows', () => {
  const PEOPLE = 'People sign in. Roles are clerk and manager.';

  it.each([
    ['We want to see who created and changed an invoice.', ['Invoice']],
    ['We want to see who created and changed each invoice and when.', ['Invoice']],
    ['Track who changed invoices.', ['Invoice']],
    ['Track who changed invoices and customers.', ['Customer', 'Invoice']],
    ['We need an audit trail.', ALL],
    ['Keep an audit trail of invoices.', ['Invoice']],
    ['Customers need a change history.', ['Customer']],
    ['Keep a history of all changes to invoices.', ['Invoice']],
    ['Invoices are audited.', ['Invoice']],
    ['All changes to invoices must be recorded.', ['Invoice']],
    ['For every invoice we want to know who changed it.', ['Invoice']],
    ['It must be visible who last edited a customer.', ['Customer']],
  ])('%s', (sentence, names) => {
    const { having, notUnderstood, blueprint } = after(`${PEOPLE} ${sentence}`);

    expect(having('audited')).toEqual(names);
    expect(notUnderstood).toEqual([]);
    expect(blueprint.entities.map(({ name }) => name)).toEqual(ALL);
    expect(blueprint.people?.roles.map(({ name }) => name)).toEqual(['clerk', 'manager']);
  });

  it('is said of what was spoken of last', () => {
    const { having } = read(
      `${PEOPLE} Orders have a number and a total. We want to see who created and changed it.`,
    );

    expect(having('audited')).toEqual(['Order']);
  });

  it('is shown with the words that asked for it', () => {
    const sentence = 'We want to see who created and changed an invoice.';
    const { phrases } = after(`${PEOPLE} ${sentence}`);

    expect(phrases.find(({ text }) => text === sentence)?.became).toMatchObject([
      { path: 'Invoice.audited', meaning: expect.stringContaining('created') },
    ]);
  });

  it('is listed where nobody signs in, with what is missing', () => {
    const { having, notUnderstood } = after('Track who changed invoices.');

    expect(having('audited')).toEqual([]);
    expect(notUnderstood.join()).toContain('say who signs in');
  });

  it.each([
    'Track who changed unicorns.',
    'Invoices have a history.',
    'Who pays an invoice is a customer.',
  ])('is not made of other words: %s', (sentence) => {
    expect(after(`${PEOPLE} ${sentence}`).having('audited')).toEqual([]);
  });
});

describe('what a deed is kept as', () => {
  it.each([
    ['A member borrows a book as a loan with a due date.', 'Loan', ['dueDate']],
    ['Members borrow books as loans with a due date.', 'Loan', ['dueDate']],
  ])('%s', (sentence, name, fields) => {
    const { blueprint, notUnderstood } = read(
      `A book has a title. A member has a name. ${sentence}`,
    );
    const entity = blueprint.entities.find((one) => one.name === name);

    expect(entity?.fields.map((field) => field.name)).toEqual(fields);
    expect(entity?.relations.map(({ kind, target }) => `${kind} ${target}`).sort()).toEqual([
      'belongs-to Book',
      'belongs-to Member',
    ]);
    expect(notUnderstood).toEqual([]);
  });
});
