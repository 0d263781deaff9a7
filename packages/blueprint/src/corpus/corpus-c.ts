import type { CorpusEntry } from './corpus-entry.ts';

/** Prompts held out: written before they were first read, never tuned on alone. */
export const corpusC: CorpusEntry[] = [
  {
    id: 'c-dentist',
    prompt:
      'Create an app for a dental practice. Dentists have a name and license number. Patients have first name, last name, birth date, phone and email. Each visit has a date, treatment, cost and is linked to one dentist and one patient.',
    expect: `
      Dentist: name string, licenseNumber string
      Patient: firstName string, lastName string, birthDate date, phone phone, email email
      Visit: date date, treatment string, cost money | belongs-to Dentist, belongs-to Patient`,
  },
  {
    id: 'c-bookshop',
    prompt:
      'bookstore api - books with title, isbn unique, price and stock quantity; authors with name and bio; a book can have many authors and an author can have many books; reviews with rating 1-5 and comment, each review belongs to a book',
    expect: `
      Book: title string, isbn string unique, price money, stockQuantity integer | many-to-many Author
      Author: name string, bio text
      Review: rating integer, comment text | belongs-to Book`,
  },
  {
    id: 'c-parking',
    prompt:
      'Parking garage management. There are parking spots with a spot number (unique), level and is occupied flag. Vehicles have a plate number which is unique, and a type: car, motorcycle or truck. A parking session links a vehicle to a parking spot and records the entry time, an optional exit time, and the fee.',
    expect: `
      ParkingSpot: spotNumber string unique, level string|integer, isOccupied boolean
      Vehicle: plateNumber string unique, type enum(car|motorcycle|truck)
      ParkingSession: entryTime datetime, exitTime datetime optional, fee money | belongs-to Vehicle, belongs-to ParkingSpot`,
  },
  {
    id: 'c-farm',
    prompt: `I'd like to manage my farm:
* Fields (name, area in hectares, soil type)
* Crops: name, variety, planting date, expected harvest date (optional)
* Every crop grows in one field
* Harvests - weight in kg, harvested on, quality (A, B, C). A harvest belongs to a crop.`,
    expect: `
      Field: name string, area decimal, soilType string
      Crop: name string, variety string, plantingDate date, expectedHarvestDate date optional | belongs-to Field
      Harvest: weight decimal, harvestedOn date, quality enum(A|B|C) | belongs-to Crop`,
  },
  {
    id: 'c-quiz',
    prompt:
      'A quiz platform where teachers create quizzes. A quiz has a title, a time limit in minutes and many questions. Each question has a text, a points value and several answers. An answer has a text and a correct flag.',
    expect: `
      Teacher: | has-many Quiz
      Quiz: title string, timeLimit|timeLimitInMinutes|timeLimitMinutes integer | has-many Question
      Question: text text, points|pointsValue integer | has-many Answer
      Answer: text text, correct boolean`,
  },
  {
    id: 'c-newsletter',
    prompt:
      'Newsletter tool: subscribers with unique email, optional name, subscribed at; campaigns with subject, body, scheduled at, status (draft, scheduled, sent). A subscriber can receive many campaigns and a campaign goes to many subscribers.',
    expect: `
      Subscriber: email email unique, name string optional, subscribedAt datetime
      Campaign: subject string, body text, scheduledAt datetime, status enum(draft|scheduled|sent) | many-to-many Subscriber`,
  },
  {
    id: 'c-lease',
    prompt:
      'We are a property manager. Please track buildings, apartments and tenants. A building has an address and a year built. An apartment belongs to a building and has a unit number, number of rooms, and monthly rent. Tenants have a full name, email, and phone number. A lease connects one tenant with one apartment; it has a start date, an end date and a deposit.',
    expect: `
      Building: address string, yearBuilt integer
      Apartment: unitNumber string, numberOfRooms integer, monthlyRent money | belongs-to Building
      Tenant: fullName string, email email, phoneNumber phone
      Lease: startDate date, endDate date, deposit money | belongs-to Tenant, belongs-to Apartment`,
  },
  {
    id: 'c-bugs',
    prompt:
      'bug tracker. bugs: title, description, severity one of minor/major/critical, reported by (a user), fixed flag. users: username unique, email unique. bugs can have many labels, labels can be on many bugs. label name must be unique.',
    expect: `
      Bug: title string, description text, severity enum(minor|major|critical), fixed boolean | belongs-to User, many-to-many Label
      User: username string unique, email email unique
      Label: name string unique`,
  },
  {
    id: 'c-podcast',
    prompt:
      'Podcast hosting backend: shows have a title, description, language and cover image URL. A show contains episodes. Each episode has an episode number, title, audio URL, duration in seconds, published at and explicit flag. Episode numbers start at 1. Hosts have a name and a bio; a show can have several hosts.',
    expect: `
      Show: title string, description text, language string, coverImageUrl url | has-many Episode
      Episode: episodeNumber integer, title string, audioUrl url, duration integer, publishedAt datetime, explicit boolean
      Host: name string, bio text | belongs-to Show`,
  },
  {
    id: 'c-loans',
    prompt:
      'Equipment lending: each piece of equipment has a name, serial number (unique), and condition (new, good, worn, broken). Employees borrow equipment. A loan has a borrowed on date, due date, and optionally a returned on date. Each loan is for one employee and one piece of equipment.',
    expect: `
      Equipment: name string, serialNumber string unique, condition enum(new|good|worn|broken)
      Employee: name string assumed
      Loan: borrowedOn date, dueDate date, returnedOn date optional | belongs-to Employee, belongs-to Equipment`,
  },
  {
    id: 'c-volunteers',
    prompt:
      'A volunteering database. Organizations have a name (required, unique), a website (optional) and a contact email. Organizations post opportunities. Opportunities have a title, a description, a location, a start date and max participants. Volunteers sign up for opportunities. Volunteers have a name, an email that must be unique, and a list of skills.',
    expect: `
      Organization: name string unique, website url optional, contactEmail email | has-many Opportunity
      Opportunity: title string, description text, location string, startDate date, maxParticipants integer | many-to-many Volunteer
      Volunteer: name string, email email unique | has-many Skill
      Skill: name string assumed`,
  },
  {
    id: 'c-wallet',
    prompt:
      'Personal finance: accounts have a name, an account type (checking, savings, credit) and a current balance. Transactions belong to an account and a category. A transaction has an amount, a date, a memo that is optional, and a cleared flag that defaults to false. Categories have a unique name and may have a parent category.',
    expect: `
      Account: name string, accountType enum(checking|savings|credit), currentBalance money
      Transaction: amount money, date date, memo text optional, cleared boolean default | belongs-to Account, belongs-to Category
      Category: name string unique | belongs-to Category optional`,
  },
];
