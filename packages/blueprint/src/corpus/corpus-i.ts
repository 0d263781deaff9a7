import type { CorpusEntry } from './corpus-entry.ts';

/** A seventh round of prompts, invented after the sixth was measured. */
export const corpusI: CorpusEntry[] = [
  {
    id: 'i-optician',
    prompt:
      'An optician needs to manage customers, eye exams and frames. Customers: first name, last name, birthday, phone (optional), email (optional, unique). Each eye exam belongs to a customer and has an exam date, left eye strength and right eye strength (decimals between -20 and 20). Frames have a brand, a model number (unique) and a price.',
    expect: `
      Customer: firstName string, lastName string, birthday date, phone phone optional, email email optional unique
      EyeExam: examDate date, leftEyeStrength decimal|integer|string, rightEyeStrength decimal|integer | belongs-to Customer
      Frame: brand string, modelNumber string unique, price money`,
  },
  {
    id: 'i-store-simple',
    prompt:
      'Build an online store API with products, categories and orders. A product has a name, price and stock, and belongs to a category. An order has a customer email, a total and many products.',
    expect: `
      Product: name string, price money, stock integer | belongs-to Category
      Category: name string assumed
      Order: customerEmail email, total money | has-many Product`,
  },
  {
    id: 'i-travel',
    prompt:
      'Travel agency: trips with destination, start date, end date, price per person and max travellers; each trip has one guide. Guides have a name, languages spoken and a phone number. Travellers book trips through bookings: a booking is for one trip and one traveller, with a number of seats, a total price and a payment status (unpaid, deposit paid, paid).',
    expect: `
      Trip: destination string, startDate date, endDate date, pricePerPerson|price money, maxTravellers integer | belongs-to Guide
      Guide: name string, languagesSpoken string, phoneNumber phone
      Traveller: name string assumed
      Booking: numberOfSeats integer, totalPrice money, paymentStatus enum(unpaid|deposit paid|paid) | belongs-to Trip, belongs-to Traveller`,
  },
  {
    id: 'i-notes',
    prompt:
      'A note taking app. Notes have a title, content, a pinned flag and can be organised into notebooks. A notebook has a name and a color. Notes can have multiple tags, and tags can be used on multiple notes.',
    expect: `
      Note: title string, content text, pinned boolean | belongs-to Notebook, many-to-many Tag
      Notebook: name string, color string
      Tag: name string assumed`,
  },
  {
    id: 'i-machine',
    prompt:
      'Maintenance log for machines. Machine: inventory number (unique), name, manufacturer, commissioned on. Technician: name, phone. Maintenance job: planned for (date), completed at (optional), description, cost, type = preventive | corrective, machine, technician (optional).',
    expect: `
      Machine: inventoryNumber string unique, name string, manufacturer string, commissionedOn date
      Technician: name string, phone phone
      MaintenanceJob: plannedFor date, completedAt datetime optional, description text, cost money, type enum(preventive|corrective) | belongs-to Machine, belongs-to Technician optional`,
  },
  {
    id: 'i-wedding',
    prompt:
      'I am planning my wedding and need an app to track guests, tables and gifts. Every guest has a name, an RSVP status (invited, accepted, declined), dietary requirements (optional) and sits at one table. Tables have a number and a number of seats. A gift has a description, an estimated value and a thank you sent flag and is given by a guest.',
    expect: `
      Guest: name string, rsvpStatus enum(invited|accepted|declined), dietaryRequirements string|text optional | belongs-to Table
      Table: number string|integer, numberOfSeats integer
      Gift: description text, estimatedValue money|decimal, thankYouSent boolean | belongs-to Guest`,
  },
  {
    id: 'i-server-inv',
    prompt:
      'servers: hostname (unique), ip address, os, cpu cores, memory in GB, environment one of dev, staging or prod. services run on servers: a service has name, port (1-65535) and a health check url, belongs to one server. incidents have title, severity from 1 to 4, started at, resolved at (nullable); an incident affects many services and a service can be affected by many incidents',
    expect: `
      Server: hostname string unique, ipAddress string, os string, cpuCores integer, memory|memoryInGb decimal|integer, environment enum(dev|staging|prod)
      Service: name string, port integer, healthCheckUrl url | belongs-to Server, many-to-many Incident
      Incident: title string, severity integer, startedAt datetime, resolvedAt datetime optional`,
  },
  {
    id: 'i-student-clubs',
    prompt:
      'Student clubs: A club has a unique name and a description. A student has a name and a student email. Students can join several clubs and each club has many students. Each club is led by a president, who is a student. Clubs organise events; an event has a title, a location, a start time, and an expected number of participants.',
    expect: `
      Club: name string unique, description text | many-to-many Student, belongs-to Student
      Student: name string, studentEmail email
      Event: title string, location string, startTime datetime, expectedNumberOfParticipants integer | belongs-to Club`,
  },
  {
    id: 'i-bakery',
    prompt:
      'Bakery orders. cake: flavour, size (small/medium/large), price, layers. order: customer name, customer phone, pickup at, paid y/n, notes optional. An order contains order items, each with a cake, a quantity and an inscription (optional, max 40 characters).',
    expect: `
      Cake: flavour string, size enum(small|medium|large), price money, layers integer
      Order: customerName string, customerPhone phone, pickupAt datetime, paid boolean, notes text optional | has-many OrderItem
      OrderItem: quantity integer, inscription string optional | belongs-to Cake`,
  },
  {
    id: 'i-newsroom',
    prompt:
      'Newsroom CMS. An article has a headline, a slug, a body, a published at (optional), and a state which can be draft, review or published. It belongs to a section and is written by one or more authors. Authors have a byline and an email address. Sections have a unique title. Images belong to an article and have a caption, credit and file url.',
    expect: `
      Article: headline string, slug slug, body text, publishedAt datetime optional, state enum(draft|review|published) | belongs-to Section, many-to-many Author
      Author: byline string, emailAddress email
      Section: title string unique
      Image: caption string|text, credit string, fileUrl url | belongs-to Article`,
  },
];
