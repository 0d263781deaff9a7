import type { Blueprint, FollowUpReading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { readPrompt } from '../read-prompt.ts';
import { readFollowUp } from './read-follow-up.ts';

function blueprintOf(prompt: string): Blueprint {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.reading.blueprint;
}

const invoicing = blueprintOf(
  'Clients have a unique email, an optional phone, a fax number and many invoices; an invoice has a number and a status (draft, sent or paid).',
);

function read(text: string, base = invoicing): FollowUpReading {
  const outcome = readFollowUp(base, text);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.reading;
}

describe('a follow-up', () => {
  it('says what changes, and which words asked for it', () => {
    const { changes } = read('Add a discount to the invoice, drop the fax number.');

    expect(changes).toEqual([
      expect.objectContaining({
        path: 'Client.faxNumber',
        kind: 'removed',
        before: 'phone, required',
        phrase: { text: 'drop the fax number', start: 31, end: 50 },
      }),
      expect.objectContaining({
        path: 'Invoice.discount',
        kind: 'added',
        after: 'percentage, optional',
        phrase: { text: 'Add a discount to the invoice', start: 0, end: 29 },
      }),
    ]);
  });

  it('leaves what it does not speak of as it is', () => {
    const { blueprint } = read('Drop the fax number.');
    const [client, invoice] = blueprint.entities;

    expect(JSON.stringify(invoice)).toBe(JSON.stringify(invoicing.entities[1]));
    expect(client?.fields.map(({ name }) => name)).toEqual(['email', 'phone']);
  });

  it('tells a migration what is called differently, and what rows get that are there', () => {
    const { renames, values } = read(
      'Rename client to customer. Each customer has an is active flag. The phone is required. For existing customers the phone is unknown.',
    );

    expect(renames).toEqual({ Customer: 'Client', 'Invoice.customer': 'client' });
    expect(values).toEqual({ 'Customer.isActive': false, 'Customer.phone': 'unknown' });
  });

  it.each([
    ['Give me a report of unpaid invoices', 'behaviour'],
    ['Should the email be unique?', 'asks'],
    ['An invoice must have at least one client', 'at least'],
    ['People complained that the fax number is slow', 'what is the case'],
  ])('says why %j changes nothing', (text, reason) => {
    const { changes, notUnderstood, assumptions } = read(text);

    expect(changes).toEqual([]);
    expect(notUnderstood).toEqual([expect.stringContaining(reason)]);
    expect(assumptions).toEqual([]);
  });

  it('says so when it is so already', () => {
    expect(read('Invoices have a number').assumptions).toEqual([
      expect.objectContaining({ text: 'Invoice.number is there already; nothing was changed.' }),
    ]);
  });

  it('takes the words around a wish for a part of it', () => {
    const text = 'Oh and it would be nice if clients had a website, because people ask for it';
    const { phrases, notUnderstood } = read(text);

    expect(notUnderstood).toEqual([]);
    expect(
      phrases
        .map(({ text: said }) => said)
        .join(' ')
        .replace(' ,', ','),
    ).toBe(text);
  });

  it('asks in which list of values a new one is to stand', () => {
    const base = blueprintOf(
      'A ticket has a title, a priority (low or high) and a status (open or closed).',
    );
    const [question] = read('Tickets can also be escalated', base).questions;

    expect(question?.answers.map(({ sentence }) => sentence)).toEqual([
      'Add escalated to the priority of a ticket.',
      'Add escalated to the status of a ticket.',
    ]);
  });

  it.each([
    ['', 'prompt-empty'],
    ['Bitte die Faxnummer entfernen und der Kunde hat eine Adresse', 'prompt-not-english'],
  ])('refuses %j', (text, code) => {
    expect(readFollowUp(invoicing, text)).toMatchObject({ ok: false, refusal: { code } });
  });
});
