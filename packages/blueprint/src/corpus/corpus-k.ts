import type { CorpusEntry } from './corpus-entry.ts';

/** A ninth round: relations of every kind in many wordings. */
export const corpusK: CorpusEntry[] = [
  {
    id: 'k-vet-owners',
    prompt:
      'A vet practice app: owners (name, phone) and their pets. A pet has a name, a species (dog, cat, rabbit) and a date of birth. Each visit is for one pet, has a date, a reason and costs a fee.',
    expect: `
      Owner: name string, phone phone | has-many Pet
      Pet: name string, species enum(dog|cat|rabbit), dateOfBirth date
      Visit: date date, reason text|string, fee money | belongs-to Pet`,
  },
  {
    id: 'k-shop-tags',
    prompt:
      'Online shop. Products have a name, a unique SKU and a price. Products can have many tags and tags many products. Every tag has a unique label. A product belongs to exactly one category; a category may have a parent category.',
    expect: `
      Product: name string, sku string unique, price money | many-to-many Tag, belongs-to Category
      Tag: label string unique
      Category: | belongs-to Category optional`,
  },
  {
    id: 'k-sensors',
    prompt:
      'IoT backend. Sites contain several gateways. A gateway has a serial number (unique) and manages many sensors. Sensors produce readings, each with a value, a unit and a timestamp. A sensor has a type: temperature, humidity or pressure.',
    expect: `
      Site: | has-many Gateway
      Gateway: serialNumber string unique | has-many Sensor
      Sensor: type enum(temperature|humidity|pressure) | has-many Reading
      Reading: value decimal, unit string, timestamp datetime`,
  },
  {
    id: 'k-library-copies',
    prompt:
      'Library system: a book has a title, an ISBN and several copies. Members borrow copies. A loan records the copy, the member, the loan date, the due date and an optional return date. Books are written by one or more authors.',
    expect: `
      Book: title string, isbn string | has-many Copy, many-to-many Author
      Copy:
      Member:
      Author:
      Loan: loanDate date, dueDate date, returnDate date optional | belongs-to Copy, belongs-to Member`,
  },
  {
    id: 'k-school',
    prompt:
      'School: students enrol in courses. An enrolment of a student in a course has a grade and an enrolment date. A course is taught by one teacher and takes place in a room. Teachers have a first name, last name and email; rooms have a number and a capacity; students have a name and a birth date; courses have a title and credits.',
    expect: `
      Student: name string, birthDate date
      Course: title string, credits integer | belongs-to Teacher, belongs-to Room
      Enrolment: grade string|decimal|integer, enrolmentDate date | belongs-to Student, belongs-to Course
      Teacher: firstName string, lastName string, email email
      Room: number string|integer, capacity integer`,
  },
  {
    id: 'k-clinic-m2m',
    prompt:
      'Clinic. A doctor sees many patients, a patient can see several doctors. Doctors have a name and a specialty. Patients have a name, a unique insurance number and an optional email address.',
    expect: `
      Doctor: name string, specialty string | many-to-many Patient
      Patient: name string, insuranceNumber string unique, email|emailAddress email optional`,
  },
  {
    id: 'k-hr',
    prompt:
      'HR tool for employees. Each employee has a first name, a last name, a unique employee number, a salary and a start date. An employee has a manager who is an employee. Every employee works in one department and may have at most one parking spot. A department has a name and a head, who is an employee.',
    expect: `
      Employee: firstName string, lastName string, employeeNumber string unique, salary money, startDate date | belongs-to Employee optional, belongs-to Department, has-one ParkingSpot, has-many Department
      Department: name string | belongs-to Employee
      ParkingSpot:`,
  },
  {
    id: 'k-recipes',
    prompt:
      'recipe box - a recipe has a title, a prep time in minutes, servings and many ingredients with an amount and a unit. recipes are grouped into cuisines. users can rate recipes from 1 to 5 stars.',
    expect: `
      Recipe: title string, prepTime|prepTimeInMinutes integer|duration, servings integer | has-many Ingredient, belongs-to Cuisine
      Ingredient: amount decimal, unit string
      Rating: rating|stars rating|integer | belongs-to Recipe
      Cuisine:`,
  },
  {
    id: 'k-restaurant-bullets',
    prompt: `Restaurant ordering

- Tables: number (unique), seats
- Menu items: name, description (optional), price, category (starter, main, dessert, drink)
- Orders: belong to a table, opened at, status open/served/paid
- Order lines: belong to an order and a menu item, quantity (min 1), note optional
- Waiters: name, pin code; a waiter takes many orders`,
    expect: `
      Table: number integer|string unique, seats integer
      MenuItem: name string, description text optional, price money, category enum(starter|main|dessert|drink)
      Order: openedAt datetime, status enum(open|served|paid) | belongs-to Table, belongs-to Waiter
      OrderLine: quantity integer, note text|string optional | belongs-to Order, belongs-to MenuItem
      Waiter: name string, pinCode string`,
  },
  {
    id: 'k-fleet-numbered',
    prompt: `1. A company owns vehicles.
2. A vehicle has a plate (unique), a make, a model and a mileage.
3. A driver may be assigned to at most one vehicle.
4. Trips are driven by a driver with a vehicle; a trip has a start time, an end time and a distance in km.
5. Each vehicle has zero or more service records. A service record has a date, a cost and a description.`,
    expect: `
      Company: | has-many Vehicle
      Vehicle: plate string unique, make string, model string, mileage decimal|integer | has-many ServiceRecord
      Driver: | belongs-to Vehicle optional
      Trip: startTime datetime, endTime datetime, distance|distanceInKm decimal | belongs-to Driver, belongs-to Vehicle
      ServiceRecord: date date, cost money, description text`,
  },
  {
    id: 'k-events-chatty',
    prompt:
      "Hi! We run small music festivals and I'd love a little backend for it. A festival has a name, a city, a start date and an end date. Each festival consists of several stages, and every stage hosts performances. A performance is played by one artist and has a start time and a duration in minutes. Artists have a name and a genre. Oh, and people buy tickets: a ticket is for a festival, has a unique code, a price and the holder's email. Thanks!",
    expect: `
      Festival: name string, city string, startDate date, endDate date | has-many Stage
      Stage: | has-many Performance
      Performance: startTime datetime, duration|durationInMinutes integer | belongs-to Artist
      Artist: name string, genre string
      Ticket: code string unique, price money, holderEmail|holdersEmail email | belongs-to Festival`,
  },
  {
    id: 'k-real-estate',
    prompt:
      'Real estate listings. An agency employs agents. An agent (name, email unique, phone) lists properties. A property has an address, a price, a number of bedrooms, an area in square meters and a status that is one of available, reserved, sold. A property comes with photos (url, caption). Clients can save many properties as favourites and a property can be saved by many clients. Viewings link a client to a property with a date and time and optional feedback.',
    expect: `
      Agency: | has-many Agent
      Agent: name string, email email unique, phone phone | has-many Property
      Property: address string|text, price money, numberOfBedrooms|bedrooms integer, area|areaInSquareMeters decimal, status enum(available|reserved|sold) | has-many Photo, many-to-many Client
      Photo: url url, caption string|text
      Client:
      Viewing: dateAndTime|dateTime|date|viewingDate datetime, feedback text optional | belongs-to Client, belongs-to Property`,
  },
  {
    id: 'k-cms-table',
    prompt: `Blog CMS

| Entity | Fields |
|--------|--------|
| Author | name, email (unique), bio (optional) |
| Post | title, slug (unique), body, published at (optional), status (draft, published, archived) |
| Comment | body, author name, approved |
| Tag | name (unique) |

A post belongs to an author. A post has many comments. There is a many-to-many relationship between posts and tags.`,
    expect: `
      Author: name string, email email unique, bio text optional
      Post: title string, slug slug unique, body text, publishedAt datetime optional, status enum(draft|published|archived) | belongs-to Author, has-many Comment, many-to-many Tag
      Comment: body text, authorName string, approved boolean
      Tag: name string unique`,
  },
  {
    id: 'k-pm-stories',
    prompt: `As a team lead I want to create projects with a name, a deadline and a budget so that work is planned.
As a team lead I want to add tasks to a project. A task has a title, an estimate in hours and a priority (low, medium, high).
As a developer I want to be assigned to several tasks, and a task can be assigned to several developers. Developers have a name and a unique handle.
As a developer I want to log time entries on a task, with hours and a work date.
Tasks can have subtasks.`,
    expect: `
      Project: name string, deadline date, budget money | has-many Task
      Task: title string, estimate|estimateInHours decimal|integer, priority enum(low|medium|high) | many-to-many Developer, belongs-to Task optional
      Developer: name string, handle string unique | has-many TimeEntry
      TimeEntry: hours decimal|integer, workDate date | belongs-to Task`,
  },
  {
    id: 'k-gym',
    prompt:
      'Gym management. Members have a name, email (must be unique) and joined on date. Each member holds exactly one membership card, which has a unique number and an expiry date. Trainers lead classes; a class has a title, a weekday, a start time and at most 30 participants. Members can attend several classes and each class is attended by many members.',
    expect: `
      Member: name string, email email unique, joinedOn|joinedOnDate date | has-one MembershipCard, many-to-many Class
      MembershipCard: number string unique, expiryDate date
      Trainer: | has-many Class
      Class: title string, weekday string|enum, startTime time|datetime, participants|maxParticipants integer`,
  },
  {
    id: 'k-crm',
    prompt:
      'CRM: accounts, contacts, deals, activities. Account: name, industry, website optional. Contact: full name, email, phone; belongs to an account. Deal: name, amount, stage (new, qualified, won, lost; default new), close date; linked to one account and one or more contacts. Activity: type (call, meeting, email), notes, due at; optionally linked to a deal.',
    expect: `
      Account: name string, industry string, website url optional
      Contact: fullName string, email email, phone phone | belongs-to Account
      Deal: name string, amount money, stage enum(new|qualified|won|lost) default, closeDate date | belongs-to Account, many-to-many Contact
      Activity: type enum(call|meeting|email), notes text, dueAt datetime | belongs-to Deal optional`,
  },
  {
    id: 'k-warehouse-typos',
    prompt:
      'werehouse app: prodcuts have a name, a sku wich is unique and a wieght in kg. A warehouse has many shelves, a shelf has a code and hold many products. suppliers (name, contact email) supply products. A purchase order is placed with a supplier and includes several order items (quantity, unit price).',
    expect: `
      Product: name string, sku string unique, weight|wieght|weightInKg decimal | belongs-to Shelf
      Warehouse: | has-many Shelf
      Shelf: code string
      Supplier: name string, contactEmail email | has-many Product
      PurchaseOrder: | belongs-to Supplier, has-many OrderItem
      OrderItem: quantity integer, unitPrice money`,
  },
  {
    id: 'k-airline',
    prompt:
      'Flights depart from one airport and arrive at another airport. An airport has a unique IATA code of exactly 3 characters, a name and a city. A flight has a flight number, a departure time and an arrival time and is operated by an airline. Passengers make bookings; a booking is for one flight and has a seat and a class: economy, business or first.',
    expect: `
      Flight: flightNumber string, departureTime datetime, arrivalTime datetime | belongs-to Airport, belongs-to Airline
      Airport: iataCode string unique, name string, city string
      Airline:
      Passenger: | has-many Booking
      Booking: seat string, class enum(economy|business|first) | belongs-to Flight`,
  },
  {
    id: 'k-terse',
    prompt:
      'music app: artist(name, country) 1-n album(title, release date) 1-n track(title, duration); playlist(name) n-n track; user(username unique) 1-n playlist',
    expect: `
      Artist: name string, country string | has-many Album
      Album: title string, releaseDate date | has-many Track
      Track: title string, duration duration|integer
      Playlist: name string | many-to-many Track
      User: username string unique | has-many Playlist`,
  },
  {
    id: 'k-car-rental',
    prompt:
      'Car rental. Cars are stored at a branch and are identified by a unique VIN. Also record make, model, daily rate and whether the car is available. A rental is made by a customer for a car. It has a pick-up date, a return date and a total. Customers have a name, a driving licence number and may have one loyalty account, with points (default 0).',
    expect: `
      Car: vin string unique, make string, model string, dailyRate money, available|isAvailable|carAvailable boolean | belongs-to Branch
      Branch:
      Rental: pickUpDate|pickupDate date, returnDate date, total money | belongs-to Customer, belongs-to Car
      Customer: name string, drivingLicenceNumber string | has-one LoyaltyAccount
      LoyaltyAccount: points integer default`,
  },
  {
    id: 'k-sports',
    prompt:
      'A league app. Teams play matches: each match has a home team and an away team, a kick-off time, home goals and away goals. Teams are made up of players, and every player has a shirt number between 1 and 99, a name and a position. Matches are held in a stadium. A stadium has a name, a city and a capacity.',
    expect: `
      Team: | has-many Player, has-many Match
      Match: kickOffTime datetime, homeGoals integer, awayGoals integer | belongs-to Team, belongs-to Stadium
      Player: shirtNumber integer, name string, position string
      Stadium: name string, city string, capacity integer`,
  },
  {
    id: 'k-support',
    prompt:
      'Support desk. Customers submit tickets. A ticket includes a subject, a description, a severity (minor, major, critical) and the time it was opened. Each ticket may optionally be assigned to an agent. Tickets can be tagged with multiple labels. Agents belong to a team and have a display name.',
    expect: `
      Customer: | has-many Ticket
      Ticket: subject string, description text, severity enum(minor|major|critical), openedAt|timeOpened|opened datetime | belongs-to Agent optional, many-to-many Label
      Agent: displayName string | belongs-to Team
      Label:
      Team:`,
  },
  {
    id: 'k-survey',
    prompt:
      'Survey builder: a survey has a title, an optional description and one or more questions. Questions have a text, a kind (single choice, multiple choice, free text) and a position. A question has zero or more options. A respondent submits responses; a response refers to a survey, and contains answers. Each answer references one question and stores a value.',
    expect: `
      Survey: title string, description text optional | has-many Question
      Question: text text, kind enum(single choice|multiple choice|free text), position integer | has-many Option
      Option:
      Respondent: | has-many Response
      Response: | belongs-to Survey, has-many Answer
      Answer: value string|text|decimal | belongs-to Question`,
  },
  {
    id: 'k-hotel',
    prompt:
      'Hotel booking. Hotel has name, stars (1-5), address. Rooms belong to a hotel; room number, type single/double/suite, price per night. Guests: name, email, passport number optional. A reservation is made by a guest for one or more rooms, check-in date, check-out date. Reservations may include several extras (name, price).',
    expect: `
      Hotel: name string, stars integer, address string|text
      Room: roomNumber string|integer, type enum(single|double|suite), pricePerNight money | belongs-to Hotel
      Guest: name string, email email, passportNumber string optional
      Reservation: checkInDate|checkinDate date, checkOutDate|checkoutDate date | belongs-to Guest, many-to-many Room, has-many Extra
      Extra: name string, price money`,
  },
  {
    id: 'k-social',
    prompt:
      'A photo sharing service. Users have a unique username of 3 to 20 characters, an email and an optional bio. Users follow other users. Each photo is uploaded by a user, has an image url and a caption of at most 200 characters. Users can like photos and leave comments on photos. A comment has a text and is written by a user. Albums group photos: an album contains many photos, a photo can be in many albums.',
    expect: `
      User: username string unique, email email, bio text optional | many-to-many User, has-many Photo, many-to-many Photo, has-many Comment
      Photo: imageUrl url, caption string|text | has-many Comment, many-to-many Album
      Comment: text text | belongs-to User
      Album:`,
  },
];
