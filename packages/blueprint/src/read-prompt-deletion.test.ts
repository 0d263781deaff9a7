import type { Entity } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const INVOICES = 'Invoices have a number and a status (draft, open, paid).';

function read(prompt: string): { entities: Entity[]; notUnderstood: string[] } {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, notUnderstood } = outcome.reading;
  expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  return { entities: blueprint.entities, notUnderstood };
}

describe('rows that cannot be deleted', () => {
  it.each([
    ['Invoices cannot be deleted while open.', ['open']],
    ['Invoices cannot be deleted while draft or open.', ['draft', 'open']],
    ['Once paid an invoice cannot be removed.', ['paid']],
    ["Once paid, invoices can't be deleted.", ['paid']],
    ['If an invoice is paid it must not be deleted.', ['paid']],
    ['A paid invoice can never be deleted.', ['paid']],
    ['No paid invoice may be deleted.', ['paid']],
    ['Invoices which are paid or open must not be deleted.', ['paid', 'open']],
    ['It is not possible to delete a paid invoice.', ['paid']],
    ["You can't delete an invoice that is paid.", ['paid']],
    ["Don't allow deleting paid invoices.", ['paid']],
    ['Deleting paid invoices is not allowed.', ['paid']],
    ['Nobody can delete paid invoices.', ['paid']],
    ['Paid invoices stay forever.', ['paid']],
    ['Invoices are not deletable after they are paid.', ['paid']],
    ['We never delete paid invoices.', ['paid']],
    ['Only drafts can be deleted.', ['open', 'paid']],
    ['Only draft invoices can be deleted.', ['open', 'paid']],
    ['Only invoices that are drafts may be deleted.', ['open', 'paid']],
    ['Invoices can only be deleted while they are drafts.', ['open', 'paid']],
    ['An invoice can be deleted only in draft.', ['open', 'paid']],
    ["An invoice can't be deleted unless it is a draft.", ['open', 'paid']],
  ])('by their state: %s', (sentence, values) => {
    const { entities, notUnderstood } = read(`${INVOICES} ${sentence}`);

    expect(entities.map(({ name }) => name)).toEqual(['Invoice']);
    expect(entities[0]?.rules).toEqual([{ kind: 'delete-blocked', field: 'status', values }]);
    expect(notUnderstood).toEqual([]);
  });

  it('is told with what they have', () => {
    const { entities, notUnderstood } = read(
      'Invoices have a number and a status (draft, open, paid) and cannot be deleted while open.',
    );
    expect(entities[0]?.rules).toMatchObject([{ values: ['open'] }]);
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    'Invoices have a number and are paid or not. Once paid an invoice cannot be removed.',
    'Invoices have a number and a paid flag. Paid invoices cannot be deleted.',
    'Invoices have a number and a paid flag. Only unpaid invoices can be deleted.',
  ])('by a flag: %s', (prompt) => {
    const { entities, notUnderstood } = read(prompt);
    expect(entities[0]?.fields.find(({ name }) => name === 'paid')?.type).toBe('boolean');
    expect(entities[0]?.rules).toEqual([{ kind: 'delete-blocked', field: 'paid', values: [true] }]);
    expect(notUnderstood).toEqual([]);
  });

  it('holds in the first of the states that a row goes through', () => {
    const { entities, notUnderstood } = read(
      `${INVOICES} Invoices cannot be deleted while open. An invoice goes from open to paid.`,
    );
    expect(entities[0]?.lifecycle?.initial).toBe('open');
    expect(entities[0]?.rules).toEqual([
      { kind: 'delete-blocked', field: 'status', values: ['open'] },
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    'Invoices cannot be deleted while archived.',
    'Only templates can be deleted.',
    "You can't delete a shipped invoice.",
  ])('is listed where no state of that name is told: %s', (sentence) => {
    const { entities, notUnderstood } = read(`${INVOICES} ${sentence}`);
    expect(entities[0]?.rules).toBeUndefined();
    expect(notUnderstood.length).toBeGreaterThan(0);
  });
});

describe('rows that cannot be changed', () => {
  it.each([
    ['Only drafts can be edited.', ['sent', 'paid']],
    ['Sent invoices cannot be edited.', ['sent']],
    ['Only draft invoices may be changed.', ['sent', 'paid']],
    ['An invoice cannot be edited once it is sent.', ['sent']],
    ['Invoices can only be changed while they are drafts.', ['sent', 'paid']],
  ])('by their state: %s', (sentence, values) => {
    const { entities, notUnderstood } = read(
      `Invoices have a number. An invoice goes from draft to sent to paid. ${sentence}`,
    );
    expect(entities.map(({ name }) => name)).toEqual(['Invoice']);
    expect(entities[0]?.rules).toEqual([{ kind: 'change-blocked', field: 'status', values }]);
    expect(notUnderstood).toEqual([]);
  });

  it('can be so in the first state only where there is a way out of it, which is said', () => {
    const { entities, notUnderstood } = read(
      'Invoices have a number. An invoice goes from draft to sent to paid. Draft invoices cannot be edited.',
    );
    expect(entities[0]?.rules).toBeUndefined();
    expect(notUnderstood.join()).toContain('A new Invoice could not be changed.');
  });
});
