import type { CorpusEntry } from './corpus-entry.ts';

/** A round after the relations were mended: other trades, other wordings. */
export const corpusR: CorpusEntry[] = [
  {
    id: 'r-bakery',
    prompt:
      'Bakery orders. A customer has a name and a phone number. Customers can place several orders; every order belongs to exactly one customer, has a pickup date and a note (optional). Each order consists of one or more cakes. A cake has a flavour, a size (small, medium, large) and a price.',
    expect: `
      Customer: name string, phone|phoneNumber phone | has-many Order
      Order: pickupDate date, note text|string optional | belongs-to Customer, has-many Cake
      Cake: flavour string, size enum(small|medium|large), price money`,
  },
  {
    id: 'r-university',
    prompt:
      'University: faculties contain departments, departments employ lecturers. A lecturer has a name, an email and a title, and may supervise many theses. A thesis has a title, a submission date and is written by exactly one student. Students have a matriculation number (unique) and a name. Lecturers teach modules; a module can be taught by several lecturers.',
    expect: `
      Faculty: | has-many Department
      Department: | has-many Lecturer
      Lecturer: name string, email email, title string | has-many Thesis, many-to-many Module
      Thesis: title string, submissionDate date | belongs-to Student
      Student: matriculationNumber string unique, name string
      Module:`,
  },
  {
    id: 'r-parking',
    prompt:
      'parking garage api. a garage has a name, an address and several levels, each level has a number and many spots. a spot has a code and may be reserved by at most one permit holder. permit holders: name, email, licence plate.',
    expect: `
      Garage: name string, address string|text | has-many Level
      Level: number integer|string | has-many Spot
      Spot: code string | belongs-to PermitHolder optional
      PermitHolder: name string, email email, licencePlate string`,
  },
  {
    id: 'r-auction',
    prompt: `Auction house
- Sellers (name, email) consign lots.
- A lot has a title, an estimate and a reserve price (optional).
- Auctions have a date and a location and comprise many lots.
- Bidders place bids on lots. A bid has an amount and the time it was placed.`,
    expect: `
      Seller: name string, email email | has-many Lot
      Lot: title string, estimate money|decimal|string, reservePrice money optional
      Auction: date date, location string | has-many Lot
      Bidder: | has-many Bid
      Bid: amount money, placedAt|timePlaced datetime | belongs-to Lot`,
  },
  {
    id: 'r-hospital-ward',
    prompt:
      'Hospital wards have a name and a floor and hold many beds. A bed has a number and can be occupied by one patient. Nurses are assigned to one ward. Every patient has a name, a date of birth and is treated by one or more doctors; a doctor treats many patients.',
    expect: `
      Ward: name string, floor integer | has-many Bed
      Bed: number string|integer | belongs-to Patient optional
      Nurse: | belongs-to Ward
      Patient: name string, dateOfBirth date | many-to-many Doctor
      Doctor:`,
  },
  {
    id: 'r-news',
    prompt:
      'News site with sections, articles and journalists. Articles are written by one or more journalists and appear in exactly one section. An article has a headline, a body, a published at timestamp and zero or more images. An image has a url and a credit. Readers can bookmark articles.',
    expect: `
      Section: | has-many Article
      Article: headline string, body text, publishedAt datetime | many-to-many Journalist, has-many Image
      Journalist:
      Image: url url, credit string
      Reader: | many-to-many Article`,
  },
  {
    id: 'r-cinema',
    prompt:
      'A cinema has screens. A screen has a name and a number of seats. A film has a title, a runtime in minutes and an age rating (U, PG, 12, 15, 18). A showing of a film on a screen has a start time and a ticket price. Tickets are sold for a showing and carry a seat number and a unique barcode.',
    expect: `
      Cinema: | has-many Screen
      Screen: name string, numberOfSeats|seats integer
      Film: title string, runtime|runtimeInMinutes integer|duration, ageRating enum(U|PG|12|15|18)
      Showing: startTime datetime, ticketPrice money | belongs-to Film, belongs-to Screen
      Ticket: seatNumber string, barcode string unique | belongs-to Showing`,
  },
  {
    id: 'r-insurance',
    prompt:
      'Insurance: A policy holder owns one or more policies. A policy has a policy number, a premium, a start date and an end date and covers one vehicle. Claims are filed against a policy; each claim has a claimed amount, a status (open, accepted, rejected; default open) and an incident date. A vehicle has a VIN of 17 characters and a registration year.',
    expect: `
      PolicyHolder: | has-many Policy
      Policy: policyNumber string, premium money, startDate date, endDate date | belongs-to Vehicle
      Claim: claimedAmount money, status enum(open|accepted|rejected) default, incidentDate date | belongs-to Policy
      Vehicle: vin string, registrationYear integer`,
  },
  {
    id: 'r-forum',
    prompt:
      'Forum software: users (handle unique, email unique, joined on), boards (name), threads (title, pinned flag) and posts (body). Each thread belongs to a board and is started by a user. Each post belongs to a thread and is written by a user. A post may reply to another post. Users can subscribe to threads.',
    expect: `
      User: handle string unique, email email unique, joinedOn date | many-to-many Thread
      Board: name string
      Thread: title string, pinned boolean | belongs-to Board, belongs-to User
      Post: body text | belongs-to Thread, belongs-to User, belongs-to Post optional`,
  },
  {
    id: 'r-terse-lines',
    prompt: `project: name, deadline, client
client: name, vat number (unique)
task: title, done (default false), due date optional, project, assignees (employees)
employee: name, email, hourly rate`,
    expect: `
      Project: name string, deadline date | belongs-to Client
      Client: name string, vatNumber string unique
      Task: title string, done boolean default, dueDate date optional | belongs-to Project, many-to-many Employee
      Employee: name string, email email, hourlyRate money`,
  },
  {
    id: 'r-orchestra',
    prompt:
      'We manage an orchestra. Musicians have a first and last name, an instrument and an audition date. A musician plays in one section and each section is led by one musician. Concerts take place at a venue on a date; a concert features several pieces, and a piece can be featured in many concerts. A piece has a title, a composer and a length in minutes.',
    expect: `
      Musician: firstName string, lastName string, instrument string, auditionDate date | belongs-to Section
      Section: | belongs-to Musician
      Concert: date date | belongs-to Venue, many-to-many Piece
      Venue:
      Piece: title string, composer string, length|lengthInMinutes integer`,
  },
  {
    id: 'r-travel',
    prompt:
      'Trip planner: A traveller can create many trips. A trip has a title, a start date, an end date, and is made up of stops. Every stop refers to a city, has an arrival date and optionally a hotel name. Cities have a name and a country; a country has many cities. A trip can be shared with many other travellers.',
    expect: `
      Traveller: | has-many Trip, many-to-many Trip
      Trip: title string, startDate date, endDate date | has-many Stop
      Stop: arrivalDate date, hotelName string optional | belongs-to City
      City: name string | belongs-to Country
      Country:`,
  },
  {
    id: 'r-lab',
    prompt:
      'Lab samples: each sample has a barcode, unique, 8 to 12 characters long, a collected at timestamp and a volume in ml greater than 0. A sample comes from one donor. Donors have a code and a birth year between 1900 and 2020. Tests are run on samples: a test has a method, a result (positive, negative, inconclusive) and optional remarks.',
    expect: `
      Sample: barcode string unique, collectedAt datetime, volume|volumeInMl decimal | belongs-to Donor
      Donor: code string, birthYear integer
      Test: method string, result enum(positive|negative|inconclusive), remarks text optional | belongs-to Sample`,
  },
  {
    id: 'r-hr-contracts',
    prompt:
      'People ops tool. Employees have a full name, a unique badge number and a job title. An employee reports to another employee. Each employee has exactly one contract with a salary, a start date and a type of permanent or temporary. Teams have a name and are led by an employee; employees can be members of several teams.',
    expect: `
      Employee: fullName string, badgeNumber string unique, jobTitle string | belongs-to Employee optional, has-one Contract, many-to-many Team
      Contract: salary money, startDate date, type enum(permanent|temporary)
      Team: name string | belongs-to Employee`,
  },
  {
    id: 'r-market',
    prompt:
      'Marketplace where vendors sell products and buyers buy them. Vendor: company name, tax id (unique), rating from 0 to 5. Product: title, price, stock (min 0). A product is sold by one vendor. Buyer: name, email. Purchases: a purchase is made by a buyer, contains one or more products, has a purchased at date and time and a payment method (card, paypal, invoice).',
    expect: `
      Vendor: companyName string, taxId string unique, rating decimal|integer
      Product: title string, price money, stock integer | belongs-to Vendor
      Buyer: name string, email email
      Purchase: purchasedAt datetime, paymentMethod enum(card|paypal|invoice) | belongs-to Buyer, has-many Product`,
  },
  {
    id: 'r-zoo',
    prompt:
      'Zoo keeper app. Animals live in enclosures. An animal has a name, a species, a birth date (optional) and a mother, who is an animal. Keepers look after animals; a keeper can look after many animals and an animal is looked after by many keepers. Feedings record the animal, the keeper, the food and the amount in grams.',
    expect: `
      Animal: name string, species string, birthDate date optional | belongs-to Enclosure, belongs-to Animal optional, many-to-many Keeper
      Enclosure:
      Keeper:
      Feeding: food string, amount|amountInGrams decimal|integer | belongs-to Animal, belongs-to Keeper`,
  },
  {
    id: 'r-logistics',
    prompt:
      'Shipping company. A shipment has a tracking number (unique), a weight in kg and a status: created, in transit, delivered or lost. It is sent by a sender and received by a recipient, both are customers. Customers have a name and an address. A shipment includes several parcels. Parcels are loaded onto one truck; trucks have a plate and a capacity.',
    expect: `
      Shipment: trackingNumber string unique, weight|weightInKg decimal, status enum(created|in transit|delivered|lost) | belongs-to Customer, has-many Parcel
      Customer: name string, address string|text
      Parcel: | belongs-to Truck
      Truck: plate string, capacity integer`,
  },
  {
    id: 'r-debate',
    prompt:
      'I coach a debate club. Debaters have a name and a school year. A team is made up of exactly two debaters. Each round pits two teams against each other and is judged by one judge; it has a motion and a winner. Judges have a name and an experience level (novice, expert).',
    expect: `
      Debater: name string, schoolYear integer|string
      Team: | has-many Debater
      Round: motion string, winner string | has-many Team, belongs-to Judge
      Judge: name string, experienceLevel enum(novice|expert)`,
  },
  {
    id: 'r-charging',
    prompt:
      'EV charging network\n\n1) Stations: name, latitude, longitude\n2) Connectors: belong to a station; plug type (ccs, chademo, type2), max power in kW\n3) Drivers: name, email (unique), card token\n4) Sessions: link a driver to a connector; started at, ended at (optional), energy in kWh, cost',
    expect: `
      Station: name string, latitude decimal, longitude decimal
      Connector: plugType enum(ccs|chademo|type2), maxPower|maxPowerInKw decimal | belongs-to Station
      Driver: name string, email email unique, cardToken string
      Session: startedAt datetime, endedAt datetime optional, energy|energyInKwh decimal, cost money | belongs-to Driver, belongs-to Connector`,
  },
  {
    id: 'r-nonprofit',
    prompt:
      'A food bank: volunteers sign up for shifts, a shift needs at least two volunteers. Volunteer has name, phone, email optional. Shift has date, start time, end time. Donations come from donors: amount, donated on, anonymous yes/no. One donor can make many donations.',
    expect: `
      Volunteer: name string, phone phone, email email optional | many-to-many Shift
      Shift: date date, startTime time|datetime, endTime time|datetime
      Donor: | has-many Donation
      Donation: amount money, donatedOn date, anonymous boolean`,
  },
  {
    id: 'r-er-table',
    prompt: `Car dealership

| Table | Columns |
|---|---|
| Dealer | name, city |
| Car | make, model, price, year (1990-2030) |
| Sale | sold on, final price |

- Dealer to Car: one-to-many
- Sale to Car: one-to-one
- Customers (name, phone) and sales: one-to-many`,
    expect: `
      Dealer: name string, city string | has-many Car
      Car: make string, model string, price money, year integer
      Sale: soldOn date, finalPrice money | has-one Car
      Customer: name string, phone phone | has-many Sale`,
  },
  {
    id: 'r-lms-verbs',
    prompt:
      'Course platform. Instructors publish courses. Courses are divided into chapters and chapters into lessons. A lesson has a title, a video link and a duration in minutes. Learners enrol in courses and complete lessons. Each course ends with one exam, which has a pass mark in percent.',
    expect: `
      Instructor: | has-many Course
      Course: | has-many Chapter, has-one Exam
      Chapter: | has-many Lesson
      Lesson: title string, videoLink url, duration|durationInMinutes integer
      Learner: | many-to-many Course, many-to-many Lesson
      Exam: passMark percentage|integer|decimal`,
  },
  {
    id: 'r-energy',
    prompt:
      'households have an address and one or more meters; meters have a serial no (unique), an installation date and a kind: electricity, gas or water; meter readings per meter: value, read on; invoices go to a household, they have a total, a due date and are paid or unpaid',
    expect: `
      Household: address string|text | has-many Meter
      Meter: serialNo|serialNumber string unique, installationDate date, kind enum(electricity|gas|water)
      MeterReading: value decimal, readOn date | belongs-to Meter
      Invoice: total money, dueDate date, paid|status boolean|enum | belongs-to Household`,
  },
  {
    id: 'r-pets',
    prompt:
      'Pet adoption: shelters house animals. Each animal has a nickname, an age in months, a vaccinated flag and belongs to a breed. Adopters send adoption requests for an animal, with a message and a requested on date. An adoption request is either pending, approved or declined.',
    expect: `
      Shelter: | has-many Animal
      Animal: nickname string, age|ageInMonths integer, vaccinated boolean | belongs-to Breed
      Breed:
      Adopter: | has-many AdoptionRequest
      AdoptionRequest: message text, requestedOn date, status|state enum(pending|approved|declined) | belongs-to Animal`,
  },
  {
    id: 'r-software',
    prompt:
      'Release tracker: An application has a name and an owner team. Each application has many releases. A release is identified by a version, was released on a date and fixes several bugs. Bugs are reported by a tester and have a summary, a severity between 1 and 5 and a duplicate of (another bug, optional). Testers belong to a team. Teams have a unique name.',
    expect: `
      Application: name string | belongs-to Team, has-many Release
      Release: version string, releasedOn|date date | has-many Bug
      Bug: summary text|string, severity integer | belongs-to Tester, belongs-to Bug optional
      Tester: | belongs-to Team
      Team: name string unique`,
  },
];
