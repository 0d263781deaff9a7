import type { CorpusEntry } from './corpus-entry.ts';

/** A sixth round of prompts, invented after the fifth was measured. */
export const corpusH: CorpusEntry[] = [
  {
    id: 'h-coworking',
    prompt:
      'A coworking space manager. Members have a full name, a unique email, a phone (optional) and a plan (day pass, part-time, full-time). Desks have a code that is unique and a location. Bookings have a date, start time and end time, and belong to a member and a desk.',
    expect: `
      Member: fullName string, email email unique, phone phone optional, plan enum(day pass|part-time|full-time)
      Desk: code string unique, location string
      Booking: date date, startTime datetime|time, endTime datetime|time | belongs-to Member, belongs-to Desk`,
  },
  {
    id: 'h-reviews',
    prompt:
      'Restaurants with name, address and cuisine. Customers can leave reviews for restaurants. Reviews contain a rating (1-5 stars), a title and a comment. Restaurants also have many menu items with name, price and a vegan flag.',
    expect: `
      Restaurant: name string, address string, cuisine string | has-many Review, has-many MenuItem
      Customer: name string assumed | has-many Review
      Review: rating integer, title string, comment text
      MenuItem: name string, price money, vegan boolean`,
  },
  {
    id: 'h-terse',
    prompt:
      'users (name, email unique), posts (title, body, published bool), comments (body). post belongs to user. comment belongs to post and user.',
    expect: `
      User: name string, email email unique
      Post: title string, body text, published boolean | belongs-to User
      Comment: body text | belongs-to Post, belongs-to User`,
  },
  {
    id: 'h-laundry',
    prompt:
      "We're a laundry service. Customers drop off orders. Each order has a ticket number (unique), the drop-off date, a pickup date if known, total weight in kg and a paid flag. An order consists of garments: each garment has a type (shirt, trousers, dress, other), colour and special care notes (optional).",
    expect: `
      Customer: name string assumed | has-many Order
      Order: ticketNumber string unique, dropOffDate date, pickupDate date optional, totalWeight decimal, paid boolean | has-many Garment
      Garment: type enum(shirt|trousers|dress|other), colour string, specialCareNotes|careNotes text optional`,
  },
  {
    id: 'h-songs',
    prompt:
      'Data model for a record label:\n1. Artist: stage name (unique), real name, country, signed on\n2. Release: title, release date, format (single, EP, album), belongs to an artist\n3. Track: title, ISRC (unique), length in seconds, belongs to a release\n4. Royalty payment: amount, paid on, belongs to an artist',
    expect: `
      Artist: stageName string unique, realName string, country string, signedOn date
      Release: title string, releaseDate date, format enum(single|EP|album) | belongs-to Artist
      Track: title string, isrc string unique, length integer | belongs-to Release
      RoyaltyPayment: amount money, paidOn date | belongs-to Artist`,
  },
  {
    id: 'h-tasks-people',
    prompt:
      'A task manager where a user can own many tasks. Tasks need a title of at most 120 characters, a description, an estimated number of hours, a deadline and a state (todo, doing, done) with default todo. Users have a unique username.',
    expect: `
      User: username string unique | has-many Task
      Task: title string, description text, estimatedNumberOfHours|estimatedHours integer|decimal, deadline date, state enum(todo|doing|done) default`,
  },
  {
    id: 'h-energy',
    prompt:
      'Smart meter readings: a household has an address and a meter number (unique). Households have many meter readings. A meter reading consists of a kWh value, a reading date and whether it was estimated.',
    expect: `
      Household: address string, meterNumber string unique | has-many MeterReading
      MeterReading: kWhValue|kwhValue decimal, readingDate date, estimated boolean`,
  },
  {
    id: 'h-cinema',
    prompt:
      'Cinema: halls (name, number of seats), films (title, duration in minutes, age rating, language), screenings (starts at, price). A screening shows one film in one hall. Tickets: seat, sold at, price; every ticket is for a screening. Tickets must have a unique code.',
    expect: `
      Hall: name string, numberOfSeats integer
      Film: title string, duration integer, ageRating string|integer, language string
      Screening: startsAt datetime, price money | belongs-to Film, belongs-to Hall
      Ticket: seat string, soldAt datetime, price money, code string unique | belongs-to Screening`,
  },
  {
    id: 'h-school-notes',
    prompt:
      'I teach a class and I want to keep track of my students, their assignments and grades. A student has a name, an email and a parent phone. An assignment has a title, a due date and max points. A grade is a score between 0 and 100 with optional feedback, for one student and one assignment.',
    expect: `
      Student: name string, email email, parentPhone phone
      Assignment: title string, dueDate date, maxPoints integer
      Grade: score integer, feedback text optional | belongs-to Student, belongs-to Assignment`,
  },
  {
    id: 'h-charity',
    prompt:
      'Donation platform: campaigns have a title, goal amount, start date, end date, and belong to an organisation. Donors give donations; a donation has an amount greater than 0, a currency (default EUR), an anonymous flag (default false), a donated at date and belongs to a campaign and a donor. Organisations have a name and registration number, both unique.',
    expect: `
      Campaign: title string, goalAmount money, startDate date, endDate date | belongs-to Organisation
      Donor: name string assumed
      Donation: amount money, currency string default, anonymous boolean default, donatedAt datetime|date | belongs-to Campaign, belongs-to Donor
      Organisation: name string unique, registrationNumber string unique`,
  },
];
