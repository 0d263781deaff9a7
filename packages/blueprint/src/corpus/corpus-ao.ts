import type { CorpusEntry } from './corpus-entry.ts';

/** Twenty first tries of one to three sentences, written as a whole before any was read; only what they name is expected. */
export const corpusAO: CorpusEntry[] = [
  {
    id: 'ao-tennis',
    prompt:
      'I need an app for my tennis club. Members (name, phone, yearly fee) book courts for a date and a start time, and every court has a number.',
    expect: `
      Member: name string, phone phone, yearlyFee money
      Court: number integer|string
      Booking|CourtBooking: date date, startTime time|datetime | belongs-to Member, belongs-to Court`,
  },
  {
    id: 'ao-dog-boarding',
    prompt:
      'Looking for something simple to run my dog boarding: dogs with name and favourite food, their owners with phone number, and the stays of a dog with arrival date and departure date.',
    expect: `
      Dog: name string, favouriteFood string | belongs-to Owner
      Owner: phoneNumber|phone phone
      Stay: arrivalDate date, departureDate date | belongs-to Dog`,
  },
  {
    id: 'ao-church',
    prompt:
      'We want to keep track of the donations to our church: donor name, amount, date and whether it was cash or bank transfer.',
    expect: `
      Donation: donorName string, amount money, date date, method|paymentMethod|type|kind|way|cashOrBankTransfer|cash|isCash|paymentType enum|boolean`,
  },
  {
    id: 'ao-cakes',
    prompt:
      'A small tool for our bakery please. Cakes have a name and a price. A customer orders a cake for a pickup date, with an optional inscription, and we tick off when the order is paid.',
    expect: `
      Customer:
      Cake: name string, price money
      Order|CakeOrder: pickupDate|pickUpDate date, inscription string|text optional, paid|isPaid boolean | belongs-to Customer, belongs-to Cake`,
  },
  {
    id: 'ao-camper',
    prompt:
      'my wife and I rent out two camper vans. need an overview of the rentals of each van with renter name, phone, first day, last day and deposit',
    expect: `
      CamperVan|Van:
      Rental: renterName string, phone phone, firstDay date, lastDay date, deposit money | belongs-to CamperVan|Van`,
  },
  {
    id: 'ao-class-trips',
    prompt:
      "Parents' association here. We'd like a list of class trips with destination and date, and to see which parents help on which trip. A parent can help on several trips.",
    expect: `
      ClassTrip|Trip: destination string, date date
      Parent: | many-to-many ClassTrip|Trip`,
  },
  {
    id: 'ao-freelancer',
    prompt:
      "I'm a freelance designer and need to keep my invoices to clients in one place. An invoice has a number, an amount, a due date and paid or not, so I see which ones are overdue.",
    expect: `
      Client:
      Invoice: number string|integer, amount money, dueDate date, paid|isPaid boolean | belongs-to Client`,
  },
  {
    id: 'ao-tools',
    prompt:
      'Our neighbourhood shares tools. Every tool belongs to a neighbour, other neighbours borrow it, and for each loan we want the borrow date and the return date.',
    expect: `
      Neighbour|Neighbor:
      Tool: | belongs-to Neighbour|Neighbor
      Loan: borrowDate date, returnDate date | belongs-to Tool, belongs-to Neighbour|Neighbor`,
  },
  {
    id: 'ao-hairdresser',
    prompt:
      'hairdresser, 4 stylists. customers should be able to make appointments online: date, time, stylist and service (cut, colour or perm)',
    expect: `
      Stylist:
      Customer:
      Appointment: date date, time time, service enum(cut|colour|perm) | belongs-to Customer, belongs-to Stylist`,
  },
  {
    id: 'ao-ideas',
    prompt:
      'Our employees should hand in ideas (title, description) and vote for the ideas of others; a vote is 1 to 5 points. An idea is new, accepted or rejected.',
    expect: `
      Employee:
      Idea: title string, description text, status|state enum(new|accepted|rejected) | belongs-to Employee
      Vote: points|score|value|rating integer|rating | belongs-to Employee, belongs-to Idea`,
  },
  {
    id: 'ao-wine',
    prompt:
      'Wine cellar app: bottles with winery, grape, vintage, price paid and storage place, plus tastings of a bottle with date and score out of 100.',
    expect: `
      Bottle: winery string, grape string, vintage integer|string, pricePaid money, storagePlace string
      Tasting: date date, score integer|decimal|rating | belongs-to Bottle`,
  },
  {
    id: 'ao-football',
    prompt:
      'I coach an under-12 football team. I want to plan trainings (date, place), keep my players (first name, last name, shirt number) and record the attendance of each player at each training: present, excused or missing.',
    expect: `
      Training: date date, place string
      Player: firstName string, lastName string, shirtNumber integer
      Attendance: status|state|attendance|presence|type|kind|value enum(present|excused|missing) | belongs-to Player, belongs-to Training`,
  },
  {
    id: 'ao-self-storage',
    prompt:
      'Self storage: units have a number, a size and a monthly price. Tenants have a name and an email. A rental is one tenant, one unit, start date and optional end date.',
    expect: `
      Unit: number string|integer, size string|decimal|integer, monthlyPrice money
      Tenant: name string, email email
      Rental: startDate date, endDate date optional | belongs-to Tenant, belongs-to Unit`,
  },
  {
    id: 'ao-podcast',
    prompt:
      'I run a podcast. Episodes have a title, a recording date and a release date. An episode has several guests (name, email), and a guest can come back in other episodes.',
    expect: `
      Episode: title string, recordingDate date, releaseDate date | many-to-many Guest
      Guest: name string, email email`,
  },
  {
    id: 'ao-allotments',
    prompt:
      "We're an allotment association. Plots have a number and a size in square metres and are leased to one member each; applicants on the waiting list have a name, an email and an application date.",
    expect: `
      Plot: number string|integer, size|sizeInSquareMetres|sizeInSquareMeters decimal|integer | belongs-to Member
      Member:
      Applicant|WaitingListEntry|WaitingList: name string, email email, applicationDate date`,
  },
  {
    id: 'ao-laundromats',
    prompt:
      'simple app to log breakdowns in our laundromats. a laundromat has several machines; a breakdown is of one machine, with description, reported at, fixed yes/no',
    expect: `
      Laundromat:
      Machine: | belongs-to Laundromat
      Breakdown: description text|string, reportedAt datetime, fixed|isFixed boolean | belongs-to Machine`,
  },
  {
    id: 'ao-theses',
    prompt:
      'University institute: professors offer thesis topics (title, description), and students apply for a topic with a short motivation and a preferred start date.',
    expect: `
      Professor:
      ThesisTopic|Topic: title string, description text | belongs-to Professor
      Student:
      Application|TopicApplication|ThesisTopicApplication|ThesisApplication: motivation|shortMotivation text|string, preferredStartDate date | belongs-to Student, belongs-to ThesisTopic|Topic`,
  },
  {
    id: 'ao-ebikes',
    prompt:
      "Our hotel lends e-bikes. Each e-bike has a number and a frame size. A loan has the bike, the guest's name, the room number, a start time and a return time.",
    expect: `
      EBike|Ebike|Bike: number string|integer, frameSize string|integer|decimal
      Loan: guestName|guestsName string, roomNumber string|integer, startTime datetime|time, returnTime datetime|time | belongs-to EBike|Ebike|Bike`,
  },
  {
    id: 'ao-foundation',
    prompt:
      'Small foundation. Organisations send us grant applications: project title, requested amount, submitted on. Each of our board members rates every application from 1 to 10 and leaves a comment.',
    expect: `
      Organisation|Organization:
      GrantApplication|Application: projectTitle string, requestedAmount money, submittedOn|submittedAt date | belongs-to Organisation|Organization
      BoardMember:
      Rating|Review|ApplicationRating|GrantApplicationRating|BoardMemberRating: rating|score|value|points integer|rating|decimal, comment text|string | belongs-to BoardMember, belongs-to GrantApplication|Application`,
  },
  {
    id: 'ao-lost-found',
    prompt:
      'Lost and found for our swimming pool: items with description, colour, found on, place found and a photo; status is stored, returned or disposed.',
    expect: `
      Item|FoundItem|LostItem|ItemRecord|LostAndFoundItem: description text|string, colour string|colour, foundOn|foundAt date, placeFound|place|foundPlace string, photo image optional, status enum(stored|returned|disposed)`,
  },
];
