import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../check-blueprint.ts';
import { USUAL_GENRES } from '../lexicon/usual-genres.ts';
import { readPrompt } from '../read-prompt.ts';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(`${prompt}: ${outcome.refusal.code}`);
  return outcome.reading;
}

const entityOf = (prompt: string, name: string) =>
  read(prompt).blueprint.entities.find((each) => each.name === name);
const ownersOf = (prompt: string, name: string) =>
  entityOf(prompt, name)
    ?.relations.filter(({ kind }) => kind === 'belongs-to')
    .map(({ target }) => target)
    .sort();
const fieldsOf = (prompt: string, name: string) =>
  entityOf(prompt, name)?.fields.map((field) => field.name);

describe('what software does with a thing', () => {
  it.each([
    ['parking space sharing app for an apartment building', 'Booking', ['Member', 'ParkingSpace']],
    ['a tool library where members borrow tools for max 14 days', 'Loan', ['Member', 'Tool']],
    ['log book for a glider club', 'LogEntry', ['Glider', 'Member']],
    ['allotment waiting list manager', 'Application', ['Allotment', 'Applicant']],
    ['marketplace for used textbooks for students', 'Order', ['Buyer', 'UsedTextbook']],
    ['a directory of local tradesmen with ratings', 'Rating', ['LocalTradesman']],
    ['a registry of beehives', 'Inspection', ['Hive']],
    ['sourdough starter feeding log', 'Feeding', ['SourdoughStarter']],
    ['bus driver rota', 'Shift', ['BusDriver']],
    ['toy swap for parents', 'Swap', ['Parent', 'Toy']],
    ['ski rental', 'Booking', ['Customer', 'Ski']],
    ["a tracker for my kids' vaccinations", 'Vaccination', ['Kid']],
    ['greenhouse sensor readings', 'Reading', ['GreenhouseSensor']],
  ])('is kept, whatever the thing is: %s', (prompt, record, owners) => {
    expect(ownersOf(prompt, record)).toEqual(owners);
    expect(checkBlueprint(read(prompt).blueprint).ok).toBe(true);
  });

  it.each(USUAL_GENRES.map(({ said }) => `gadget ${said.join(' ')}`))(
    'is described in words that are read: %s',
    (prompt) => {
      const { blueprint, notUnderstood } = read(prompt);
      expect(notUnderstood).toEqual([]);
      expect(checkBlueprint(blueprint).ok).toBe(true);
      expect(blueprint.entities.map(({ name }) => name)).toContain('Gadget');
      const isApart = blueprint.entities.some(({ relations }) => relations.length === 0);
      expect(isApart).toBe(blueprint.entities.length === 1);
    },
  );

  it('keeps what is written where it names an activity alone', () => {
    expect(fieldsOf('home brewing journal', 'HomeBrewingEntry')).toContain('notes');
  });

  it('is an assumption, and the thing that no table knows is asked for', () => {
    const { assumptions, questions } = read('a directory of local tradesmen');
    const kind = assumptions.find(({ text }) => text.includes('software of a kind ("directory'));
    expect(kind?.answers).not.toEqual([]);
    expect(questions.map(({ path }) => path)).toContain('LocalTradesman');
  });

  it('is asked for no more once it is decided', () => {
    const { questions } = read(
      'a directory of local tradesmen\nDecided: A local tradesman has a trade.',
    );
    expect(questions.map(({ path }) => path)).not.toContain('LocalTradesman');
  });

  it.each(['stock photos', 'a book cover', 'password manager'])(
    'is not seen in what names none: %s',
    (prompt) => {
      const outcome = readPrompt(prompt);
      const texts = outcome.ok ? outcome.reading.assumptions.map(({ text }) => text) : [];
      expect(texts.filter((text) => text.includes('software of a kind'))).toEqual([]);
    },
  );
});

describe('a kind of software', () => {
  it.each([
    ['stock control for a bar', 'StockMovement', ['Product', 'Warehouse']],
    ['expense tracker with budgets per category', 'Expense', ['Category']],
    ['expense tracker with budgets per category', 'Budget', ['Category']],
    ['car rental with bookings', 'Booking', ['Customer', 'Vehicle']],
    [
      'we need something to track medication for residents in a care home',
      'Medication',
      ['Resident'],
    ],
    [
      'time tracking for a design agency with projects, clients and hourly rates',
      'TimeEntry',
      ['Project'],
    ],
  ])('keeps what it is named after: %s', (prompt, record, owners) => {
    expect(ownersOf(prompt, record)).toEqual(owners);
  });

  it('says the same of one thing once', () => {
    expect(entityOf('car rental with bookings', 'Rental')).toBeUndefined();
  });

  it('takes a value that is listed for one of what it keeps', () => {
    const prompt = 'wine cellar inventory with bottles, ratings and drink-by dates';
    expect(fieldsOf(prompt, 'Bottle')).toContain('drinkByDate');
    expect(entityOf(prompt, 'DrinkByDate')).toBeUndefined();
  });
});

describe('a list that stands in no relation', () => {
  it.each([
    ['horse riding school with lessons, horses and riders', 'Lesson', ['Horse', 'Rider']],
    ['freight forwarding with shipments, containers and customers', 'Shipment', ['Customer']],
    ['an app for teachers to manage pupils, grades and absences', 'Absence', ['Pupil']],
    ['fishing diary with catches, spots and photos', 'Catch', ['Spot']],
  ])('holds together by what happens, or by whom it is of: %s', (prompt, name, owners) => {
    expect(ownersOf(prompt, name)).toEqual(owners);
  });
});

describe('a deed that no table knows', () => {
  it.each([
    [
      'petition site where citizens start petitions and others sign them',
      'Signature',
      ['Citizen', 'Petition'],
    ],
    [
      'blood donation app where donors can find drives and reserve a slot',
      'Slot',
      ['Donor', 'Drive'],
    ],
    [
      'an app where parents of a school class can share rides to football practice',
      'RideRequest',
      ['Parent', 'Ride'],
    ],
    ['an app where fans can serenade singers', 'Serenading', ['Fan', 'Singer']],
    ['a board for neighbours to post jobs', 'Job', ['Neighbour']],
    [
      'app that lets tenants report defects and the caretaker close them',
      'Defect',
      ['Caretaker', 'Tenant'],
    ],
  ])('is kept by who does it and what it is done to: %s', (prompt, record, owners) => {
    expect(ownersOf(prompt, record)).toEqual(owners);
  });
});

describe('how much somebody may do', () => {
  it('is counted of what is open where that is known', () => {
    const prompt =
      'equipment booking system for a film school, students can only book 3 items at a time';
    expect(entityOf(prompt, 'Booking')?.rules).toContainEqual({
      kind: 'at-most',
      per: 'student',
      most: 3,
      where: { field: 'status', values: ['confirmed'] },
    });
  });

  it('is of whom the kind of software is about', () => {
    const prompt = 'volunteer scheduling for a food bank with shifts, max 8 people per shift';
    expect(ownersOf(prompt, 'Registration')).toEqual(['Shift', 'Volunteer']);
    expect(entityOf(prompt, 'Registration')?.rules).toContainEqual({
      kind: 'at-most',
      per: 'shift',
      most: 8,
    });
  });

  it('is listed where it is of a duration', () => {
    const prompt = 'a tool library where members borrow tools for max 14 days';
    expect(read(prompt).notUnderstood.join(' ')).toContain('max 14 days');
  });
});
