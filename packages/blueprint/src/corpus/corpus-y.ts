import type { CorpusEntry } from './corpus-entry.ts';

/** Prompts that speak of people, rights and rules; written and measured before any rule was made for them. */
export const corpusY: CorpusEntry[] = [
  {
    id: 'y-purchasing',
    prompt:
      'Purchase orders with a number, a supplier name, a total amount and a status (draft, submitted, approved, rejected). There are two roles: clerk and manager. A purchase order goes from draft to submitted to approved; a submitted one can also be rejected. Only managers may approve or reject purchase orders. Purchase orders cannot be deleted once they are approved.',
    expect: `
      PurchaseOrder: number string|integer, supplierName string, totalAmount money, status enum(draft|submitted|approved|rejected)`,
    rules: `
      roles clerk manager | closed
      PurchaseOrder: lifecycle status(draft) submit draft>submitted, approve submitted>approved by manager, reject submitted>rejected by manager
      PurchaseOrder: no delete while status=approved`,
  },
  {
    id: 'y-library-stories',
    prompt: `Town library

As a librarian I can add books with a title, an author and an ISBN (unique).
As a librarian I can delete books.
As a member I can see all books.
As a member I can see only my own loans.
A loan is for a book and a member and has a loan date, a due date and a returned flag.
Members have a name and an email.
A member can have at most 5 loans that are not returned.
A book cannot be deleted while it has loans.`,
    expect: `
      Book: title string, author string, isbn string unique
      Loan: loanDate date, dueDate date, returned boolean | belongs-to Book, belongs-to Member
      Member: name string, email email`,
    rules: `
      roles member librarian
      Book: create librarian, delete librarian, read member librarian
      Loan: own, seesAll librarian
      Loan: at most 5 per member where returned=false
      Book: no delete with loans`,
  },
  {
    id: 'y-rooms',
    prompt: `Hi there, we share six meeting rooms between four companies and people keep fighting about them. Please make a booking app: rooms have a name, a floor and a number of seats. A booking is for one room and has a subject, a start time and an end time (both date and time). A room can't be booked twice at the same time. The end must be after the start. Everybody logs in with email and password; people can change and delete only their own bookings, but everybody can see all of them. Admins manage the rooms. Thanks!`,
    expect: `
      Room: name string, floor string|integer, numberOfSeats|seats integer
      Booking: subject string, startTime|start datetime, endTime|end datetime | belongs-to Room`,
    rules: `
      roles user admin
      Booking: own, read user admin
      Room: create admin, update admin, delete admin, read user admin
      Booking: no overlap startTime|start..endTime|end per room
      Booking: order startTime|start<endTime|end`,
  },
  {
    id: 'y-helpdesk',
    prompt: `IT helpdesk
- Ticket: title, description, priority (low, normal, high), status (open, in progress, solved, closed)
- Comment: text, belongs to a ticket
- Roles: customer, agent, admin
- Customers can create tickets and see only their own tickets
- Agents see all tickets and can update them
- Only admins can delete tickets
- When a ticket is deleted its comments go too`,
    expect: `
      Ticket: title string, description text, priority enum(low|normal|high), status enum(open|in progress|solved|closed)
      Comment: text text | belongs-to Ticket`,
    rules: `
      roles customer agent admin
      Ticket: own, seesAll agent admin, delete admin, create customer agent admin
      Comment: cascade ticket`,
  },
  {
    id: 'y-fleet',
    prompt: `| entity | field | type | remark |
|---|---|---|---|
| vehicle | plate | string | |
| vehicle | country | string | two letters |
| vehicle | mileage | integer | km, at least 0 |
| trip | vehicle | reference | |
| trip | started at | datetime | |
| trip | ended at | datetime | optional |
| trip | purpose | text | |

The combination of plate and country is unique. A trip must start before it ends. Drivers and fleet managers sign in. Drivers can only see their own trips. Only fleet managers may change vehicles.`,
    expect: `
      Vehicle: plate string, country string|country, mileage integer
      Trip: startedAt datetime, endedAt datetime optional, purpose text | belongs-to Vehicle`,
    rules: `
      roles driver fleetManager
      Vehicle: unique plate+country
      Trip: order startedAt<endedAt
      Trip: own, seesAll fleetManager
      Vehicle: update fleetManager`,
  },
  {
    id: 'y-leave',
    prompt:
      'leave mgmt for a small co.: employees (name, email, dept) file leave requests w/ start date, end date, type (vacation, sick, unpaid) and a comment (optional). req states: pending, approved, declined, cancelled; a pending request can be approved or declined by a manager, and an employee may cancel a pending one. Employees only see their own requests, managers see all. Login with email + password.',
    expect: `
      Employee: name string, email email, department|dept string
      LeaveRequest: startDate date, endDate date, type enum(vacation|sick|unpaid), comment text optional, status|state enum(pending|approved|declined|cancelled) | belongs-to Employee`,
    rules: `
      roles employee manager
      LeaveRequest: own, seesAll manager
      LeaveRequest: lifecycle status|state(pending) approve pending>approved by manager, decline pending>declined by manager, cancel pending>cancelled by employee manager`,
  },
  {
    id: 'y-newsroom',
    prompt:
      'A small online magazine: articles have a title, a slug (unique), a body, a published on date and a section: politics, culture or sports. Anyone can read articles, only editors can write them. Comments belong to an article and have an author name and a text; anyone can post a comment, but only editors can delete comments.',
    expect: `
      Article: title string, slug slug|string unique, body text, publishedOn date, section enum(politics|culture|sports)
      Comment: authorName string, text text | belongs-to Article`,
    rules: `
      roles editor admin
      Article: read everyone, create editor admin, update editor admin, delete editor admin
      Comment: create everyone, delete editor admin`,
  },
  {
    id: 'y-recipes',
    prompt:
      'Recipes with a title, servings and preparation time in minutes. A recipe has many steps; each step has a position and a text. The position is unique per recipe. If a recipe is deleted, its steps are deleted as well.',
    expect: `
      Recipe: title string, servings integer, preparationTime duration|integer
      Step: position integer, text text | belongs-to Recipe`,
    rules: `
      Step: unique recipe+position
      Step: cascade recipe`,
  },
  {
    id: 'y-vet-stories',
    prompt: `As a receptionist I want to register pets with a name, a species and a birth date so that we know our patients.
As a receptionist I want to book appointments for a pet with a date and time and a reason.
As a vet I want to write notes on an appointment.
As a practice owner I want to see a list of the appointments.`,
    expect: `
      Pet: name string, species string, birthDate date
      Appointment: dateTime datetime, reason string|text, notes text optional | belongs-to Pet`,
    rules: '',
  },
  {
    id: 'y-webshop',
    prompt: `# Webshop back end

## Data
- Product: sku (unique), name, price, stock (>= 0)
- Customer: first name, last name, email (unique)
- Order: number (unique), order date, status: new | paid | shipped | cancelled; belongs to a customer
- Order line: product, quantity (at least 1), unit price; belongs to an order

## Who may do what
- Visitors can view products without logging in.
- Customers sign up themselves, place orders and see only their own orders.
- Staff can see all orders and edit products.
- Admins may delete products.

## Rules
- A new order can be paid or cancelled; a paid order can be shipped.
- Shipped orders cannot be deleted.
- A product that is on an order line cannot be deleted.`,
    expect: `
      Product: sku string unique, name string, price money, stock integer
      Customer: firstName string, lastName string, email email unique
      Order: number string|integer unique, orderDate date, status enum(new|paid|shipped|cancelled) | belongs-to Customer
      OrderLine: quantity integer, unitPrice money | belongs-to Product, belongs-to Order`,
    rules: `
      roles customer staff admin | open
      Product: read everyone, update staff admin, delete admin
      Order: own, seesAll staff admin, create customer staff admin
      Order: lifecycle status(new) pay new>paid, cancel new>cancelled, ship paid>shipped
      Order: no delete while status=shipped
      Product: no delete with orderLines`,
  },
  {
    id: 'y-gym',
    prompt: `I run a gym. Classes have a title, a weekday, a start time and a max number of spots. Members (name, email, phone) enrol in classes, and we keep the date of enrolment. A member can't enrol twice in the same class. Members can sign in and see only their own enrolments; trainers can see everything but change nothing except classes. Only the admin creates accounts.`,
    expect: `
      Class: title string, weekday string|enum, startTime time, maxNumberOfSpots|maximumNumberOfSpots|maxSpots integer
      Member: name string, email email, phone phone
      Enrolment|Enrollment: dateOfEnrolment|date|enrolmentDate date | belongs-to Member, belongs-to Class`,
    rules: `
      roles member trainer admin | closed
      Enrolment|Enrollment: own, seesAll trainer admin
      Class: update trainer admin
      Member: create member admin, update member admin, delete member admin
      Enrolment|Enrollment: unique member+class`,
  },
  {
    id: 'y-museum-loans',
    prompt:
      'Museum loans. An artwork has an inventory number (unique), a title, an artist and an insured value. A loan has a borrower name, a first day, a last day and a status which is requested, granted, returned or refused. A loan is of one artwork; loans of the same artwork must not overlap. Requested loans are granted or refused by the curator, granted loans can be returned. Everyone in the museum has an account: assistants may read everything but not change anything, registrars may add and edit, curators may do everything.',
    expect: `
      Artwork: inventoryNumber string|integer unique, title string, artist string, insuredValue money
      Loan: borrowerName string, firstDay date, lastDay date, status enum(requested|granted|returned|refused) | belongs-to Artwork`,
    rules: `
      roles assistant registrar curator | closed
      Artwork: read assistant registrar curator, create registrar curator, update registrar curator, delete curator
      Loan: read assistant registrar curator, create registrar curator, update registrar curator, delete curator
      Loan: lifecycle status(requested) grant requested>granted by curator, refuse requested>refused by curator, return granted>returned
      Loan: no overlap firstDay..lastDay per artwork`,
  },
  {
    id: 'y-defects',
    prompt: `Construction site defects

Site
  name, address, start of works
Defect
  title, description, photo url (optional), severity (minor, major, critical)
  site
  status: reported -> assigned -> fixed -> accepted

Permissions:
  foreman: can create and edit defects
  inspector: can accept defects, can delete defects
  client: read only`,
    expect: `
      Site: name string, address string, startOfWorks date
      Defect: title string, description text, photoUrl url|image optional, severity enum(minor|major|critical), status enum(reported|assigned|fixed|accepted) | belongs-to Site`,
    rules: `
      roles client foreman inspector
      Defect: create foreman inspector, update foreman inspector, delete inspector, read client foreman inspector
      Site: read client foreman inspector, create foreman inspector, update foreman inspector, delete foreman inspector
      Defect: lifecycle status(reported) assign reported>assigned, fix assigned>fixed, accept fixed>accepted by inspector`,
  },
  {
    id: 'y-charity',
    prompt:
      'We are a charity and need to record donors (name, email, phone optional) and their donations: amount, date, purpose. If a donor is deleted the donations are kept. Only logged in staff may use the app, there is no difference between them.',
    expect: `
      Donor: name string, email email, phone phone optional
      Donation: amount money, date date, purpose string|text | belongs-to Donor optional`,
    rules: `
      roles staff admin
      Donation: set null donor`,
  },
  {
    id: 'y-school',
    prompt:
      'Teachers enter grades. A grade has a value from 1 to 6, a date and a remark (optional) and is for one student in one subject. Students have a first name, last name and a class name. Subjects have a name. Students log in and can read only their own grades, teachers can read and edit all grades, the principal can do everything. Students cannot change grades.',
    expect: `
      Grade: value integer, date date, remark text optional | belongs-to Student, belongs-to Subject
      Student: firstName string, lastName string, className string
      Subject: name string`,
    rules: `
      roles student teacher principal
      Grade: own, seesAll teacher principal, update teacher principal, read student teacher principal, create teacher principal, delete principal`,
  },
  {
    id: 'y-equipment',
    prompt: `lab equipment reservations:
* instruments: name, serial no. (unique), location, state (ok / broken / in repair)
* researchers: name, email
* reservations: instrument, researcher, from (datetime), until (datetime), purpose
* no overlapping reservations of an instrument
* until is after from
* a researcher may hold at most 2 reservations
* an instrument must not be deleted while it has reservations
* the lab manager can delete instruments, researchers can't`,
    expect: `
      Instrument: name string, serialNumber|serialNo string unique, location string, state enum(ok|broken|in repair)
      Researcher: name string, email email
      Reservation: from datetime, until datetime, purpose string|text | belongs-to Instrument, belongs-to Researcher`,
    rules: `
      roles researcher labManager
      Instrument: delete labManager
      Reservation: no overlap from..until per instrument
      Reservation: order from<until
      Reservation: at most 2 per researcher
      Instrument: no delete with reservations`,
  },
  {
    id: 'y-agency',
    prompt:
      'Translation agency: clients have a company name, a VAT number and a contact email. A job belongs to a client and has a reference, a source language, a target language, a word count and a deadline. The reference is unique per client. Jobs go from offered to accepted to delivered to invoiced. A client cannot be deleted as long as it has jobs. Users have a name and an email, and a job is assigned to a user.',
    expect: `
      Client: companyName string, vatNumber string, contactEmail email
      Job: reference string, sourceLanguage string|language, targetLanguage string|language, wordCount integer, deadline date|datetime, status enum(offered|accepted|delivered|invoiced) | belongs-to Client, belongs-to User
      User: name string, email email`,
    rules: `
      Job: unique client+reference
      Job: lifecycle status(offered) accept offered>accepted, deliver accepted>delivered, invoice delivered>invoiced
      Client: no delete with jobs`,
  },
  {
    id: 'y-choir',
    prompt:
      'Our choir wants to plan rehearsals (date, start time, place) and keep its singers with name, voice (soprano, alto, tenor, bass) and phone. Singers can look but not touch, the conductor may plan, change and cancel rehearsals and the board can do everything. Nobody registers alone, the board invites people.',
    expect: `
      Rehearsal: date date, startTime time, place string
      Singer: name string, voice enum(soprano|alto|tenor|bass), phone phone`,
    rules: `
      roles singer conductor board | closed
      Rehearsal: read singer conductor board, create conductor board, update conductor board, delete conductor board
      Singer: read singer conductor board`,
  },
  {
    id: 'y-parking',
    prompt:
      'parking garage: spaces have a number and a level, unique together. Permits: holder name, plate, valid from, valid until, for one space. valid from must be before valid until. one space never has two permits at the same time. guards can view permits, only the office may issue, change or revoke them. people log in with username and password.',
    expect: `
      Space: number string|integer, level string|integer
      Permit: holderName string, plate string, validFrom date|datetime, validUntil date|datetime | belongs-to Space`,
    rules: `
      roles guard office
      Space: unique number+level
      Permit: read guard office, create office, update office, delete office
      Permit: no overlap validFrom..validUntil per space
      Permit: order validFrom<validUntil`,
  },
  {
    id: 'y-events',
    prompt: `Events & tickets. An event has a name, a venue, a starts at and an ends at timestamp and a capacity. Organisers create events and can only edit their own ones. Tickets are for an event: code (unique), price, status (reserved, paid, used). An event can't be deleted when tickets are paid. Each event has at most 500 tickets. A ticket moves from reserved to paid, then to used. Anybody can browse events. Admins can edit and delete all events.`,
    expect: `
      Event: name string, venue string, startsAt datetime, endsAt datetime, capacity integer
      Ticket: code string unique, price money, status enum(reserved|paid|used) | belongs-to Event`,
    rules: `
      roles organiser admin
      Event: own, seesAll admin, read everyone, create organiser admin, update organiser admin
      Ticket: at most 500 per event
      Ticket: lifecycle status(reserved) pay reserved>paid, use paid>used`,
  },
  {
    id: 'y-real-estate',
    prompt:
      'Real estate listings. Listing: headline, street, city, asking price, living area in square metres, status = draft / online / sold. Photos belong to a listing with a url and a caption. Deleting a listing removes its photos. Agents log in and edit listings they created themselves; the head of sales can edit every listing. Visitors read listings without an account.',
    expect: `
      Listing: headline string, street string, city string, askingPrice money, livingArea decimal|integer, status enum(draft|online|sold)
      Photo: url url|image, caption string | belongs-to Listing`,
    rules: `
      roles agent headOfSales
      Listing: own, seesAll headOfSales, read everyone
      Photo: cascade listing`,
  },
  {
    id: 'y-warehouse',
    prompt: `Warehouse inventory for spare parts
1. A part has a part number (unique), a description, a bin location and a minimum stock.
2. A stock movement belongs to a part; it has a quantity, a moved at timestamp and a reason (received, issued, scrapped).
3. Workers add stock movements. Supervisors add and edit parts. Nobody can change or delete a stock movement.
4. Parts with stock movements must not be deleted.
5. Everyone must sign in first.`,
    expect: `
      Part: partNumber string unique, description text, binLocation string, minimumStock integer
      StockMovement: quantity integer, movedAt datetime, reason enum(received|issued|scrapped) | belongs-to Part`,
    rules: `
      roles worker supervisor
      StockMovement: create worker supervisor, update, delete
      Part: create supervisor, update supervisor
      Part: no delete with stockMovements`,
  },
  {
    id: 'y-todo-plain',
    prompt:
      'Projects with a name and a due date (optional). Each project has many tasks; a task has a title, a done flag and an estimate in hours.',
    expect: `
      Project: name string, dueDate date optional
      Task: title string, done boolean, estimate|estimateInHours duration|decimal|integer | belongs-to Project`,
    rules: '',
  },
  {
    id: 'y-diary',
    prompt:
      'A private diary app. Users sign up with email and password and write entries: a title, a text, a mood (great, ok, bad) and a date. Users can only see and change their own entries.',
    expect: `
      Entry: title string, text text, mood enum(great|ok|bad), date date`,
    rules: `
      roles user admin | open
      Entry: own, seesAll, create user admin, read user admin, update user admin`,
  },
];
