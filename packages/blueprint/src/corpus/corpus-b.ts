import type { CorpusEntry } from './corpus-entry.ts';

/** More prompts the reader was tuned on. */
export const corpusB: CorpusEntry[] = [
  {
    id: 'real-estate',
    prompt:
      'A real estate listing service. Agents list many properties. A property has an address, a price, number of bedrooms, number of bathrooms, area in square meters, a type (house, apartment, land) and a listed on date. Viewings are linked to a property and have a visitor name, a visitor phone and a scheduled at.',
    expect: `
      Agent: name string assumed | has-many Property
      Property: address string, price money, numberOfBedrooms|bedrooms integer, numberOfBathrooms|bathrooms integer, area decimal, type enum(house|apartment|land), listedOn|listedOnDate|listedDate date
      Viewing: visitorName string, visitorPhone phone, scheduledAt datetime | belongs-to Property`,
  },
  {
    id: 'blog-with',
    prompt:
      'A simple blog with posts and comments. Posts have a title, a unique slug, a body and a published flag. Comments have an author name and a text and belong to a post.',
    expect: `
      Post: title string, slug slug unique, body text, published boolean
      Comment: authorName string, text text | belongs-to Post`,
  },
  {
    id: 'payroll',
    prompt:
      'Payroll. For each employee we store a name, an IBAN, a hourly rate and a start date. For every payslip we record the period, gross pay, net pay, and whether it was paid. Payslips belong to an employee.',
    expect: `
      Employee: name string, iban string, hourlyRate money, startDate date
      Payslip: period string, grossPay money, netPay money, paid|isPaid|wasPaid boolean | belongs-to Employee`,
  },
  {
    id: 'projects',
    prompt:
      'Project management: projects have a name, a description and a deadline. Each project has many tasks. A task has a title, an estimate in hours, a done flag and is optionally assigned to a team member. Team members have a name and a role (developer, designer, manager).',
    expect: `
      Project: name string, description text, deadline date | has-many Task
      Task: title string, estimate|estimateInHours|estimateHours decimal, done boolean | belongs-to TeamMember optional
      TeamMember: name string, role enum(developer|designer|manager)`,
  },
  {
    id: 'profile',
    prompt:
      'Social app: each user has a username (unique, at least 3 characters), an email and a password hash. Each user has one profile with a bio, an avatar url and a birthday. Users write posts; a post has content of at most 280 characters.',
    expect: `
      User: username string unique, email email, passwordHash string | has-one Profile, has-many Post
      Profile: bio text, avatarUrl url, birthday date
      Post: content text`,
  },
  {
    id: 'hotel',
    prompt:
      'Hotel booking with rooms, guests and reservations. A room has a number which must be unique, a floor, a type of single, double or suite, and a nightly rate that must be positive. A guest has a name, email, passport number (optional). Reservations reference one room and one guest, with check-in date, check-out date and number of guests.',
    expect: `
      Room: number string unique, floor integer, type enum(single|double|suite), nightlyRate money
      Guest: name string, email email, passportNumber string optional
      Reservation: checkInDate date, checkOutDate date, numberOfGuests integer | belongs-to Room, belongs-to Guest`,
  },
  {
    id: 'table',
    prompt: `Pet adoption

Pet
| Field | Type | Required | Notes |
| --- | --- | --- | --- |
| name | string | yes | |
| species | enum: dog, cat, rabbit | yes | |
| birth date | date | no | |
| vaccinated | boolean | yes | |
| chip number | string | no | unique |

Adopter
| Field | Type | Required |
| --- | --- | --- |
| full name | string | yes |
| email | email | yes |

Each adoption belongs to a pet and an adopter and has an adoption date and a fee.`,
    expect: `
      Pet: name string, species enum(dog|cat|rabbit), birthDate date optional, vaccinated boolean, chipNumber string optional unique
      Adopter: fullName string, email email
      Adoption: adoptionDate date, fee money | belongs-to Pet, belongs-to Adopter`,
  },
  {
    id: 'typos',
    prompt:
      'a app for managing custmers and there orders. customer has name, adress, phone no. order has order date, amout, and belongs to a customer',
    expect: `
      Customer: name string, address|adress string, phoneNo|phone|phoneNumber phone
      Order: orderDate date, amount|amout money | belongs-to Customer`,
  },
  {
    id: 'm2m-explicit',
    prompt:
      'Course catalog: course and student are many-to-many. Course: title, description, level (beginner, intermediate, advanced). Student: name, email unique.',
    expect: `
      Course: title string, description text, level enum(beginner|intermediate|advanced) | many-to-many Student
      Student: name string, email email unique`,
  },
  {
    id: 'purchase-orders',
    prompt:
      'Procurement: suppliers with a company name, VAT number (unique), contact email and payment terms. Purchase orders belong to a supplier and contain a reference, an order date, an expected delivery date (optional), a currency and many order lines. Each order line has a product name, a quantity greater than zero, a unit cost and a tax rate.',
    expect: `
      Supplier: companyName string, vatNumber string unique, contactEmail email, paymentTerms string
      PurchaseOrder: reference string, orderDate date, expectedDeliveryDate date optional, currency string | belongs-to Supplier, has-many OrderLine
      OrderLine: productName string, quantity integer, unitCost money, taxRate percentage`,
  },
  {
    id: 'expenses-terse',
    prompt: 'expense tracker: amount, category, date, note (optional)',
    expect: `Expense: amount money, category string, date date, note text optional`,
  },
  {
    id: 'music',
    prompt:
      'Music catalogue. Artists have a name and a country. Albums have a title, a release year and a genre, and belong to an artist. Each album has several tracks; tracks have a title, a track number and a length in seconds. Playlists have a name and contain many tracks, and a track can be in many playlists.',
    expect: `
      Artist: name string, country string
      Album: title string, releaseYear integer, genre string | belongs-to Artist, has-many Track
      Track: title string, trackNumber integer, length|lengthInSeconds integer | many-to-many Playlist
      Playlist: name string`,
  },
  {
    id: 'reserved',
    prompt:
      'Orders, users and groups. A user has a name. A group has a title and many users. An order has a total, a select, a default and a class. Each order belongs to a user.',
    expect: `
      User: name string | belongs-to Group
      Group: title string
      Order: total money, select string, default string, class string | belongs-to User`,
  },
  {
    id: 'restaurant-parens',
    prompt:
      'Restaurant: Table(number unique, seats), Menu item(name, price, is vegetarian, category: starter/main/dessert), Order(placed at, status: open/served/paid). An order is for one table. Orders and menu items are many-to-many.',
    expect: `
      Table: number string unique, seats integer
      MenuItem: name string, price money, isVegetarian boolean, category enum(starter|main|dessert)
      Order: placedAt datetime, status enum(open|served|paid) | belongs-to Table, many-to-many MenuItem`,
  },
  {
    id: 'polls',
    prompt:
      'I need polls. A poll has a question, closes at and options. Each option has a label and a vote count that defaults to 0.',
    expect: `
      Poll: question string, closesAt datetime | has-many Option
      Option: label string, voteCount integer default`,
  },
  {
    id: 'shipping',
    prompt:
      'Shipping service that stores parcels: tracking code (unique), weight in kg (max 30), recipient name, recipient address, and status (created, in transit, delivered, returned). Parcels are carried by couriers: each parcel is assigned to one courier, couriers have a name and phone.',
    expect: `
      Parcel: trackingCode string unique, weight|weightInKg decimal, recipientName string, recipientAddress string, status enum(created|in transit|delivered|returned) | belongs-to Courier
      Courier: name string, phone phone`,
  },
];
