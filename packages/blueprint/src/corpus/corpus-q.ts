import type { CorpusEntry } from './corpus-entry.ts';

/** Prompts in the words of people who have not read the documentation: verbs of every kind, lists in lists, no fixed form. */
export const corpusQ: CorpusEntry[] = [
  {
    id: 'q-gym',
    prompt:
      'Build a backend for my gym. Members sign up with a name, email (must be unique), phone and date of birth. Each member can have one active membership plan; plans have a name, a monthly price and a duration in months. Trainers run classes; a class has a title, a start time, a capacity between 1 and 40 and a room. Members can book many classes and each class can be booked by many members.',
    expect: `
      Member: name string, email email unique, phone phone, dateOfBirth date | belongs-to Plan optional, many-to-many Class
      Plan: name string, monthlyPrice money, duration|durationInMonths integer
      Trainer: name string assumed | has-many Class
      Class: title string, startTime datetime, capacity integer, room string`,
  },
  {
    id: 'q-hr',
    prompt:
      'HR system: departments (name, budget), employees with first name, last name, email, salary, hire date; every employee belongs to one department and may have a manager who is also an employee. Employees submit leave requests (type: vacation, sick, unpaid; start date, end date, approved yes/no).',
    expect: `
      Department: name string, budget money
      Employee: firstName string, lastName string, email email, salary money, hireDate date | belongs-to Department, belongs-to Employee optional
      LeaveRequest: type enum(vacation|sick|unpaid), startDate date, endDate date, approved boolean | belongs-to Employee`,
  },
  {
    id: 'q-blog',
    prompt:
      'I want a blog. Posts have a title, slug, body and published flag. Authors write posts. Readers leave comments on posts; a comment has an author name, an email and text. Posts can be tagged with several tags.',
    expect: `
      Post: title string, slug slug, body text, published boolean | many-to-many Tag
      Author: name string assumed | has-many Post
      Reader: name string assumed | has-many Comment
      Comment: authorName string, email email, text text | belongs-to Post
      Tag: name string assumed`,
  },
  {
    id: 'q-real-estate',
    prompt: `Real estate listings
- Agent: name, email (unique), phone, license number
- Property: address, city, price, bedrooms (int), bathrooms, area in square meters, status (available / under offer / sold), listed by an agent
- Viewing: property, visitor name, scheduled at, notes (optional)`,
    expect: `
      Agent: name string, email email unique, phone phone, licenseNumber string
      Property: address string, city string, price money, bedrooms integer, bathrooms integer, area decimal, status enum(available|under offer|sold) | belongs-to Agent
      Viewing: visitorName string, scheduledAt datetime, notes text optional | belongs-to Property`,
  },
  {
    id: 'q-fleet',
    prompt:
      'Track vehicles: plate number (unique, required), make, model, year between 1990 and 2030, mileage. Drivers drive vehicles. A trip records the driver, the vehicle, start and end times, distance in km and purpose. Vehicles have maintenance records with a date, cost and description.',
    expect: `
      Vehicle: plateNumber string unique, make string, model string, year integer, mileage integer|decimal | has-many MaintenanceRecord
      Driver: name string assumed | many-to-many Vehicle
      Trip: startTime datetime, endTime datetime, distance|distanceInKm decimal, purpose string|text | belongs-to Driver, belongs-to Vehicle
      MaintenanceRecord: date date, cost money, description text`,
  },
  {
    id: 'q-stories',
    prompt: `As a librarian I can add books with title, ISBN and number of pages so that members can borrow them.
As a member I can borrow a book and return it; each loan has a due date and a returned date.
As a librarian I can register members with a name and an email address.`,
    expect: `
      Book: title string, isbn string, pages|numberOfPages|pageCount integer
      Loan: dueDate date, returnedDate date | belongs-to Member, belongs-to Book
      Member: name string, email|emailAddress email`,
  },
  {
    id: 'q-restaurant',
    prompt:
      'restaurant: tables with number and seats, menu items (name, description, price, category: starter, main, dessert, drink), orders placed at a table with a status (open, served, paid), each order contains order lines referencing a menu item with quantity and optional note',
    expect: `
      Table: number string|integer, seats integer
      MenuItem: name string, description text, price money, category enum(starter|main|dessert|drink)
      Order: status enum(open|served|paid) | belongs-to Table, has-many OrderLine
      OrderLine: quantity integer, note text|string optional | belongs-to MenuItem`,
  },
  {
    id: 'q-events',
    prompt:
      'An event management API. An event has a name, description, venue, starts at, ends at, and max attendees. Attendees register for events; a registration has a ticket type (standard, vip), a price paid and a checked-in flag. Speakers give talks at events. A talk has a title, abstract and duration in minutes.',
    expect: `
      Event: name string, description text, venue string, startsAt datetime, endsAt datetime, maxAttendees integer
      Attendee: name string assumed
      Registration: ticketType enum(standard|vip), pricePaid money, checkedIn boolean | belongs-to Attendee, belongs-to Event
      Speaker: name string assumed | has-many Talk
      Talk: title string, abstract text, duration|durationInMinutes integer | belongs-to Event`,
  },
  {
    id: 'q-school',
    prompt:
      'School: teachers teach courses, students enroll in courses and get a grade for each enrollment. Course has code (unique), title and credits (1-10). Student has student number, name, email. Teacher has name, email and office.',
    expect: `
      Teacher: name string, email email, office string | has-many Course
      Course: code string unique, title string, credits integer
      Student: studentNumber string, name string, email email
      Enrollment: grade string | belongs-to Student, belongs-to Course`,
  },
  {
    id: 'q-sensors',
    prompt:
      'IoT platform. Devices have a serial number (unique), a name, a location and a last seen timestamp. Each device has many sensors. A sensor has a type (temperature, humidity, pressure), a unit and min and max thresholds. Sensors produce readings with a value and a timestamp. An alert is raised for a reading; it has a severity (info, warning, critical), a message and an acknowledged flag (default false).',
    expect: `
      Device: serialNumber string unique, name string, location string, lastSeen datetime | has-many Sensor
      Sensor: type enum(temperature|humidity|pressure), unit string, minThreshold decimal, maxThreshold decimal | has-many Reading
      Reading: value decimal, timestamp datetime
      Alert: severity enum(info|warning|critical), message text, acknowledged boolean default | belongs-to Reading`,
  },
  {
    id: 'q-crm',
    prompt:
      'CRM w/ companies, contacts & deals. company: name, website, industry. contact: first name, last name, email, phone, belongs to a company (optional). deal: title, amount, stage = lead|qualified|won|lost (default lead), close date, belongs to company, has many contacts',
    expect: `
      Company: name string, website url, industry string
      Contact: firstName string, lastName string, email email, phone phone | belongs-to Company optional
      Deal: title string, amount money, stage enum(lead|qualified|won|lost) default, closeDate date | belongs-to Company, has-many Contact`,
  },
  {
    id: 'q-warehouse',
    prompt:
      'We run a warehouse. Products come in with a SKU, a name, a weight and a reorder level. We store products in bins; each bin has a code and sits in a zone. Stock levels track how many of a product are in a bin. Suppliers deliver purchase orders, which have lines (product, quantity, unit cost).',
    expect: `
      Product: sku string, name string, weight decimal, reorderLevel integer
      Bin: code string | belongs-to Zone
      Zone: name string assumed
      StockLevel: quantity|count integer | belongs-to Product, belongs-to Bin
      Supplier: name string assumed | has-many PurchaseOrder
      PurchaseOrder: name string assumed | has-many Line
      Line: quantity integer, unitCost money | belongs-to Product`,
  },
  {
    id: 'q-inventory',
    prompt:
      'a simple inventory app: products have a name, a description, a price and a quantity in stock; categories have many products',
    expect: `
      Product: name string, description text, price money, quantity|quantityInStock integer
      Category: name string assumed | has-many Product`,
  },
  {
    id: 'q-kanban',
    prompt:
      'Kanban board. Boards have columns, columns have cards. A card has a title, description, position, due date, and can be assigned to several users. Users have a username and email. Cards can have labels (name, color) and checklists with items (text, done).',
    expect: `
      Board: name string assumed | has-many Column
      Column: name string assumed | has-many Card
      Card: title string, description text, position integer, dueDate date | many-to-many User, has-many Label, has-many Checklist
      User: username string, email email
      Label: name string, color string
      Checklist: name string assumed | has-many Item
      Item: text text|string, done boolean`,
  },
  {
    id: 'q-hospital',
    prompt:
      'Patients (name, dob, blood type of A, B, AB or O, insurance number) see doctors (name, specialty, room). An appointment is between one patient and one doctor, at a date and time, with a reason and a status: scheduled, completed, cancelled. After an appointment the doctor may write prescriptions, each listing a drug, dosage and number of days.',
    expect: `
      Patient: name string, dob|dateOfBirth date, bloodType enum(A|B|AB|O), insuranceNumber string
      Doctor: name string, specialty string, room string
      Appointment: date|dateTime|dateAndTime|time|startsAt datetime|date, reason text|string, status enum(scheduled|completed|cancelled) | belongs-to Patient, belongs-to Doctor
      Prescription: drug string, dosage string, numberOfDays|days integer | belongs-to Appointment`,
  },
  {
    id: 'q-salon',
    prompt:
      'I own a hair salon and need to manage bookings. A customer books a service with a stylist at a certain time. Services cost money and take a number of minutes. Stylists have a name and a bio. Customers leave their name and phone.',
    expect: `
      Booking: time|startTime|startsAt datetime | belongs-to Customer, belongs-to Service, belongs-to Stylist
      Customer: name string, phone phone
      Service: price|cost money, duration|numberOfMinutes|minutes integer
      Stylist: name string, bio text`,
  },
  {
    id: 'q-podcast',
    prompt:
      'Podcast hosting backend: shows (title, description, language, explicit yes/no) have episodes; an episode has a title, an audio URL, a duration in seconds, a publish date and optionally show notes. Hosts present one or more shows and every show is presented by at least one host.',
    expect: `
      Show: title string, description text, language string, explicit boolean | has-many Episode, many-to-many Host
      Episode: title string, audioUrl url, duration|durationInSeconds integer, publishDate date, showNotes text optional
      Host: name string assumed`,
  },
  {
    id: 'q-bank',
    prompt:
      'Simple banking ledger:\n1. Customers: full name, unique national id, date of birth\n2. Accounts: IBAN (unique), currency (EUR, USD or GBP), opened on; owned by exactly one customer\n3. Transactions: amount (required), booked at, description (max 140 characters), type credit or debit; each belongs to an account',
    expect: `
      Customer: fullName string, nationalId string unique, dateOfBirth date
      Account: iban string unique, currency enum(EUR|USD|GBP), openedOn date | belongs-to Customer
      Transaction: amount money, bookedAt datetime, description text|string, type enum(credit|debit) | belongs-to Account`,
  },
  {
    id: 'q-rental',
    prompt:
      'Bike rental shop. Each bike has a frame number that must be unique, a size (S, M, L, XL) and a daily rate. A rental links a customer to a bike and stores when it was picked up, when it is due back and the deposit. A customer has a name, an email and a driving licence number; no two customers share an email.',
    expect: `
      Bike: frameNumber string unique, size enum(S|M|L|XL), dailyRate money
      Rental: pickedUp|pickedUpAt datetime, dueBack|dueBackAt datetime, deposit money | belongs-to Customer, belongs-to Bike
      Customer: name string, email email unique, drivingLicenceNumber string`,
  },
  {
    id: 'q-support',
    prompt:
      'Help desk. Tickets: subject, body, priority low/normal/high (normal by default), state new/open/solved. Every ticket is opened by a requester and may be assigned to an agent. Agents and requesters both have a name and an email. Tickets have messages; a message has a text and a sent at timestamp.',
    expect: `
      Ticket: subject string, body text, priority enum(low|normal|high) default, state enum(new|open|solved) | belongs-to Requester, belongs-to Agent optional, has-many Message
      Requester: name string, email email
      Agent: name string, email email
      Message: text text, sentAt datetime`,
  },
  {
    id: 'q-recipes',
    prompt:
      'recipe book. recipe: name, servings (at least 1), prep time in minutes, instructions. a recipe uses many ingredients, each with an amount and a unit. recipes belong to a cuisine, e.g. italian or thai. users can rate recipes from 1 to 5 stars',
    expect: `
      Recipe: name string, servings integer, prepTime|prepTimeInMinutes integer, instructions text | belongs-to Cuisine, has-many Ingredient
      Ingredient: amount decimal, unit string
      Cuisine: name string assumed
      User: name string assumed
      Rating: stars|rating|value integer | belongs-to User, belongs-to Recipe`,
  },
  {
    id: 'q-conference-room',
    prompt:
      'We need a tool for booking meeting rooms. A room has a name, floor, number of seats and whether it has a projector. Colleagues (name, email) reserve rooms. For every reservation we keep who booked it, the room, the start, the end and a title.',
    expect: `
      Room: name string, floor integer|string, seats|numberOfSeats integer, projector|hasProjector boolean
      Colleague: name string, email email
      Reservation: start datetime, end datetime, title string | belongs-to Colleague, belongs-to Room`,
  },
  {
    id: 'q-table',
    prompt: `Music label database

| Entity | Fields |
|---|---|
| Artist | name, country, formed in (year) |
| Album | title, release date, label code (unique), artist |
| Track | title, length in seconds, track number, album |`,
    expect: `
      Artist: name string, country string, formedIn integer
      Album: title string, releaseDate date, labelCode string unique | belongs-to Artist
      Track: title string, length|lengthInSeconds integer, trackNumber integer | belongs-to Album`,
  },
  {
    id: 'q-farm',
    prompt:
      'Farm management: fields (name, area in hectares, soil type: clay, sand or loam), crops (name, variety), plantings which link one field and one crop with a planted date, an expected harvest date and a yield in tonnes that is optional. Workers log tasks against a field; a task has a description, hours worked and a done flag.',
    expect: `
      Field: name string, area|areaInHectares decimal, soilType enum(clay|sand|loam)
      Crop: name string, variety string
      Planting: plantedDate date, expectedHarvestDate date, yield|yieldInTonnes decimal optional | belongs-to Field, belongs-to Crop
      Worker: name string assumed | has-many Task
      Task: description text, hoursWorked decimal|integer, done boolean | belongs-to Field`,
  },
  {
    id: 'q-museum',
    prompt:
      'A museum wants to catalogue artworks. Every artwork has a title, a year, a medium, an optional description, and was made by an artist. Artists have a name, a birth year and perhaps a death year. Exhibitions have a title, an opening date and a closing date and show many artworks; an artwork can be shown in several exhibitions. Visitors buy tickets for an exhibition: price, purchase date, visitor email.',
    expect: `
      Artwork: title string, year integer, medium string, description text optional | belongs-to Artist, many-to-many Exhibition
      Artist: name string, birthYear integer, deathYear integer optional
      Exhibition: title string, openingDate date, closingDate date
      Ticket: price money, purchaseDate date, visitorEmail email | belongs-to Exhibition
      Visitor: name string assumed | has-many Ticket`,
  },
  {
    id: 'q-todo',
    prompt:
      'todo app with lists and tasks. tasks have a title, done flag, optional due date & belong to a list',
    expect: `
      List: name string assumed
      Task: title string, done boolean, dueDate date optional | belongs-to List`,
  },
];
