import type { CorpusEntry } from './corpus-entry.ts';

/** An eighth round of prompts, invented after the seventh was measured. */
export const corpusJ: CorpusEntry[] = [
  {
    id: 'j-bookshop',
    prompt:
      'A bookshop API: authors have a name and many books; a book has a title, a unique ISBN, a price, a publication date and a genre of fiction, non-fiction or poetry; customers have a unique email and many orders; an order has order lines with quantity and price, and a status of pending, paid or shipped',
    expect: `
      Author: name string | has-many Book
      Book: title string, isbn string unique, price money, publicationDate date, genre enum(fiction|non-fiction|poetry)
      Customer: email email unique | has-many Order
      Order: status enum(pending|paid|shipped) | has-many OrderLine
      OrderLine: quantity integer, price money`,
  },
  {
    id: 'j-clinic',
    prompt:
      'A clinic booking system: patients have a name, date of birth and an optional phone; doctors have a name and a speciality; an appointment belongs to a patient and a doctor and has a start time, a duration in minutes and a status of booked, cancelled or done',
    expect: `
      Patient: name string, dateOfBirth date, phone phone optional
      Doctor: name string, speciality string
      Appointment: startTime datetime, duration integer, status enum(booked|cancelled|done) | belongs-to Patient, belongs-to Doctor`,
  },
  {
    id: 'j-issue-tracker',
    prompt:
      'An issue tracker where projects have a unique key and many issues; an issue has a title, an optional description, a priority from 1 to 5, a status of open, in progress or closed, and many comments; a comment has a body and an author name; issues and labels are many-to-many, a label has a name and a color',
    expect: `
      Project: key string unique | has-many Issue
      Issue: title string, description text optional, priority integer, status enum(open|in progress|closed) | has-many Comment, many-to-many Label
      Comment: body text, authorName string
      Label: name string, color string`,
  },
  {
    id: 'j-warehouse',
    prompt:
      'Warehouse API. Products have a unique SKU, a name, an optional description and a weight. Warehouses have a name and a location. Stock levels belong to a product and a warehouse and have a quantity of at least 0 and a reorder point.',
    expect: `
      Product: sku string unique, name string, description text optional, weight decimal
      Warehouse: name string, location string
      StockLevel: quantity integer, reorderPoint integer | belongs-to Product, belongs-to Warehouse`,
  },
  {
    id: 'j-lms',
    prompt:
      'Learning platform: each course has a title, a description, a level (beginner, intermediate, advanced) and many modules. A module has a title and a position. Modules contain lessons; each lesson has a title, a video URL, and a length in minutes. Students enroll in courses through enrollments, which have an enrolled on date and a progress percentage. Students have a name and a unique email.',
    expect: `
      Course: title string, description text, level enum(beginner|intermediate|advanced) | has-many Module
      Module: title string, position integer | has-many Lesson
      Lesson: title string, videoUrl url, length|lengthInMinutes integer
      Student: name string, email email unique
      Enrollment: enrolledOn date, progress|progressPercentage percentage | belongs-to Student, belongs-to Course`,
  },
  {
    id: 'j-event-tickets',
    prompt:
      'Event ticketing: venues (name, address, capacity), events (name, starts at, ends at, description optional) held at a venue, ticket types (name, price, quantity available) for an event, and tickets with a unique code, a purchaser email and a checked in flag, each belonging to a ticket type.',
    expect: `
      Venue: name string, address string, capacity integer
      Event: name string, startsAt datetime, endsAt datetime, description text optional | belongs-to Venue
      TicketType: name string, price money, quantityAvailable integer | belongs-to Event
      Ticket: code string unique, purchaserEmail email, checkedIn boolean | belongs-to TicketType`,
  },
  {
    id: 'j-fitness',
    prompt:
      'A fitness log: users have a username that is unique and a height and weight; a workout belongs to a user and has a date, a type (run, swim, bike, gym), a duration in minutes and calories burned; exercises have a name; a workout has many sets and each set belongs to an exercise and has reps and weight.',
    expect: `
      User: username string unique, height decimal, weight decimal
      Workout: date date, type enum(run|swim|bike|gym), duration integer, caloriesBurned integer | belongs-to User, has-many Set
      Exercise: name string
      Set: reps integer, weight decimal | belongs-to Exercise`,
  },
  {
    id: 'j-apartment',
    prompt:
      'Rental management. Landlords own many properties. Properties have an address, a monthly rent, a number of bedrooms and a furnished flag. Tenants have a name, an email and optionally a phone. Leases are between a tenant and a property, with a start date, an end date and a deposit. Payments belong to a lease and have an amount and a paid on date.',
    expect: `
      Landlord: name string assumed | has-many Property
      Property: address string, monthlyRent money, numberOfBedrooms integer, furnished boolean
      Tenant: name string, email email, phone phone optional
      Lease: startDate date, endDate date, deposit money | belongs-to Tenant, belongs-to Property
      Payment: amount money, paidOn date | belongs-to Lease`,
  },
  {
    id: 'j-hr-simple',
    prompt:
      'I need an app that stores employees. Every employee has a first name, last name, unique email, salary and a hire date. Employees work in one department and a department has a name and a budget. Some employees have a manager who is another employee.',
    expect: `
      Employee: firstName string, lastName string, email email unique, salary money, hireDate date | belongs-to Department, belongs-to Employee optional
      Department: name string, budget money`,
  },
  {
    id: 'j-survey',
    prompt:
      'Survey tool - a survey has a title, an optional closing date and many questions; questions have a text, a kind (text, choice, scale), a position and a required flag; responses belong to a survey and have a submitted at; each answer belongs to a response and a question and has a value',
    expect: `
      Survey: title string, closingDate date optional | has-many Question
      Question: text text, kind enum(text|choice|scale), position integer, required boolean
      Response: submittedAt datetime | belongs-to Survey
      Answer: value string|decimal|text | belongs-to Response, belongs-to Question`,
  },
];
