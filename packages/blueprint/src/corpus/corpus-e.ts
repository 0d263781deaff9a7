import type { CorpusEntry } from './corpus-entry.ts';

/** A third round of prompts, invented after the second was measured. */
export const corpusE: CorpusEntry[] = [
  {
    id: 'e-bank',
    prompt:
      'Create a backend for a small bank. A customer has a full name, a unique national ID, a date of birth and one or more accounts. An account has a unique account number, a type (checking or savings), a balance that cannot be negative and defaults to 0, and an opened on date. An account has many transactions. Each transaction has an amount, a kind (deposit, withdrawal, transfer), an optional description and a posted at time.',
    expect: `
      Customer: fullName string, nationalId string unique, dateOfBirth date | has-many Account
      Account: accountNumber string unique, type enum(checking|savings), balance money default, openedOn date | has-many Transaction
      Transaction: amount money, kind enum(deposit|withdrawal|transfer), description text optional, postedAt datetime`,
  },
  {
    id: 'e-garden',
    prompt:
      'Track my garden: plants (name, species, planted on, height in cm), beds (name, sun exposure: full, partial or shade) and waterings (date, liters). A plant is in a bed. A watering belongs to a plant.',
    expect: `
      Plant: name string, species string, plantedOn date, height decimal | belongs-to Bed
      Bed: name string, sunExposure enum(full|partial|shade)
      Watering: date date, liters decimal | belongs-to Plant`,
  },
  {
    id: 'e-insurance',
    prompt: `Build an insurance claims API.

Policyholder: first name, last name, email (unique), phone (optional)
Policy: policy number (unique), type (auto, home, life), premium, start date, end date
Claim: claim number (unique), description, amount claimed, amount approved (optional), status (submitted, under review, approved, rejected), filed on

Relationships:
- Policyholder has many policies
- Policy has many claims`,
    expect: `
      Policyholder: firstName string, lastName string, email email unique, phone phone optional | has-many Policy
      Policy: policyNumber string unique, type enum(auto|home|life), premium money, startDate date, endDate date | has-many Claim
      Claim: claimNumber string unique, description text, amountClaimed money, amountApproved money optional, status enum(submitted|under review|approved|rejected), filedOn date`,
  },
  {
    id: 'e-kanban',
    prompt:
      'kanban board: boards have a name; columns have a name and a position and belong to a board; cards have a title, description (optional), due date (optional), position, and belong to a column; labels have a name and colour; cards and labels are many to many',
    expect: `
      Board: name string
      Column: name string, position integer | belongs-to Board
      Card: title string, description text optional, dueDate date optional, position integer | belongs-to Column, many-to-many Label
      Label: name string, colour string`,
  },
  {
    id: 'e-tournament',
    prompt:
      'Tennis club. Players have a name, ranking and email. Courts have a number and a surface which is clay, grass or hard. A match has a home player and an away player, is played on one court, has a scheduled at date and time, and a score that is optional.',
    expect: `
      Player: name string, ranking integer, email email
      Court: number string, surface enum(clay|grass|hard)
      Match: scheduledAt datetime, score string|integer optional | belongs-to Player, belongs-to Court`,
  },
  {
    id: 'e-jobs-yaml',
    prompt: `Job board

company:
  name: string, required, unique
  website: url, optional
  employees: integer

job:
  title: string
  remote: boolean, default false
  salary_min: decimal
  salary_max: decimal
  posted_at: datetime
  company: belongs to company

applicant:
  fullName: string
  email: email`,
    expect: `
      Company: name string unique, website url optional, employees integer
      Job: title string, remote boolean default, salaryMin decimal, salaryMax decimal, postedAt datetime | belongs-to Company
      Applicant: fullName string, email email`,
  },
  {
    id: 'e-photos',
    prompt:
      'It should be possible to store photo albums. An album needs a title and may have a description. An album contains photos. For a photo we want to know the file name, the caption (not required), when it was taken and its width and height in pixels. Photos can be tagged with many tags. Tags must have a unique name.',
    expect: `
      Album: title string, description text optional | has-many Photo
      Photo: fileName string, caption string|text optional, takenAt|taken|takenOn|whenTaken datetime|date, width integer|decimal, height integer|decimal | many-to-many Tag
      Tag: name string unique`,
  },
  {
    id: 'e-lab',
    prompt:
      'Laboratory information system for samples and tests. Samples are identified by a unique barcode and have a collected at timestamp, a sample type such as blood, urine or saliva, and a volume in ml. Every sample belongs to a patient; a patient has a medical record number (unique), sex (male/female/other) and year of birth. Test results have a test name, a numeric value, a unit, an abnormal flag and belong to a sample.',
    expect: `
      Sample: barcode string unique, collectedAt datetime, sampleType enum(blood|urine|saliva), volume decimal | belongs-to Patient
      Patient: medicalRecordNumber string unique, sex enum(male|female|other), yearOfBirth integer
      TestResult: testName string, value decimal, unit string, abnormal boolean | belongs-to Sample`,
  },
  {
    id: 'e-airline',
    prompt:
      'Flights. An airport has a three-letter code (unique), a name, a city and a country. A flight has a flight number, a departure airport, an arrival airport, a departure time, an arrival time and a status of scheduled, boarding, departed, landed or cancelled. Passengers have a name and passport number. A booking belongs to a passenger and a flight and has a seat number and a unique reference.',
    expect: `
      Airport: threeLetterCode|code string unique, name string, city string, country string
      Flight: flightNumber string, departureTime datetime, arrivalTime datetime, status enum(scheduled|boarding|departed|landed|cancelled) | belongs-to Airport
      Passenger: name string, passportNumber string
      Booking: seatNumber string, reference string unique | belongs-to Passenger, belongs-to Flight`,
  },
  {
    id: 'e-wishlist',
    prompt:
      'wishlists: each wishlist has a title, an owner name and an event date (optional), and contains many gifts. gift = name, link, price, priority (1 to 5), bought yes/no',
    expect: `
      Wishlist: title string, ownerName string, eventDate date optional | has-many Gift
      Gift: name string, link url, price money, priority integer, bought boolean`,
  },
  {
    id: 'e-catering',
    prompt:
      'We run a catering business and want to keep our data in order: clients (company name, contact person, email), menus (name, price per person, vegetarian yes/no) and bookings. A booking is made by a client for a menu and includes the event date, the number of guests (at least 10), the venue address and special requests (optional).',
    expect: `
      Client: companyName string, contactPerson string, email email
      Menu: name string, pricePerPerson|price money, vegetarian boolean
      Booking: eventDate date, numberOfGuests integer, venueAddress string, specialRequests string|text optional | belongs-to Client, belongs-to Menu`,
  },
  {
    id: 'e-research',
    prompt:
      'Research group publications. Researchers (name, ORCID unique, affiliation). Papers: title, abstract, publication year, DOI - unique but optional. Researchers write many papers and a paper is written by many researchers. Grants fund papers? not needed. Each paper is published in a journal; journals have a name and an ISSN.',
    expect: `
      Researcher: name string, orcid string unique, affiliation string | many-to-many Paper
      Paper: title string, abstract text, publicationYear integer, doi string unique optional | belongs-to Journal
      Journal: name string, issn string`,
  },
];
