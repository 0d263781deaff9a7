import type { CorpusEntry } from './corpus-entry.ts';

/** Written together with W and before either was read; this half was tuned on afterwards. */
export const corpusV: CorpusEntry[] = [
  {
    id: 'v-courses',
    prompt:
      'Online course platform. Students enroll in courses with an enrollment date and progress percentage. A student has a name and a unique email. Courses have a title, a description, a price in euros and a level which is either beginner, intermediate or advanced. Instructors (name, bio) teach courses; each course is taught by exactly one instructor. Students can also review a course with a rating between 1 and 5 and an optional comment.',
    expect: `
      Student: name string, email email unique
      Enrollment: enrollmentDate date, progressPercentage|progress percentage | belongs-to Student, belongs-to Course
      Course: title string, description text, price money, level enum(beginner|intermediate|advanced) | belongs-to Instructor
      Instructor: name string, bio text
      Review: rating integer, comment text optional | belongs-to Student, belongs-to Course`,
  },
  {
    id: 'v-locksmith',
    prompt:
      "hey, so I run a small locksmith buisness and want to get rid of my spreadsheets. for a customer i need name, phone and address (and an email if they have one). each customer can have several jobs. a job has a scheduled date, a type (lockout, new lock, key copy), a price and whether it's been paid. I sometimes use parts for a job - every part has a name, a sku that's unique and a cost. one job can use many parts and the same part is used on many jobs.",
    expect: `
      Customer: name string, phone phone, address string, email email optional | has-many Job
      Job: scheduledDate date, type enum(lockout|new lock|key copy), price money, paid boolean | many-to-many Part
      Part: name string, sku string unique, cost money`,
  },
  {
    id: 'v-observatory',
    prompt: `Observatory planner

- Telescope
  - name (unique)
  - aperture in mm
  - location
- Observer
  - full name
  - email (unique)
- Observation session
  - telescope
  - observer
  - from (date and time)
  - to (date and time)
  - sky quality: poor, fair, good or excellent
  - notes, optional
- Target
  - catalogue number (unique)
  - type: star, galaxy, nebula or planet
  - magnitude

A session can have many targets, and a target can be observed in many sessions.`,
    expect: `
      Telescope: name string unique, aperture decimal|integer, location string
      Observer: fullName string, email email unique
      ObservationSession: from datetime, to datetime, skyQuality enum(poor|fair|good|excellent), notes text optional | belongs-to Telescope, belongs-to Observer, many-to-many Target
      Target: catalogueNumber string unique, type enum(star|galaxy|nebula|planet), magnitude decimal`,
  },
  {
    id: 'v-beekeeping',
    prompt:
      'Apiary: name, address, number of hives. Hive: number (unique), colour, installed on, apiary. Queen: hive, marking colour, year of birth, origin - optional. Harvest: hive, date, weight in kg, which may not be negative, and moisture %. Inspection: hive, date, temper (calm/nervous/aggressive), varroa count >= 0, remarks (optional).',
    expect: `
      Apiary: name string, address string, numberOfHives integer
      Hive: number string|integer unique, colour string, installedOn date | belongs-to Apiary
      Queen: markingColour string, yearOfBirth integer, origin string optional | belongs-to Hive
      Harvest: date date, weight decimal, moisture percentage | belongs-to Hive
      Inspection: date date, temper enum(calm|nervous|aggressive), varroaCount integer, remarks text optional | belongs-to Hive`,
  },
  {
    id: 'v-legal',
    prompt: `As a lawyer I can open a case for a client, with a reference number, a title, a practice area and the date it was opened.
As a lawyer I can add clients with their name, email and phone number.
As a paralegal I can upload documents to a case: each document has a title, a file url and a number of pages.
As a lawyer I can log my hours on a case with a date, the hours spent (at least 0.25), an hourly rate and a description.
As a clerk I can schedule hearings for a case. A hearing has a court room, a start time and an outcome that is optional.`,
    expect: `
      Client: name string, email email, phoneNumber|phone phone | has-many Case
      Case: referenceNumber string, title string, practiceArea string, openedAt|dateOpened|openedOn|openingDate date
      Document: title string, fileUrl url, numberOfPages integer | belongs-to Case
      TimeEntry|HoursEntry: date date, hours|hoursSpent decimal, hourlyRate money, description text | belongs-to Case, belongs-to Lawyer
      Lawyer:
      Hearing: courtRoom string, startTime datetime|time, outcome string|text optional | belongs-to Case`,
  },
  {
    id: 'v-toolshare',
    prompt:
      'A neighbourhood tool library. Members borrow tools with a borrow date, a due date and an optional return date. Members have a full name, an email (unique) and a phone number. Every tool has a name, a category (garden, power, hand or kitchen), a purchase price and a condition that defaults to good. Tools are kept in a storage location, which has a name and an address.',
    expect: `
      Member: fullName string, email email unique, phoneNumber|phone phone
      Tool: name string, category enum(garden|power|hand|kitchen), purchasePrice money, condition string default | belongs-to StorageLocation
      Loan|Borrowing|Borrow: borrowDate date, dueDate date, returnDate date optional | belongs-to Member, belongs-to Tool
      StorageLocation: name string, address string`,
  },
  {
    id: 'v-socialreader',
    prompt:
      'Build a social network for readers. Users have a username (3 to 20 characters, unique), an email and an optional bio of up to 200 characters. Users follow other users. Books have a title, an author name, an ISBN which must be unique and a page count. Users write reviews of books; a review has a rating from 1 to 5, a body and a created date. Users can like reviews. Users also have shelves with a name, and a shelf contains many books, a book can be on many shelves.',
    expect: `
      User: username string unique, email email, bio text optional | many-to-many User, has-many Shelf
      Book: title string, authorName string, isbn string unique, pageCount integer
      Review: rating integer, body text, createdDate date | belongs-to User, belongs-to Book, many-to-many User
      Shelf: name string | many-to-many Book`,
  },
  {
    id: 'v-sprints',
    prompt:
      'Agile planning tool: workspaces contain boards. Each board contains columns (name, position). Columns contain cards (title, story points, due date optional). A card can be assigned to up to 3 members. Members: display name, e-mail unique, role = one of admin/member/guest, default member. Workspaces have a name and a slug (unique). Boards have a title and can be archived.',
    expect: `
      Workspace: name string, slug slug unique | has-many Board
      Board: title string, archived boolean | has-many Column
      Column: name string, position integer | has-many Card
      Card: title string, storyPoints integer, dueDate date optional | many-to-many Member
      Member: displayName string, email email unique, role enum(admin|member|guest) default`,
  },
  {
    id: 'v-shipyard',
    prompt: `| Table | Column | Notes |
|---|---|---|
| vessel | name | required |
| vessel | imo number | unique |
| vessel | length | metres |
| vessel | type | tanker, cargo, ferry, yacht |
| dock | code | unique |
| dock | max length | metres |
| docking | vessel | |
| docking | dock | |
| docking | arrival | date |
| docking | departure | date, optional |
| docking | daily fee | euros |`,
    expect: `
      Vessel: name string, imoNumber string unique, length decimal, type enum(tanker|cargo|ferry|yacht)
      Dock: code string unique, maxLength decimal
      Docking: arrival date, departure date optional, dailyFee money | belongs-to Vessel, belongs-to Dock`,
  },
  {
    id: 'v-dance',
    prompt:
      "We teach dancing. There're classes, each with a title, a style (salsa, tango, ballet or hip hop), a weekday, a start time, a duration of up to 120 minutes and a maximum of 20 participants. A teacher gives many classes. Teachers have a first name, last name, phone and maybe a website. Dancers book classes; a booking has a date and a status - booked, attended, cancelled. Dancers have a name, an e-mail address (must be unique) and a date of birth.",
    expect: `
      Class: title string, style enum(salsa|tango|ballet|hip hop), weekday string|enum, startTime time, duration duration, maxParticipants|maximumParticipants integer | belongs-to Teacher
      Teacher: firstName string, lastName string, phone phone, website url optional
      Booking: date date, status enum(booked|attended|cancelled) | belongs-to Dancer, belongs-to Class
      Dancer: name string, email|emailAddress email unique, dateOfBirth date`,
  },
  {
    id: 'v-waste',
    prompt:
      'municipal waste mgmt. bins: serial no. unique, kind paper|glass|bio|residual, volume (l), lat, lng. routes: name, weekday. a route covers many bins, each bin is on one route. trucks: plate unique, capacity in tonnes, active y/n default y. pickups: bin, truck, picked up at, weight (kg, optional).',
    expect: `
      Bin: serialNumber|serialNo string unique, kind enum(paper|glass|bio|residual), volume decimal, lat decimal, lng decimal | belongs-to Route
      Route: name string, weekday string|enum
      Truck: plate string unique, capacity decimal|integer, active boolean default
      Pickup: pickedUpAt datetime, weight decimal optional | belongs-to Bin, belongs-to Truck`,
  },
  {
    id: 'v-genealogy',
    prompt:
      'I would like to store my family tree. A person has a given name, a family name, a sex (m/f/x), a birth date and a death date, which is optional. Every person can have a father and a mother, who are persons too. Marriages: a marriage is between two persons and has a wedding date and a place. Photos have a file name, a caption and a year, and show several people.',
    expect: `
      Person: givenName string, familyName string, sex enum(m|f|x), birthDate date, deathDate date optional | belongs-to Person optional
      Marriage: weddingDate date, place string | belongs-to Person
      Photo: fileName string, caption string, year integer | many-to-many Person`,
  },
  {
    id: 'v-foodtruck',
    prompt:
      'food truck ordering app:\n* truck - name, cuisine, licence plate (unique)\n* menu item - name, price (in dollars, > 0), spicy? , truck\n* customer - nickname, mobile\n* order - customer, truck, pickup time, state (new, preparing, ready, collected), total, tip (optional)\n* order line - order, menu item, quantity (1 to 20), special wishes (optional)',
    expect: `
      Truck: name string, cuisine string, licencePlate string unique
      MenuItem: name string, price money, spicy boolean | belongs-to Truck
      Customer: nickname string, mobile phone
      Order: pickupTime datetime|time, state enum(new|preparing|ready|collected), total money, tip money optional | belongs-to Customer, belongs-to Truck
      OrderLine: quantity integer, specialWishes string|text optional | belongs-to Order, belongs-to MenuItem`,
  },
  {
    id: 'v-volunteerfire',
    prompt:
      "Our fire brigade needs an app that manages firefighters, vehicles, and call-outs. A firefighter's record consists of a name, a badge number (unique), a rank and the date they joined. Vehicles have a call sign (unique), a type and seats. Call-outs have an alarm time, an address, a keyword, a priority from 1 to 3 and a report, which is not required. Firefighters attend call-outs with a role and the hours they spent. Vehicles are sent to call-outs.",
    expect: `
      Firefighter: name string, badgeNumber string unique, rank string|integer|enum, joinedAt|dateJoined|joinedOn|joinDate|joined date
      Vehicle: callSign string unique, type string, seats integer
      CallOut: alarmTime datetime|time, address string, keyword string, priority integer, report text|string optional | many-to-many Vehicle
      Attendance: role string, hours|hoursSpent decimal | belongs-to Firefighter, belongs-to CallOut`,
  },
  {
    id: 'v-cameragear',
    prompt: `Please create a rental platform for camera gear.

Items: each item has a title, a daily price, a deposit (optional, defaults to 0), a serial number that has to be unique, and belongs to a category.
Categories have a name; a category may have a parent category.
Renters: company or private (kind), display name, contact email, VAT number only for companies (optional).
Renters rent items. A rental has a start date, an end date, a total price and is either reserved, picked up, returned or late.
After a rental the renter may leave feedback: stars 1-5 and a comment of max 500 characters.`,
    expect: `
      Item: title string, dailyPrice money, deposit money optional default, serialNumber string unique | belongs-to Category
      Category: name string | belongs-to Category optional
      Renter: kind enum(company|private), displayName string, contactEmail email, vatNumber string optional
      Rental: startDate date, endDate date, totalPrice money, status|state enum(reserved|picked up|returned|late) | belongs-to Renter, belongs-to Item
      Feedback: stars integer, comment text | belongs-to Rental`,
  },
  {
    id: 'v-carwash',
    prompt: `Please make me a booking system for a car wash chain.

Branches: every branch has a name, an address, opening hours and a number of lanes (1 or more).
Wash programs: name, price, duration in minutes; a program can be offered at many branches and a branch offers many programs.
Customers have a name, a mobile number and optionally a membership number, which is unique.
Customers buy passes. A pass has a code (unique), a purchase date, an expiry date and remaining washes (0 to 50).
A wash takes place at a branch, uses one program, and has a licence plate, a time and, if the customer used one, a pass.`,
    expect: `
      Branch: name string, address string, openingHours string|text, numberOfLanes integer | many-to-many WashProgram
      WashProgram: name string, price money, duration duration
      Customer: name string, mobileNumber|mobile phone, membershipNumber string unique optional
      Pass: code string unique, purchaseDate date, expiryDate date, remainingWashes integer | belongs-to Customer
      Wash: licencePlate string, time time|datetime | belongs-to Branch, belongs-to WashProgram, belongs-to Pass optional`,
  },
];
