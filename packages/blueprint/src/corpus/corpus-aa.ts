import type { CorpusEntry } from './corpus-entry.ts';

/** Written as a whole, with Z and AB, before any of the three was read; tuned on afterwards. */
export const corpusAA: CorpusEntry[] = [
  {
    id: 'aa-university',
    prompt:
      'Students enroll in courses with an enrollment date and a final grade that is filled in later. A course has a title, a code (unique), the number of credits and is taught by a professor. Professors: name, office, email. Students: name, student number (unique), year of entry.',
    expect: `
      Student: name string, studentNumber string unique, yearOfEntry integer
      Course: title string, code string unique, numberOfCredits|credits integer | belongs-to Professor
      Professor: name string, office string, email email
      Enrollment: enrollmentDate date, finalGrade string|decimal|integer optional | belongs-to Student, belongs-to Course`,
  },
  {
    id: 'aa-plumber',
    prompt: `Good morning! I'm a plumber with three employees, and I need something to keep track of our jobs, because at the moment everything lives in my head and in WhatsApp. Nothing fancy, it just has to work on my phone.

Customers call us. I need to write down their name, their address, the phone number and, if they have one, the email. For every job I want to know who the customer is, what the problem is, how urgent it is (today, this week, whenever), and on which day and at what time we go there. A job is done by one employee. My employees have a name and a phone number, and I want to see who has a driving licence.

While working we use material: pipes, valves and so on. Every material has a name, an article number and a price per unit. For each job I note which materials were used and how many. At the end there is an invoice for the job with an invoice number (no duplicates), a total, a due date and a tick when it has been paid.

That's it, I think. Thanks a lot!`,
    expect: `
      Customer: name string, address string, phoneNumber phone, email email optional
      Job: problem string|text, urgency|urgent enum(today|this week|whenever), day|date date, time time | belongs-to Customer, belongs-to Employee
      Employee: name string, phoneNumber phone, drivingLicence|hasDrivingLicence boolean
      Material: name string, articleNumber string, pricePerUnit money
      JobMaterial|MaterialUsage: quantity|amount|howMany|count integer | belongs-to Job, belongs-to Material
      Invoice: invoiceNumber string unique, total money, dueDate date, paid boolean | belongs-to Job`,
  },
  {
    id: 'aa-podcast',
    prompt: `Podcast host

* Podcast
    * title
    * description
    * language
    * cover image url
* Episode
    * title
    * number (unique within the podcast)
    * published at (optional)
    * duration in seconds
    * explicit: yes or no
* Guest
    * name
    * website (optional)
* Sponsor
    * company
    * contact email

Relations:
* a podcast has many episodes
* an episode can have several guests, and guests come back in other episodes
* an episode is sponsored by at most one sponsor`,
    expect: `
      Podcast: title string, description text, language string|language, coverImageUrl url|image
      Episode: title string, number integer|string, publishedAt datetime optional, duration duration|integer, explicit boolean | belongs-to Podcast, many-to-many Guest, belongs-to Sponsor optional
      Guest: name string, website url optional
      Sponsor: company string, contactEmail email`,
  },
  {
    id: 'aa-bloodlab',
    prompt:
      'lab info system: patient(first name, last name, birth date, insurance no unique), sample(barcode unique, taken at, type: blood|urine|saliva, patient), test(code unique, name, unit, lower limit, upper limit), result(sample, test, value, validated bool default false, validated by?), doctor(name, practice). every sample is ordered by a doctor.',
    expect: `
      Patient: firstName string, lastName string, birthDate date, insuranceNumber|insuranceNo string unique
      Sample: barcode string unique, takenAt datetime, type enum(blood|urine|saliva) | belongs-to Patient, belongs-to Doctor
      Test: code string unique, name string, unit string, lowerLimit decimal|integer, upperLimit decimal|integer
      Result: value decimal|string, validated boolean default, validatedBy string optional | belongs-to Sample, belongs-to Test
      Doctor: name string, practice string`,
  },
  {
    id: 'aa-harbour',
    prompt:
      'Software for a marina. Jetties have a letter. Berths lie at a jetty; a berth has a number, a maximum length and a daily fee. Yachts are owned by skippers. A yacht has a name, a registration (unique), a length and a draught, both in metres. Skippers have a name, an email and a home port. A berth is reserved by a skipper for a yacht from an arrival to a departure, and the reservation is confirmed or not. Electricity meters are mounted at berths, a meter has a serial number and gets read: every reading has a date and a value in kWh.',
    expect: `
      Jetty: letter string
      Berth: number string|integer, maximumLength decimal|integer, dailyFee money | belongs-to Jetty
      Yacht: name string, registration string unique, length decimal|integer, draught decimal|integer | belongs-to Skipper
      Skipper: name string, email email, homePort string
      Reservation: arrival date|datetime, departure date|datetime, confirmed boolean | belongs-to Berth, belongs-to Skipper, belongs-to Yacht
      Meter|ElectricityMeter: serialNumber string | belongs-to Berth
      Reading: date date, value decimal|integer | belongs-to Meter|ElectricityMeter`,
  },
  {
    id: 'aa-secondhand',
    prompt: `As a seller I want to offer an item with title, description, condition (new, like new, used) and price so that others can find it.
As a seller I want to put up to five pictures on an item, each with a url and a position.
As a buyer I want to send a message about an item to its seller with a text.
As a buyer I want to make an offer for an item with an amount and an expiry date.
As a buyer I want to rate a seller with 1 to 5 stars and an optional comment.
As a moderator I want to sort items into categories, each of which has a name and a parent category (optional).
Sellers and buyers are users with a user name (unique), an email and a city.`,
    expect: `
      User: userName|username string unique, email email, city string
      Item: title string, description text, condition enum(new|like new|used), price money | belongs-to User, belongs-to Category
      Picture: url url|image, position integer | belongs-to Item
      Message: text text | belongs-to Item, belongs-to User
      Offer: amount money, expiryDate date | belongs-to Item, belongs-to User
      Rating: stars|rating|value integer, comment text optional | belongs-to User
      Category: name string | belongs-to Category optional`,
  },
  {
    id: 'aa-cinema-de',
    prompt:
      'Please develop an application for the administration of a cinema. A cinema hall disposes of a name and a seat count. Films are characterised through title, duration in minutes, age rating (0, 6, 12, 16, 18) and distributor. In a hall there run performances: each performance belongs to a film and a hall and has a begin (date and time) and a ticket price. Customers, of whom first name, surname and mail address are known, reserve seats in performances; a reservation comprises the number of seats and a reservation code, which has to be unique.',
    expect: `
      CinemaHall|Hall: name string, seatCount integer
      Film: title string, duration duration|integer, ageRating enum(0|6|12|16|18)|integer, distributor string
      Performance: begin|beginDateTime datetime, ticketPrice money | belongs-to Film, belongs-to CinemaHall|Hall
      Customer: firstName string, surname string, mailAddress|email|emailAddress email|string
      Reservation: numberOfSeats integer, reservationCode string unique | belongs-to Customer, belongs-to Performance`,
  },
  {
    id: 'aa-volunteers',
    prompt:
      'NGO volunteers: volunteer {name, email unique, phone?, birth date}, skill {name unique}, project {title, description, start date, end date?}, shift {project, starts at, ends at, places}. Volunteers have skills (n:m) and sign up for shifts; a sign-up has a status: pending / confirmed / cancelled and the hours worked, optional.',
    expect: `
      Volunteer: name string, email email unique, phone phone optional, birthDate date | many-to-many Skill
      Skill: name string unique
      Project: title string, description text, startDate date, endDate date optional
      Shift: startsAt datetime, endsAt datetime, places integer | belongs-to Project
      SignUp|Signup: status enum(pending|confirmed|cancelled), hoursWorked decimal|integer|duration optional | belongs-to Volunteer, belongs-to Shift`,
  },
  {
    id: 'aa-workshop',
    prompt: `## Bike workshop

The following data are kept:

1. **Customers**: name, phone, newsletter (yes/no, no by default)
2. **Bikes**: frame number (must be unique), brand, model, colour; a bike belongs to a customer
3. **Repairs**: received on, promised for, finished on (empty until done), state = waiting | in progress | finished, mechanic, bike
4. **Mechanics**: name, short code of 2-3 letters, unique
5. **Spare parts**: article number (unique), description, purchase price, selling price, stock
6. **Used parts**: repair, spare part, quantity

Bikes are repaired by mechanics.`,
    expect: `
      Customer: name string, phone phone, newsletter boolean default
      Bike: frameNumber string unique, brand string, model string, colour string | belongs-to Customer
      Repair: receivedOn date, promisedFor date|datetime, finishedOn date optional, state enum(waiting|in progress|finished) | belongs-to Mechanic, belongs-to Bike
      Mechanic: name string, shortCode|code string unique
      SparePart: articleNumber string unique, description text|string, purchasePrice money, sellingPrice money, stock integer
      UsedPart: quantity integer | belongs-to Repair, belongs-to SparePart`,
  },
  {
    id: 'aa-choirs',
    prompt:
      'Keep track of which choirs sing which pieces. Choirs (name, town, founded in) are conducted by conductors (name, email). A piece has a title, a composer, a number of voices and a publisher, which has a name and a website. Choirs perform pieces at concerts. A concert has a date, a venue and an admission fee; its programme is made up of several pieces in a fixed order.',
    expect: `
      Choir: name string, town string, foundedIn|foundingYear integer|date | belongs-to Conductor
      Conductor: name string, email email
      Piece: title string, composer string, numberOfVoices integer | belongs-to Publisher
      Publisher: name string, website url
      Concert: date date, venue string, admissionFee money | many-to-many Choir, many-to-many Piece`,
  },
  {
    id: 'aa-petshop',
    prompt:
      'CRUD app for pet shop. Animals hav a name, speices, birth date, prise and if they are vacinated. Each animal lives in a cage, cages have number and size (small medium large). Suppliers (name, adress, phone) deliver animals. Custmers buy animals, we need date of purchase and payed amount.',
    expect: `
      Animal: name string, species string, birthDate date, price money, vaccinated boolean | belongs-to Cage, belongs-to Supplier
      Cage: number string|integer, size enum(small|medium|large)
      Supplier: name string, address string, phone phone
      Customer:
      Purchase: dateOfPurchase|date|purchaseDate date, paidAmount|payedAmount|amount money | belongs-to Customer, belongs-to Animal`,
  },
  {
    id: 'aa-insurance',
    prompt: `Insurance broker back office.

| Entity | Field | Type | Required | Notes |
|---|---|---|---|---|
| Client | full name | string | yes | |
| Client | tax id | string | yes | unique |
| Client | email | email | no | |
| Insurer | name | string | yes | unique |
| Policy | policy number | string | yes | unique |
| Policy | kind | enum | yes | life, car, home |
| Policy | annual premium | money | yes | |
| Policy | client | Client | yes | |
| Policy | insurer | Insurer | yes | |
| Claim | policy | Policy | yes | |
| Claim | reported on | date | yes | |
| Claim | amount | money | no | |
| Claim | status | enum | yes | open, settled, denied |`,
    expect: `
      Client: fullName string, taxId string unique, email email optional
      Insurer: name string unique
      Policy: policyNumber string unique, kind enum(life|car|home), annualPremium money | belongs-to Client, belongs-to Insurer
      Claim: reportedOn date, amount money optional, status enum(open|settled|denied) | belongs-to Policy`,
  },
  {
    id: 'aa-timetable',
    prompt:
      'A bus company runs lines. A line has a number and a colour and is served by several stops in a fixed sequence, and stops are served by several lines. Each stop has a name, a shelter (yes/no) and its coordinates as latitude and longitude. Trips are made on a line with a bus and a driver; for each trip the departure time and the day type (weekday, saturday, holiday) must be recorded. Buses are identified by a fleet number, and we also want to know their capacity and whether they are accessible.',
    expect: `
      Line: number string|integer, colour string | many-to-many Stop
      Stop: name string, shelter boolean, latitude decimal, longitude decimal
      Trip: departureTime time|datetime, dayType enum(weekday|saturday|holiday) | belongs-to Line, belongs-to Bus, belongs-to Driver
      Bus: fleetNumber string|integer, capacity integer, accessible boolean
      Driver:`,
  },
  {
    id: 'aa-grants',
    prompt:
      'We hand out research grants. Calls have a title, an opening date, a deadline and a budget in euros. Researchers submit proposals to a call: title, abstract, requested amount, and co-applicants, who are researchers too. Every proposal is reviewed by at least two reviewers. A review contains a score from 1 to 10, a recommendation (accept, revise, reject) and confidential comments. Reviewers and researchers both have a name, an ORCID which is unique, an email and an institution. Institutions have a name and a country.',
    expect: `
      Call: title string, openingDate date, deadline date|datetime, budget money
      Researcher: name string, orcid string unique, email email | belongs-to Institution
      Proposal: title string, abstract text|string, requestedAmount money | belongs-to Call, belongs-to Researcher, many-to-many Researcher
      Review: score integer, recommendation enum(accept|revise|reject), confidentialComments text | belongs-to Proposal, belongs-to Reviewer
      Reviewer: name string, orcid string unique, email email | belongs-to Institution
      Institution: name string, country string|country`,
  },
  {
    id: 'aa-farm-box',
    prompt:
      'Veggie box subscriptions! Subscribers (name, email - unique, delivery address) subscribe to one box size (small, medium, large; each with a weekly price). Deliveries go out every week to a subscriber: delivery date, delivered or not, driver comment (optional). Farms grow vegetables: farm name, distance in km; vegetables have a name and a season. A delivery contains vegetables with a weight in grams.',
    expect: `
      Subscriber: name string, email email unique, deliveryAddress string | belongs-to BoxSize
      BoxSize: name|size string|enum(small|medium|large), weeklyPrice money
      Delivery: deliveryDate date, delivered boolean, driverComment text|string optional | belongs-to Subscriber
      Farm: name|farmName string, distance decimal|integer | many-to-many Vegetable
      Vegetable: name string, season string
      DeliveryVegetable|DeliveryItem: weight decimal|integer | belongs-to Delivery, belongs-to Vegetable`,
  },
  {
    id: 'aa-interviews',
    prompt:
      'Recruiting tool: jobs with title, location, salary range (from and to), and status (draft, open, closed), which starts as draft. Candidates apply to jobs. For a candidate: name, mail, phone, CV link. An application has the date it came in, a source, a stage, and it is rated from 1 to 5. Interviews are held for an application by one or more interviewers at a scheduled time, in a room or online, with feedback afterwards. Interviewers are employees with name and department.',
    expect: `
      Job: title string, location string, salaryFrom|from|salaryRangeFrom money|integer|decimal, salaryTo|to|salaryRangeTo money|integer|decimal, status enum(draft|open|closed) default
      Candidate: name string, mail|email email, phone phone, cvLink url
      Application: date|dateCameIn|cameInOn|cameInAt|dateReceived date, source string, stage string, rating integer | belongs-to Candidate, belongs-to Job
      Interview: scheduledTime|scheduledAt|time datetime|time, location|place|room enum(room|online)|string, feedback text optional | belongs-to Application, many-to-many Interviewer
      Interviewer: name string, department string`,
  },
];
