import type { CorpusEntry } from './corpus-entry.ts';

/**
 * Set AP: ideas of one line, as people who try the product cold type them. The grammar was developed on them. Each is read as a
 * person gets it, with what such things and such software usually keep, and what such records have stands in the expectation.
 */
export const corpusAP: readonly CorpusEntry[] = [
  {
    id: 'ap-tools',
    isIdea: true,
    prompt: 'neighbours can lend each other tools',
    expect: `
      Loan: borrowedOn date, dueDate date, returnedOn date optional | belongs-to Tool, belongs-to Neighbour, belongs-to Neighbour
      Neighbour: name string
      Tool: name string, serialNumber string unique optional, purchaseDate date optional`,
  },
  {
    id: 'ap-scores',
    isIdea: true,
    prompt: 'an app where players get a score in each game',
    expect: `
      Player: name string
      Game: title string, releaseDate date optional
      Score: date date, points integer | belongs-to Player, belongs-to Game`,
  },
  {
    id: 'ap-hours',
    isIdea: true,
    prompt: 'employees log hours worked on projects',
    expect: `
      Employee: name string, email email optional, position string optional, hiredOn date optional
      Project: name string, description text optional, startDate date optional, endDate date optional
      TimeEntry: date date, hours decimal, description string optional | belongs-to Employee, belongs-to Project`,
  },
  {
    id: 'ap-stars',
    isIdea: true,
    prompt: 'kids tick off chores and earn stars',
    expect: `
      Kid: name string
      Chore: title string, notes text optional, dueDate date optional, status enum(to do|in progress|done) default
      Completion: date date, stars integer | belongs-to Kid, belongs-to Chore`,
  },
  {
    id: 'ap-wedding',
    isIdea: true,
    prompt: 'wedding planner with guests with rsvp, tables, vendors',
    expect: `
      Wedding: date date, place string, budget money
      Vendor: name string, service string, price money | belongs-to Wedding
      Guest: name string, answer enum(invited|accepted|declined), rsvp string | belongs-to Wedding
      Task: title string, notes text optional, dueDate date optional, status enum(to do|in progress|done) default | belongs-to Wedding
      Table: number integer unique, seats integer | belongs-to Wedding optional`,
  },
  {
    id: 'ap-gym',
    isIdea: true,
    prompt: 'a gym with max 20 members per class',
    expect: `
      Member: name string, email email optional, joinedOn date optional
      Membership: startDate date, endDate date, status enum(active|expired|cancelled) default | belongs-to Member
      Trainer: name string, email email optional
      Class: name string, startsAt datetime optional, capacity integer optional | belongs-to Trainer optional
      Booking: date date | belongs-to Member, belongs-to Class`,
    rules: 'Booking: at most 20 per class',
  },
  {
    id: 'ap-plants',
    isIdea: true,
    prompt: 'track my plants and when I watered them',
    expect: `
      Plant: name string, species string, place string
      Watering: date date | belongs-to Plant`,
  },
  {
    id: 'ap-choir',
    isIdea: true,
    prompt: 'a small app for our choir to keep the songs, rehearsals and who attended',
    expect: `
      Song: title string, duration duration optional
      Rehearsal: date date, place string optional, notes text optional
      Attendance: date date, present boolean | belongs-to Member, belongs-to Rehearsal
      Member: name string, email email optional, joinedOn date optional`,
  },
  {
    id: 'ap-freelancers',
    isIdea: true,
    prompt: 'time tracking for freelancers with clients, projects, invoices',
    expect: `
      Client: name string, email email optional, phone phone optional
      Project: name string, description text optional, startDate date optional, endDate date optional | belongs-to Client optional
      TimeEntry: date date, hours decimal, description string optional | belongs-to Project
      Invoice: number string unique, issuedOn date, dueDate date, totalAmount money, status enum(draft|sent|paid) default | belongs-to Client`,
  },
  {
    id: 'ap-feedback',
    isIdea: true,
    prompt: 'a place to collect customer feedback with votes and comments',
    expect: `
      CustomerFeedback: message text, rating rating optional
      Vote: votedAt datetime | belongs-to CustomerFeedback
      Comment: body text | belongs-to CustomerFeedback`,
  },
  {
    id: 'ap-rooms',
    isIdea: true,
    prompt: 'we need something to book meeting rooms, no double bookings',
    expect: `
      MeetingRoom: name string, capacity integer optional
      Booking: startTime datetime, endTime datetime | belongs-to MeetingRoom`,
    rules: 'Booking: no overlap startTime..endTime per meetingRoom',
  },
  {
    id: 'ap-homework',
    isIdea: true,
    prompt: 'students submit homework and teachers grade it',
    expect: `
      Student: name string, email email optional
      Homework: title string, description text optional, dueDate date
      Submission: submissionDate date, text text optional, file file optional, grade string optional, feedbackText text optional | belongs-to Student, belongs-to Homework, belongs-to Teacher optional
      Teacher: name string, email email optional`,
  },
  {
    id: 'ap-damage',
    isIdea: true,
    prompt: 'drivers report damage to their vehicles with photos',
    expect: `
      Driver: name string, email email optional, phone phone optional
      DamageReport: description text, date date, photos image optional | belongs-to Driver, belongs-to Vehicle
      Vehicle: make string, model string, licencePlate string unique`,
  },
  {
    id: 'ap-vacation',
    isIdea: true,
    prompt: 'employees request vacation days and their manager approves or rejects',
    expect: `
      Employee: name string, email email optional, position string optional, hiredOn date optional
      VacationRequest: from date, to date, reason string optional, status enum(pending|approved|rejected) | belongs-to Employee`,
  },
  {
    id: 'ap-parking',
    isIdea: true,
    prompt: 'parking spots that employees reserve by day',
    expect: `
      ParkingSpot: number string unique, occupied boolean
      Employee: name string, email email optional, position string optional, hiredOn date optional
      Reservation: startsAt datetime, endsAt datetime, status enum(booked|cancelled) default | belongs-to Employee, belongs-to ParkingSpot`,
  },
  {
    id: 'ap-machines',
    isIdea: true,
    prompt: 'we want to know which machine was serviced when and by whom',
    expect: `
      Machine: name string, serialNumber string unique optional, purchaseDate date optional
      Service: date date, person string | belongs-to Machine`,
  },
  {
    id: 'ap-follow',
    isIdea: true,
    prompt: 'users can follow each other and post photos',
    expect: `
      Follow: followedOn date | belongs-to User, belongs-to User
      User: name string
      Photo: image image optional, caption string optional | belongs-to User`,
  },
  {
    id: 'ap-quiz',
    isIdea: true,
    prompt: 'teachers create quizzes, students take them and get a score',
    expect: `
      Teacher: name string, email email optional
      Quiz: title string, description text optional | belongs-to Teacher
      Student: name string, email email optional
      Attempt: date date, score integer | belongs-to Student, belongs-to Quiz`,
  },
  {
    id: 'ap-books',
    isIdea: true,
    prompt: 'keep track of whcih books I lent to whom',
    expect: `
      Book: title string, isbn string optional, publishedOn date optional
      Loan: date date, returnDate date optional, borrowerName string | belongs-to Book`,
  },
  {
    id: 'ap-shifts',
    isIdea: true,
    prompt: 'we need a tool to plan shifts, nobody may have two shifts at the same time',
    expect: `
      Employee: name string, email email optional, position string optional, hiredOn date optional
      Shift: startTime datetime, endTime datetime | belongs-to Employee`,
    rules: 'Shift: no overlap startTime..endTime per employee',
  },
  {
    id: 'ap-films',
    isIdea: true,
    prompt: 'movie night: friends suggest films and vote',
    expect: `
      Friend: name string
      Film: title string, releaseDate date optional, description text optional | belongs-to Friend
      Vote: votedAt datetime | belongs-to Friend, belongs-to Film`,
  },
  {
    id: 'ap-pledges',
    isIdea: true,
    prompt: 'donors pledge amounts to campaigns',
    expect: `
      Donor: name string, email email optional, phone phone optional
      Campaign: subject string, body text, sentAt datetime optional
      Pledge: date date, amount money | belongs-to Donor, belongs-to Campaign`,
  },
  {
    id: 'ap-pallets',
    isIdea: true,
    prompt: 'a warehouse with shelves, pallets, and forklift drivers who move them',
    expect: `
      Warehouse: name string, address string optional
      Shelf: code string unique, location string optional | belongs-to Warehouse optional
      Pallet: code string unique, contents string optional | belongs-to Shelf optional
      ForkliftDriver: name string, email email optional, phone phone optional
      Movement: movedAt datetime | belongs-to ForkliftDriver, belongs-to Pallet`,
  },
  {
    id: 'ap-tennis',
    isIdea: true,
    prompt: 'a booking app for tennis courts',
    expect: `
      Member: name string, email email optional, joinedOn date optional
      Court: name string
      Booking: startTime datetime, endTime datetime | belongs-to Member, belongs-to Court`,
  },
  {
    id: 'ap-cases',
    isIdea: true,
    prompt: 'like Trello but for legal cases',
    expect: `
      Board: name string, description text optional
      List: name string, position integer optional | belongs-to Board
      LegalCase: title string, description text optional, status enum(open|closed) default | belongs-to List, many-to-many Member, many-to-many Label
      Member: name string, email email optional, joinedOn date optional | many-to-many LegalCase
      Label: name string | many-to-many LegalCase`,
  },
  {
    id: 'ap-exams',
    isIdea: true,
    prompt: 'an online exam system with max 3 attempts per student',
    expect: `
      Exam: title string, date date
      Question: text text | belongs-to Exam
      Student: name string, email email optional
      Attempt: startTime datetime, score integer | belongs-to Student, belongs-to Exam`,
    rules: 'Attempt: at most 3 per student',
  },
  {
    id: 'ap-rides',
    isIdea: true,
    prompt: 'customers rate drivers after each ride',
    expect: `
      Customer: name string, email email optional, phone phone optional
      Driver: name string, email email optional, phone phone optional
      Ride: name string
      Rating: stars rating | belongs-to Customer, belongs-to Driver, belongs-to Ride`,
  },
  {
    id: 'ap-flats',
    isIdea: true,
    prompt: 'flat hunting: flats I visited with rent, size and pros and cons',
    expect: `
      Flat: visitDate date optional, rent money, size string
      Pro: name string | belongs-to Flat
      Con: name string | belongs-to Flat`,
  },
  {
    id: 'ap-tickets',
    isIdea: true,
    prompt: 'sell tickets for concerts, each seat only once',
    expect: `
      Ticket: price money, seat string | belongs-to Concert
      Concert: name string`,
  },
  {
    id: 'ap-league',
    isIdea: true,
    prompt: 'a fantasy league where users pick players each week',
    expect: `
      Team: name string, description text optional
      Player: name string | belongs-to Team
      Match: date date, place string
      Result: points integer | belongs-to Match, belongs-to Team
      User: name string
      Pick: pickedOn date | belongs-to User, belongs-to Player`,
  },
];
