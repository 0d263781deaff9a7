import type { CorpusEntry } from './corpus-entry.ts';

/** A second round of prompts, invented after the first was measured. */
export const corpusD: CorpusEntry[] = [
  {
    id: 'd-vet',
    prompt:
      'Vet clinic: owners have a name, phone and email. Each owner has many pets. Pets have a name, a species (dog, cat, bird, other), a breed that is optional, and a date of birth. Visits have a date and time, a reason, a diagnosis and a fee; each visit is for one pet and is performed by a vet. Vets have a name and a license number that must be unique.',
    expect: `
      Owner: name string, phone phone, email email | has-many Pet
      Pet: name string, species enum(dog|cat|bird|other), breed string optional, dateOfBirth date
      Visit: dateAndTime|date|visitedAt|dateTime datetime, reason string|text, diagnosis text, fee money | belongs-to Pet, belongs-to Vet
      Vet: name string, licenseNumber string unique`,
  },
  {
    id: 'd-movies',
    prompt:
      'Movie database API. A movie has a title, release date, runtime in minutes, plot summary and rating between 0 and 10. Movies have many actors and actors appear in many movies. An actor has a full name and a birth date. Users can write reviews: a review has a score from 1 to 10, a text and belongs to a movie.',
    expect: `
      Movie: title string, releaseDate date, runtime integer, plotSummary text, rating decimal|integer | many-to-many Actor
      Actor: fullName string, birthDate date
      Review: score integer, text text | belongs-to Movie`,
  },
  {
    id: 'd-conference',
    prompt:
      'Conference schedule. Speakers (name, bio, twitter handle optional), Rooms (name, capacity), Talks (title, abstract, start time, end time, level: beginner, intermediate or advanced). A talk is given by one speaker in one room.',
    expect: `
      Speaker: name string, bio text, twitterHandle string optional
      Room: name string, capacity integer
      Talk: title string, abstract text, startTime datetime, endTime datetime, level enum(beginner|intermediate|advanced) | belongs-to Speaker, belongs-to Room`,
  },
  {
    id: 'd-delivery',
    prompt:
      'Food delivery backend with restaurants, dishes, customers and orders. Restaurants have a name, address, cuisine and opening hours. Dishes belong to a restaurant and have a name, description, price, and an available flag. Customers have a name, unique phone number and a delivery address. An order is placed by a customer at a restaurant, contains many dishes, and has a total amount, a status (new, preparing, on the way, delivered, cancelled) and a placed at timestamp.',
    expect: `
      Restaurant: name string, address string, cuisine string, openingHours string
      Dish: name string, description text, price money, available boolean | belongs-to Restaurant
      Customer: name string, phoneNumber phone unique, deliveryAddress string
      Order: totalAmount money, status enum(new|preparing|on the way|delivered|cancelled), placedAt datetime | belongs-to Customer, belongs-to Restaurant, has-many Dish`,
  },
  {
    id: 'd-iot',
    prompt:
      'devices with unique mac address, firmware version, last seen at; each device belongs to a site; sites have name, latitude, longitude; alerts with severity low/medium/high, message, acknowledged flag, belongs to device',
    expect: `
      Device: macAddress string unique, firmwareVersion string, lastSeenAt datetime | belongs-to Site
      Site: name string, latitude decimal, longitude decimal
      Alert: severity enum(low|medium|high), message text, acknowledged boolean | belongs-to Device`,
  },
  {
    id: 'd-timesheet',
    prompt:
      'I need a time tracking tool for my agency. We have clients, projects and employees. Every project belongs to exactly one client and has a name, a budget and a start date. The end date of a project is optional. Employees log time entries; a time entry has a date, hours (between 0.25 and 24), a billable flag and an optional comment, and it belongs to a project and an employee. Client names must be unique.',
    expect: `
      Client: name string unique
      Project: name string, budget money, startDate date, endDate date optional | belongs-to Client
      Employee: name string assumed
      TimeEntry: date date, hours decimal, billable boolean, comment text optional | belongs-to Project, belongs-to Employee`,
  },
  {
    id: 'd-museum',
    prompt: `Museum collection
Artwork:
  - title (required)
  - year created (integer)
  - medium
  - dimensions
  - estimated value
  - acquisition date (optional)
Artist:
  - name
  - nationality
  - birth year, death year (optional)
An artwork is created by one artist. Exhibitions have a title, start date and end date and show many artworks; an artwork can be shown in many exhibitions.`,
    expect: `
      Artwork: title string, yearCreated integer, medium string, dimensions string, estimatedValue money|decimal, acquisitionDate date optional | belongs-to Artist, many-to-many Exhibition
      Artist: name string, nationality string, birthYear integer, deathYear integer optional
      Exhibition: title string, startDate date, endDate date`,
  },
  {
    id: 'd-subscriptions',
    prompt:
      'SaaS billing: Plan has code (unique), name, monthly price >= 0, trial days default 14. Account has company name, billing email, and belongs to a plan. Account has many subscriptions? No - a subscription belongs to an account and a plan, with started on, ends on (optional), and state: trialing, active, past_due, canceled.',
    expect: `
      Plan: code string unique, name string, monthlyPrice money, trialDays integer default
      Account: companyName string, billingEmail email | belongs-to Plan
      Subscription: startedOn date, endsOn date optional, state enum(trialing|active|past_due|canceled) | belongs-to Account, belongs-to Plan`,
  },
  {
    id: 'd-forum',
    prompt:
      'Discussion forum where members start threads and write replies. Members have a nickname (3 to 20 characters, unique) and a joined date. Threads have a title, a pinned flag and belong to a category. Categories have a name. Replies have a body and belong to a thread and a member. A reply may have a parent reply.',
    expect: `
      Member: nickname string unique, joinedDate date | has-many Thread, has-many Reply
      Thread: title string, pinned boolean | belongs-to Category
      Category: name string
      Reply: body text | belongs-to Thread, belongs-to Reply optional`,
  },
  {
    id: 'd-hr',
    prompt:
      'HR system to manage departments, positions and employees. Departments: name, cost center code. Positions: title, min salary, max salary. Employees: employee number (unique), first name, last name, personal email (optional), hired on, department, position, and supervisor (optional). Leave requests with start date, end date, type (vacation, sick, unpaid) and approved flag belong to an employee.',
    expect: `
      Department: name string, costCenterCode string
      Position: title string, minSalary money, maxSalary money
      Employee: employeeNumber string unique, firstName string, lastName string, personalEmail email optional, hiredOn date | belongs-to Department, belongs-to Position, belongs-to Employee optional
      LeaveRequest: startDate date, endDate date, type enum(vacation|sick|unpaid), approved boolean | belongs-to Employee`,
  },
];
