import type { CorpusEntry } from './corpus-entry.ts';

/** By another author, in the words in which people ask: one line, chatty, terse, tables, stories. */
export const corpusP: CorpusEntry[] = [
  {
    id: 'p-gym',
    prompt:
      'I run a small gym. Members sign up with their name, email and a membership plan (monthly, quarterly, yearly). Trainers have a name and specialty. A class is led by one trainer, has a title, a start time, a duration in minutes and a capacity between 5 and 40. Members can book many classes and a class has many members.',
    expect: `
      Member: name string, email email, membershipPlan|plan enum(monthly|quarterly|yearly) | many-to-many Class
      Trainer: name string, specialty string | has-many Class
      Class: title string, startTime datetime|time, duration duration, capacity integer`,
  },
  {
    id: 'p-recipes',
    prompt:
      'Build me a recipe manager. Recipes have a title, description, prep time, servings (1-20) and difficulty easy/medium/hard. Each recipe contains ingredients with a name, amount and unit. Users can tag recipes with multiple tags.',
    expect: `
      Recipe: title string, description text, prepTime duration, servings integer, difficulty enum(easy|medium|hard) | has-many Ingredient, many-to-many Tag
      Ingredient: name string, amount decimal, unit string
      Tag:`,
  },
  {
    id: 'p-garage',
    prompt: `Parking garage system:
- Garage: name, address, total spots
- Spot: number (unique), level, type (compact, regular, handicapped, ev)
- Vehicle: license plate (unique, required), make, model, color
- Ticket: entry time, exit time (optional), amount paid
A spot belongs to a garage. A ticket is for one vehicle and one spot.`,
    expect: `
      Garage: name string, address string|text, totalSpots integer | has-many Spot
      Spot: number string|integer unique, level string|integer, type enum(compact|regular|handicapped|ev)
      Vehicle: licensePlate string unique, make string, model string, color string
      Ticket: entryTime datetime, exitTime datetime optional, amountPaid money | belongs-to Vehicle, belongs-to Spot`,
  },
  {
    id: 'p-jobs',
    prompt:
      'Need an API to track job applications. Company has name, website, industry. Application: position, status (applied, interviewing, offer, rejected) default applied, applied date, salary expectation, notes. Interviews happen for an application: scheduled at, type phone/onsite/video, feedback, rating 1 to 5.',
    expect: `
      Company: name string, website url, industry string
      Application: position string, status enum(applied|interviewing|offer|rejected) default, appliedDate date, salaryExpectation money, notes text
      Interview: scheduledAt datetime, type enum(phone|onsite|video), feedback text, rating integer | belongs-to Application`,
  },
  {
    id: 'p-crm',
    prompt:
      'CRM: accounts, contacts, deals. An account has a name, domain and annual revenue. A contact belongs to an account and has first name, last name, email (unique) and phone. A deal belongs to an account and optionally a contact, with a title, value, stage (lead, qualified, proposal, won, lost) and expected close date.',
    expect: `
      Account: name string, domain string, annualRevenue money
      Contact: firstName string, lastName string, email email unique, phone phone | belongs-to Account
      Deal: title string, value money|decimal, stage enum(lead|qualified|proposal|won|lost), expectedCloseDate date | belongs-to Account, belongs-to Contact optional`,
  },
  {
    id: 'p-hotel',
    prompt:
      'Create a hotel reservation backend where guests book rooms. Guests have full name, email, and passport number. Rooms have room number, floor, type (single, double, suite), price per night. A booking links a guest to a room with check-in date, check-out date and status pending/confirmed/cancelled.',
    expect: `
      Guest: fullName string, email email, passportNumber string
      Room: roomNumber string, floor integer, type enum(single|double|suite), pricePerNight money
      Booking: checkInDate date, checkOutDate date, status enum(pending|confirmed|cancelled) | belongs-to Guest, belongs-to Room`,
  },
  {
    id: 'p-warehouse',
    prompt:
      'As a warehouse manager, I want to track products with SKU, name, quantity on hand and reorder level so that I never run out of stock. Products are stored in locations identified by aisle and shelf. Suppliers supply products; each supplier has a name, contact email and lead time in days. Purchase orders are placed with a supplier and contain order lines, each for a product with a quantity and unit cost.',
    expect: `
      Product: sku string, name string, quantityOnHand integer, reorderLevel integer | belongs-to Location, belongs-to Supplier
      Location: aisle string, shelf string
      Supplier: name string, contactEmail email, leadTime duration
      PurchaseOrder: | belongs-to Supplier, has-many OrderLine
      OrderLine: quantity integer, unitCost money | belongs-to Product`,
  },
  {
    id: 'p-school',
    prompt:
      'school db: students(name, dob, grade 1-12), teachers(name, subject), courses(code unique, title, credits), enrollment of student in course with grade A-F',
    expect: `
      Student: name string, dob date, grade integer
      Teacher: name string, subject string
      Course: code string unique, title string, credits integer
      Enrollment: grade enum(A|B|C|D|E|F) | belongs-to Student, belongs-to Course`,
  },
  {
    id: 'p-music',
    prompt:
      'A music streaming catalog. Artists release albums; albums consist of tracks. Artist: name, country, bio. Album: title, release year, genre. Track: title, duration in seconds, explicit flag. Playlists have a name, are public or private and hold many tracks.',
    expect: `
      Artist: name string, country string, bio text | has-many Album
      Album: title string, releaseYear integer, genre string | has-many Track
      Track: title string, duration duration, explicit boolean
      Playlist: name string, visibility|status enum(public|private) | many-to-many Track`,
  },
  {
    id: 'p-equipment',
    prompt:
      "I need something to manage our office's equipment: laptops, monitors and so on. Every asset has an asset tag, a serial number, purchase date, purchase price and condition (new, good, fair, poor). Employees have name, employee number and department. An asset may be assigned to an employee. We also record maintenance for an asset with date, cost and description.",
    expect: `
      Asset: assetTag string, serialNumber string, purchaseDate date, purchasePrice money, condition enum(new|good|fair|poor) | belongs-to Employee optional
      Employee: name string, employeeNumber string, department string
      Maintenance: date date, cost money, description text | belongs-to Asset`,
  },
  {
    id: 'p-listings',
    prompt:
      'Real estate listings API. Agents (name, license number, phone, email) manage properties. A property has an address, city, zip code, price, bedrooms, bathrooms, square feet, and status: available, under contract, sold. Clients request viewings of properties; a viewing has a date and time and a note.',
    expect: `
      Agent: name string, licenseNumber string, phone phone, email email | has-many Property
      Property: address string, city string, zipCode string, price money, bedrooms integer, bathrooms integer, squareFeet decimal|integer, status enum(available|under contract|sold)
      Client: | has-many Viewing
      Viewing: dateTime datetime, note text | belongs-to Property`,
  },
  {
    id: 'p-blog',
    prompt:
      'A blog with posts and comments. Posts have a title, slug, body, published flag and publication date, written by an author. Authors have a name, bio and avatar URL. Comments have a body and belong to a post; comments may reply to another comment. Posts have many categories.',
    expect: `
      Post: title string, slug slug, body text, published boolean, publicationDate date | belongs-to Author, many-to-many Category
      Comment: body text | belongs-to Post, belongs-to Comment optional
      Author: name string, bio text, avatarUrl url
      Category:`,
  },
  {
    id: 'p-ticketing',
    prompt:
      'Event ticketing: venues with name, address & capacity; events at a venue with name, description, starts at, ends at; ticket types per event with name, price, quantity; orders from a customer (email, name) with total, status; each order has tickets with a unique code and seat.',
    expect: `
      Venue: name string, address string, capacity integer
      Event: name string, description text, startsAt datetime, endsAt datetime | belongs-to Venue
      TicketType: name string, price money, quantity integer | belongs-to Event
      Order: total money, status string | belongs-to Customer, has-many Ticket
      Customer: email email, name string
      Ticket: code string unique, seat string`,
  },
  {
    id: 'p-fleet',
    prompt:
      'Fleet mgmt. Vehicles: VIN 17 chars unique, plate, make, model, year >= 1990, mileage. Drivers: name, licence no., licence expiry. Trips: driver, vehicle, start time, end time, distance km, purpose. Fuel logs: vehicle, date, litres, cost.',
    expect: `
      Vehicle: vin string unique, plate string, make string, model string, year integer, mileage decimal|integer
      Driver: name string, licenceNo|licenceNumber string, licenceExpiry date
      Trip: startTime datetime, endTime datetime, distanceKm|distance decimal, purpose string | belongs-to Driver, belongs-to Vehicle
      FuelLog: date date, litres decimal, cost money | belongs-to Vehicle`,
  },
  {
    id: 'p-charity',
    prompt:
      'Please write an application for a charity. Donors give donations to campaigns. A donor has a name, an email address and may be anonymous. A campaign has a title, a goal amount, a start and an end date. A donation has an amount of at least 1, a date, a payment method (card, bank transfer, cash) and an optional message.',
    expect: `
      Donor: name string, emailAddress|email email, anonymous|isAnonymous boolean
      Campaign: title string, goalAmount money, startDate date, endDate date
      Donation: amount money, date date, paymentMethod enum(card|bank transfer|cash), message text|string optional | belongs-to Donor, belongs-to Campaign`,
  },
  {
    id: 'p-survey',
    prompt:
      'I would like to have a simple survey tool: surveys contain questions, questions have answer options, and respondents submit responses. A survey has a title and is open or closed. A question has text, a type (single choice, multiple choice, free text) and whether it is mandatory. A response has a submission timestamp.',
    expect: `
      Survey: title string, status enum(open|closed) | has-many Question
      Question: text text|string, type enum(single choice|multiple choice|free text), mandatory|isMandatory boolean | has-many AnswerOption
      AnswerOption:
      Respondent: | has-many Response
      Response: submissionTimestamp|submittedAt datetime`,
  },
  {
    id: 'p-farm',
    prompt:
      'Farm management: fields (name, area in hectares, soil type), crops (name, variety), plantings linking a crop to a field with planting date and expected harvest date, harvests for a planting with date, yield in tonnes and quality grade.',
    expect: `
      Field: name string, area decimal, soilType string
      Crop: name string, variety string
      Planting: plantingDate date, expectedHarvestDate date | belongs-to Crop, belongs-to Field
      Harvest: date date, yield decimal, qualityGrade string | belongs-to Planting`,
  },
  {
    id: 'p-patients',
    prompt:
      'Patient portal API. Patient: first_name, last_name, date_of_birth, gender, blood_type, insurance_no. Doctor: name, specialization. Appointment: patient, doctor, scheduled_at, status (scheduled|completed|no_show). Prescription: appointment, medication, dosage, refills default 0.',
    expect: `
      Patient: firstName string, lastName string, dateOfBirth date, gender string, bloodType string, insuranceNo string
      Doctor: name string, specialization string
      Appointment: scheduledAt datetime, status enum(scheduled|completed|no_show) | belongs-to Patient, belongs-to Doctor
      Prescription: medication string, dosage string, refills integer default | belongs-to Appointment`,
  },
  {
    id: 'p-expenses',
    prompt:
      'An expense tracker. Employees submit expense reports, each with a title, a submitted date and a status which is draft, submitted, approved or reimbursed. A report has one or more expenses, each having a category (travel, meals, lodging, other), an amount in euros, a date and an optional receipt link. Managers are employees as well.',
    expect: `
      Employee: | has-many ExpenseReport
      ExpenseReport: title string, submittedDate date, status enum(draft|submitted|approved|reimbursed) | has-many Expense
      Expense: category enum(travel|meals|lodging|other), amount money, date date, receiptLink url optional`,
  },
  {
    id: 'p-games',
    prompt:
      'Library of board games for our club. Games have a name, min players, max players, playing time and age rating. Members borrow games; a loan has a borrowed date, due date and returned date. Members can rate games from 1 to 10 with a comment.',
    expect: `
      Game: name string, minPlayers integer, maxPlayers integer, playingTime duration, ageRating integer|string
      Member:
      Loan: borrowedDate date, dueDate date, returnedDate date | belongs-to Member, belongs-to Game
      Rating: value|rating|score integer, comment text | belongs-to Member, belongs-to Game`,
  },
  {
    id: 'p-bugs',
    prompt:
      'bug tracker pls: projects w/ key & name, issues w/ summary, desc, priority low/med/high/critical, state open/in progress/closed, assignee and reporter are users, labels many to many, comments w/ text',
    expect: `
      Project: key string, name string
      Issue: summary text|string, desc|description text, priority enum(low|med|high|critical), state enum(open|in progress|closed) | belongs-to User, many-to-many Label
      User:
      Label:
      Comment: text text`,
  },
  {
    id: 'p-airline',
    prompt: `| Entity | Fields |
|---|---|
| Airline | name, iata code (unique) |
| Flight | flight number, departure, arrival, price |
| Passenger | name, passport number, nationality |
A flight belongs to an airline. Passengers book flights through bookings having a seat and a class of economy, business or first.`,
    expect: `
      Airline: name string, iataCode string unique
      Flight: flightNumber string, departure string|datetime, arrival string|datetime, price money | belongs-to Airline
      Passenger: name string, passportNumber string, nationality string
      Booking: seat string, class enum(economy|business|first) | belongs-to Passenger, belongs-to Flight`,
  },
  {
    id: 'p-bikes',
    prompt:
      'We rent out bikes. A bike has a frame number, a size (S, M, L, XL), an hourly rate and belongs to a station. Stations have a name, latitude and longitude. Customers have a name, email and phone number. A rental records which customer took which bike, when it started, when it ended and the total charge.',
    expect: `
      Bike: frameNumber string, size enum(S|M|L|XL), hourlyRate money | belongs-to Station
      Station: name string, latitude decimal, longitude decimal
      Customer: name string, email email, phoneNumber|phone phone
      Rental: startedAt datetime, endedAt datetime, totalCharge money | belongs-to Customer, belongs-to Bike`,
  },
  {
    id: 'p-podcasts',
    prompt:
      'A podcast platform: shows have episodes; an episode has a title, audio URL, duration, publish date, season and episode number. Hosts can host several shows, and shows can have several hosts. Listeners subscribe to shows and leave reviews with stars (1-5) and text.',
    expect: `
      Show: | has-many Episode, many-to-many Host, many-to-many Listener, has-many Review
      Episode: title string, audioUrl url, duration duration, publishDate date, season|seasonNumber integer|string, episodeNumber integer
      Host:
      Listener: | has-many Review
      Review: stars integer, text text`,
  },
];
