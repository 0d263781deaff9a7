import { describe, expect, it } from 'vitest';
import { readInBrief as read } from './corpus/in-brief.ts';

describe('a deed with values of its own', () => {
  it('is a thing that belongs to who does it and to what it is done to', () => {
    expect(
      read(
        'Students enroll in courses with an enrollment date and progress percentage. A student has a name. Courses have a title.',
      ),
    ).toContain(
      'Enrollment: enrollmentDate, progressPercentage | belongs-to Course, belongs-to Student',
    );
  });

  it('may be what a passive tells', () => {
    expect(
      read(
        'Employees (name) are assigned to projects with a role and a start date. Projects have a budget.',
      ),
    ).toContain('Assignment: role, startDate | belongs-to Project, belongs-to Employee');
  });

  it('takes the name of both things when it has none', () => {
    expect(
      read(
        'Recipes have a title and contain ingredients with a quantity and a unit. Ingredients have a name.',
      ),
    ).toContain('RecipeIngredient: quantity, unit | belongs-to Ingredient, belongs-to Recipe');
  });

  it('is done by users only when users are described', () => {
    const said = 'Users borrow books with a due date. Books have a title.';
    expect(read(said)).toEqual(['Book: dueDate, title | ']);
    expect(read(`${said} Users have an email.`)).toContain(
      'Loan: dueDate | belongs-to Book, belongs-to User',
    );
  });

  it('leaves the values with what is placed, not described', () => {
    expect(read('Customers have a name. Customers place orders with a date and a total.')).toEqual([
      'Customer: name | ',
      'Order: date, total | belongs-to Customer',
    ]);
  });
});

describe('what is said of a list', () => {
  it('goes on after a clause about a bound', () => {
    expect(read('A harvest has a weight in kg, which may not be negative, and a colour.')).toEqual([
      'Harvest: weight, colour | ',
    ]);
  });

  it('goes on in brackets, also after a contraction', () => {
    expect(
      read("A customer has a phone (and an email if they have one) and a code that's unique."),
    ).toEqual(['Customer: phone, email?, code | ']);
  });

  it('names the limit of how many, unless they are things of their own', () => {
    expect(read('A class has a title and a maximum of 20 participants.')).toEqual([
      'Class: title, maximumParticipants | ',
    ]);
    expect(
      read('A team has a name and a maximum of 5 participants. Participants have an email.')[0],
    ).toBe('Team: name | ');
  });

  it('holds from and to as names', () => {
    expect(read('Camps: name, place, from, to, fee')).toEqual([
      'Camp: name, place, from, to, fee | ',
    ]);
  });

  it('counts columns among the things of a board', () => {
    expect(read('Each board contains columns (name, position). Boards have a title.')).toContain(
      'Column: name, position | belongs-to Board',
    );
  });
});

describe('a table of one field a row', () => {
  it('gives each field what its row says', () => {
    expect(
      read(
        '| Table | Column | Notes |\n|---|---|---|\n| dock | code | unique |\n| dock | closed on | date, optional |',
      ),
    ).toEqual(['Dock: code, closedOn? | ']);
  });
});
