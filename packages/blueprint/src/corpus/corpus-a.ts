import type { CorpusEntry } from './corpus-entry.ts';

/** Prompts the reader was tuned on. The notation of `expect` is described in `corpus-entry.ts`. */
export const corpusA: CorpusEntry[] = [
  {
    id: 'invoicing',
    prompt:
      'An invoicing API: customers have a unique email and many invoices; an invoice has a number, a due date, line items with quantity and unit price, and a status of draft, sent or paid',
    expect: `
      Customer: email email unique | has-many Invoice
      Invoice: number string, dueDate date, status enum(draft|sent|paid) | has-many LineItem
      LineItem: quantity integer, unitPrice money`,
  },
  {
    id: 'todo-terse',
    prompt: 'todo list with title and due date',
    expect: `Todo: title string, dueDate date`,
  },
  {
    id: 'shop-bullets',
    prompt: `Online shop

Entities:
- Product: name, unique SKU, price (must be positive), stock, optional description
- Category: name (unique)
- Order: number, status (pending, paid, shipped, cancelled), total
- Order item: quantity, unit price

Relations:
- a product belongs to a category
- an order has many order items
- an order item belongs to a product`,
    expect: `
      Product: name string, sku string unique, price money, stock integer, description text optional | belongs-to Category
      Category: name string unique
      Order: number string, status enum(pending|paid|shipped|cancelled), total money | has-many OrderItem
      OrderItem: quantity integer, unitPrice money | belongs-to Product`,
  },
  {
    id: 'clinic-chatty',
    prompt:
      'Hi! I run a small clinic and we need to keep track of our patients and doctors. Each patient has a full name, a date of birth, a phone number and optionally an email address. Doctors have a name and a specialty. Appointments belong to a patient and a doctor, and have a start time, a duration and some optional notes. The status of an appointment can be booked, completed or cancelled.',
    expect: `
      Patient: fullName string, dateOfBirth date, phoneNumber phone, emailAddress email optional
      Doctor: name string, specialty string
      Appointment: startTime datetime, duration duration, notes text optional, status enum(booked|completed|cancelled) | belongs-to Patient, belongs-to Doctor`,
  },
  {
    id: 'library-with',
    prompt:
      'Library system with books (title, author, unique ISBN, published year), members with name and unique email, and loans. A loan belongs to a book and a member and has a loan date, a due date and an optional return date.',
    expect: `
      Book: title string, author string, isbn string unique, publishedYear integer
      Member: name string, email email unique
      Loan: loanDate date, dueDate date, returnDate date optional | belongs-to Book, belongs-to Member`,
  },
  {
    id: 'support-tickets',
    prompt:
      'Build a REST API for support tickets. Every ticket has a subject, a description, a priority (low, medium, high, urgent) that defaults to medium, and a status of open, pending or closed. Tickets are assigned to one agent. Agents have a name and a unique email. A ticket has many comments; a comment has a body and an is internal flag.',
    expect: `
      Ticket: subject string, description text, priority enum(low|medium|high|urgent) default, status enum(open|pending|closed) | belongs-to Agent, has-many Comment
      Agent: name string, email email unique
      Comment: body text, isInternal boolean`,
  },
  {
    id: 'sensors',
    prompt:
      'We want to monitor sensors. Each sensor has a unique serial number, a location and an active flag. A sensor produces many readings; each reading has a temperature, a humidity percentage and a recorded at timestamp.',
    expect: `
      Sensor: serialNumber string unique, location string, active boolean | has-many Reading
      Reading: temperature decimal, humidity|humidityPercentage percentage, recordedAt datetime`,
  },
  {
    id: 'school-m2m',
    prompt:
      'A school: students have a first name, last name and student number (unique). Courses have a code, a title and credits. Students enrol in many courses. Each course is taught by one teacher. Teachers have a name and an email.',
    expect: `
      Student: firstName string, lastName string, studentNumber string unique | many-to-many Course
      Course: code string, title string, credits integer | belongs-to Teacher
      Teacher: name string, email email`,
  },
  {
    id: 'gym',
    prompt:
      'Gym membership app. Members: name, email (unique), phone, joined on. Membership plans have a name, monthly price and duration in months. A member belongs to one membership plan. Classes have a title, capacity and a scheduled time. Members can book many classes.',
    expect: `
      Member: name string, email email unique, phone phone, joinedOn date | belongs-to MembershipPlan, many-to-many Class
      MembershipPlan: name string, monthlyPrice money, durationInMonths|duration integer
      Class: title string, capacity integer, scheduledTime datetime`,
  },
  {
    id: 'recruiting',
    prompt:
      'Recruiting tool: a job opening has a title, a department, a minimum salary, a maximum salary, and a status which is either open, on hold or closed. Candidates have a name, a unique email, a LinkedIn URL (optional) and a resume link. An application belongs to a candidate and a job opening and has an applied date and a stage of applied, screening, interview, offer or rejected, plus a rating from 1 to 5.',
    expect: `
      JobOpening: title string, department string, status enum(open|on hold|closed), minimumSalary money, maximumSalary money
      Candidate: name string, email email unique, linkedInUrl|linkedinUrl url optional, resumeLink url
      Application: appliedDate date, stage enum(applied|screening|interview|offer|rejected), rating integer | belongs-to Candidate, belongs-to JobOpening`,
  },
  {
    id: 'fleet',
    prompt:
      'fleet mgmt: vehicles (license plate unique, make, model, year, mileage), drivers (name, license number, phone), trips (start time, end time, distance km). trip belongs to vehicle and driver.',
    expect: `
      Vehicle: licensePlate string unique, make string, model string, year integer, mileage decimal
      Driver: name string, licenseNumber string, phone phone
      Trip: startTime datetime, endTime datetime, distanceKm|distance decimal | belongs-to Vehicle, belongs-to Driver`,
  },
  {
    id: 'recipes',
    prompt:
      'I would like a recipe collection. A recipe has a title, a description, a cooking time in minutes, a difficulty (easy, medium or hard) and many ingredients. Ingredients have a name, an amount and a unit. Recipes can have many tags and tags can have many recipes.',
    expect: `
      Recipe: title string, description text, cookingTime|cookingTimeInMinutes integer, difficulty enum(easy|medium|hard) | has-many Ingredient, many-to-many Tag
      Ingredient: name string, amount decimal, unit string
      Tag: name string assumed`,
  },
  {
    id: 'events-headings',
    prompt: `# Event planner

## Event
- title
- description (optional)
- starts at
- ends at
- capacity, at least 1

## Venue
- name
- address
- capacity

## Attendee
- name
- email, unique

Each event takes place at one venue. Attendees register for many events.`,
    expect: `
      Event: title string, description text optional, startsAt datetime, endsAt datetime, capacity integer | belongs-to Venue, many-to-many Attendee
      Venue: name string, address string, capacity integer
      Attendee: name string, email email unique`,
  },
  {
    id: 'crm-stories',
    prompt: `As a sales rep, I want to store companies with a name, website and industry so that I know my market.
As a sales rep, I want to store contacts with first name, last name, email and phone; each contact belongs to a company.
As a manager, I want to track deals with a title, value, stage (lead, qualified, won, lost) and expected close date; a deal belongs to a company and has an owner (a user). Users have a name and a unique email.`,
    expect: `
      Company: name string, website url, industry string
      Contact: firstName string, lastName string, email email, phone phone | belongs-to Company
      Deal: title string, value money, stage enum(lead|qualified|won|lost), expectedCloseDate date | belongs-to Company, belongs-to User
      User: name string, email email unique`,
  },
  {
    id: 'inventory-lines',
    prompt: `Warehouse inventory

Item
  name: string
  sku: string, unique
  qty: integer, default 0
  weight: decimal, optional

Warehouse
  name: string
  city: string

Stock movement
  quantity: integer
  direction: in, out or adjust
  moved at: datetime

Each stock movement belongs to an item and a warehouse.`,
    expect: `
      Item: name string, sku string unique, qty|quantity integer default, weight decimal optional
      Warehouse: name string, city string
      StockMovement: quantity integer, direction enum(in|out|adjust), movedAt datetime | belongs-to Item, belongs-to Warehouse`,
  },
  {
    id: 'employees-self',
    prompt:
      'Staff directory: an employee has a name, a unique work email, a dob, a hire date, a salary and a manager (another employee). Employees belong to a department. A department has a unique name.',
    expect: `
      Employee: name string, workEmail email unique, dob|dateOfBirth date, hireDate date, salary money | belongs-to Employee optional, belongs-to Department
      Department: name string unique`,
  },
];
