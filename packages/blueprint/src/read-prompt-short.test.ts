import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { readInBrief as readSaidInBrief } from './corpus/in-brief.ts';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(`${prompt}: ${outcome.refusal.code}`);
  return outcome.reading;
}

describe('a short idea in one sentence', () => {
  it.each([
    ['Tool to plan weddings: guests, tables, vendors', ['Guest', 'Table', 'Vendor']],
    [
      'An app to collect customer feedback with ratings, comments and categories',
      ['Rating', 'Comment', 'Category'],
    ],
    [
      'something to organise our choir: singers, rehearsals, concerts',
      ['Singer', 'Rehearsal', 'Concert'],
    ],
    ['app that lets users upload photos and share them in albums', ['Photo', 'Album']],
    ['app where users can favorite recipes and leave comments', ['Favorite', 'Recipe', 'Comment']],
    [
      'A system which lets patients book appointments with doctors',
      ['Patient', 'Appointment', 'Doctor'],
    ],
  ])('keeps the things that it names: %s', (prompt, names) => {
    const { blueprint, notUnderstood } = read(prompt);
    expect(blueprint.entities.map(({ name }) => name)).toEqual(names);
    expect(notUnderstood).toEqual([]);
  });

  it('lists a purpose that is more than keeping', () => {
    const prompt = 'A tool to scan letters with senders, topics and dates';
    expect(read(prompt).notUnderstood.join(' ')).toContain('scan');
  });

  it('says where something is put when it is shared', () => {
    expect(
      readSaidInBrief('app where users upload photos and share them in albums').join(' '),
    ).toContain('belongs-to Album');
    expect(
      readSaidInBrief('app where users upload photos and share them with friends').join(' '),
    ).not.toContain('Friend');
  });
});

describe('who applies', () => {
  it.each([
    ['Candidates apply with a cover letter and a CV.', 'Application: coverLetter, cv'],
    ['Candidates apply for jobs with a motivation letter.', 'Application: motivationLetter'],
    ['Candidates apply.', 'Application: name'],
  ])('submits an application: %s', (said, expected) => {
    const found = readSaidInBrief(`Jobs have a title. ${said}`);
    expect(found.some((each) => each.startsWith(expected))).toBe(true);
  });

  it('is not meant by what applies to something', () => {
    expect(
      readSaidInBrief('Coupons have a code. Coupons apply to orders.').join(' '),
    ).not.toContain('Application');
  });

  it('applies for what such a thing usually belongs to', () => {
    const { blueprint } = read('Parents post jobs, babysitters apply.');
    const application = blueprint.entities.find(({ name }) => name === 'Application');
    expect(application?.relations.map(({ target }) => target)).toEqual(['Babysitter', 'Job']);
  });
});

describe('an approval of which no states are told', () => {
  const lifecycleOf = (prompt: string) =>
    read(prompt).blueprint.entities.find(({ lifecycle }) => lifecycle !== undefined);

  it.each([
    'Expenses have an amount. Employees submit expenses and managers approve or reject them.',
    'Expenses have an amount and a date. A manager approves or rejects it.',
    'Expenses have an amount. Only managers can approve or reject expenses.',
    'Expenses have an amount. Employees submit expenses, managers approve or reject.',
  ])('leads from pending to what was decided: %s', (prompt) => {
    const expense = lifecycleOf(prompt);
    expect(expense?.name).toBe('Expense');
    expect(expense?.lifecycle?.initial).toBe('pending');
    const steps = expense?.lifecycle?.transitions.map(({ name, from, to }) => [name, from, to]);
    expect(steps).toEqual([
      ['approve', ['pending'], 'approved'],
      ['reject', ['pending'], 'rejected'],
    ]);
    for (const { roles } of expense?.lifecycle?.transitions ?? [])
      expect(roles).toContain('manager');
    expect(
      read(prompt)
        .assumptions.map(({ text }) => text)
        .join(' '),
    ).toContain('is pending until it is approved or rejected');
    expect(read(prompt).notUnderstood).toEqual([]);
  });

  it('begins in the first of the states that are told', () => {
    const order = lifecycleOf(
      'Orders have a number and a status (new, approved, shipped). Only managers may approve orders.',
    );
    expect(order?.lifecycle?.initial).toBe('new');
  });

  it('is not assumed where the prompt tells the states', () => {
    const prompt =
      'Orders have a number. An order goes from draft to submitted to approved. Only managers may approve orders.';
    const steps = lifecycleOf(prompt)?.lifecycle?.transitions.map(({ to }) => to);
    expect(steps).toEqual(['submitted', 'approved']);
  });
});
