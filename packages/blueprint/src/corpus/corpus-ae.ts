import type { CorpusEntry } from './corpus-entry.ts';

/** Written together with AD before any of the two was read; held out until 1 December 2026, when it became a set to develop on. */
export const corpusAE: CorpusEntry[] = [
  {
    id: 'ae-barber',
    prompt:
      'I run a barber shop with 4 barbers and want people to book online. A barber has a name, a photo and working days. A service has a name, a price and takes a number of minutes. Customers leave their name and phone number. An appointment is with one barber, for one service, at a date and time.',
    expect: `
      Barber: name string, photo image optional, workingDays string|integer
      Service: name string, price money, minutes|numberOfMinutes|duration integer|duration
      Customer: name string, phoneNumber phone
      Appointment: dateAndTime|dateTime|date|startsAt datetime | belongs-to Barber, belongs-to Service, belongs-to Customer`,
  },
  {
    id: 'ae-coins',
    prompt:
      'Coin collection manager. Coins: country, denomination, year, mint mark (optional), grade, purchase price, est. value, image front, image back. I group coins into albums. Albums have a title and a description.',
    expect: `
      Coin: country string|country, denomination string, year integer, mintMark string optional, grade string, purchasePrice money, estValue|estimatedValue money, imageFront|frontImage image, imageBack|backImage image | belongs-to Album
      Album: title string, description text`,
  },
  {
    id: 'ae-van-fleet',
    prompt:
      'we have a fleet of delivery vans and need to know whats going on. for every van: licence plate, make, model, mileage, next inspection date. drivers (name, phone, licence no) drive vans in shifts with a start and an end. also damage reports, made by a driver about a van, with description, photo, reported at and whether its repaired',
    expect: `
      Van: licencePlate string, make string, model string, mileage integer|decimal, nextInspectionDate date
      Driver: name string, phone phone, licenceNo|licenceNumber string
      Shift: start|startsAt datetime|time, end|endsAt datetime|time | belongs-to Driver, belongs-to Van
      DamageReport: description text, photo image optional, reportedAt datetime, repaired|isRepaired boolean | belongs-to Driver, belongs-to Van`,
  },
  {
    id: 'ae-kennel',
    prompt:
      'Dog boarding. Owners bring their dogs. We keep the name, address and mobile of the owner; of a dog we keep its name, breed, date of birth, weight and special needs. A stay is for a dog in a kennel from an arrival date to a departure date. Kennels are numbered and come in three sizes: small, medium and large. During a stay we write daily notes with date and text.',
    expect: `
      Owner: name string, address string, mobile phone
      Dog: name string, breed string, dateOfBirth date, weight decimal, specialNeeds string|text | belongs-to Owner
      Stay: arrivalDate date, departureDate date | belongs-to Dog, belongs-to Kennel
      Kennel: number integer|string, size enum(small|medium|large)
      DailyNote|Note: date date, text text | belongs-to Stay`,
  },
  {
    id: 'ae-debate-club',
    prompt:
      'Members of our club take part in tournaments. Members: name, email, joined on, active or not. Tournament: name, city, starts on, ends on. For each member at a tournament we record the role (speaker, judge or coach), the points and the hotel room.',
    expect: `
      Member: name string, email email, joinedOn date, active boolean
      Tournament: name string, city string, startsOn date, endsOn date
      Participation|MemberTournament|TournamentMember: role enum(speaker|judge|coach), points integer, hotelRoom string | belongs-to Member, belongs-to Tournament`,
  },
  {
    id: 'ae-solar',
    prompt:
      'An installer of solar panels wants to manage leads, quotes and installations. Leads come with a contact name, an email, a phone number, a roof type (flat / pitched) and a source. For a lead several quotes can be written, each showing a quote number (unique), the number of panels, peak power in kW and a total price, along with a valid until date. An accepted quote leads to one installation: planned date, crew, finished yes/no.',
    expect: `
      Lead: contactName string, email email, phoneNumber phone, roofType enum(flat|pitched), source string
      Quote: quoteNumber string unique, numberOfPanels integer, peakPower decimal, totalPrice money, validUntilDate|validUntil date | belongs-to Lead
      Installation: plannedDate date, crew string, finished boolean | belongs-to Quote`,
  },
  {
    id: 'ae-kitchen',
    prompt: `Restaurant kitchen stuff:
- Dish - name, price, course (starter, main, dessert), allergens
- Ingredient - name, unit, stock qty
- dishes are made from ingredients, with the amount needed
- Table - number, seats
- Order - table, opened at, closed at (optional)
- an order consists of order lines: dish, qty, remark (optional)
- Waiters take orders. they've got a name and a pin`,
    expect: `
      Dish: name string, price money, course enum(starter|main|dessert), allergens string|text
      Ingredient: name string, unit string, stockQty|stockQuantity integer|decimal
      DishIngredient|Recipe: amount|amountNeeded decimal|integer | belongs-to Dish, belongs-to Ingredient
      Table: number integer|string, seats integer
      Order: openedAt datetime, closedAt datetime optional | belongs-to Table, belongs-to Waiter
      OrderLine: qty|quantity integer, remark text|string optional | belongs-to Order, belongs-to Dish
      Waiter: name string, pin string|integer`,
  },
  {
    id: 'ae-genealogy',
    prompt:
      'App for my family tree. A person has a first name, last name, gender, birth date and death date (may be unknown), and birthplace. Each person can have a father and a mother, who are persons themselves. Marriages connect two persons and hold the wedding date and the place. I would also like to attach documents to a person including a title, a file and the year.',
    expect: `
      Person: firstName string, lastName string, gender string, birthDate date, deathDate date optional, birthplace string | belongs-to Person optional
      Marriage: weddingDate date, place string | belongs-to Person
      Document: title string, file file, year integer | belongs-to Person`,
  },
  {
    id: 'ae-repair-cafe',
    prompt:
      'For our repair café: visitors bring in devices. Visitor (name, email optional). Device: kind, brand, age in years, whats wrong with it. It is looked at by a volunteer, who notes the outcome - fixed, not fixable, needs parts - and the time spent in minutes. Volunteers have a name and skills.',
    expect: `
      Visitor: name string, email email optional
      Device: kind string, brand string, age|ageInYears integer, whatsWrong|problem|defect string|text, outcome enum(fixed|not fixable|needs parts), timeSpent duration|integer | belongs-to Visitor, belongs-to Volunteer
      Volunteer: name string | many-to-many Skill
      Skill:`,
  },
  {
    id: 'ae-crm',
    prompt:
      'A very simple CRM please. Companies with name, website, industry and number of employees. Contacts work for companies; they have first and last name, job title, email and phone. Deals belong to a company, have a value, an expected close date and a stage, which can be lead, qualified, proposal, won or lost. Calls and meetings with contacts should be logged as activities including type, date, and notes.',
    expect: `
      Company: name string, website url, industry string, numberOfEmployees integer
      Contact: firstName string, lastName string, jobTitle string, email email, phone phone | belongs-to Company
      Deal: value money|decimal, expectedCloseDate date, stage enum(lead|qualified|proposal|won|lost) | belongs-to Company
      Activity: type string|enum(call|meeting), date date, notes text | belongs-to Contact`,
  },
  {
    id: 'ae-parking',
    prompt:
      'Parking garage: The garage has levels and each level contains spots. A spot has a number and a type: normal, disabled, electric. Cars are parked on spots: when a car drives in, a ticket is created with the entry time, and when it leaves, the exit time and the paid amount are stored. Cars are known by their plate.',
    expect: `
      Level: | belongs-to Garage
      Garage:
      Spot: number integer|string, type enum(normal|disabled|electric) | belongs-to Level
      Car: plate string
      Ticket: entryTime time|datetime, exitTime time|datetime optional, paidAmount money optional | belongs-to Car, belongs-to Spot`,
  },
  {
    id: 'ae-newsletter',
    prompt:
      'I want to send newsletters. Subscribers sign up with email (unique) and first name and choose one or more topics. An issue has a subject line, body, sent at, and is about a topic. We track for every subscriber and issue whether it was opened and how many clicks.',
    expect: `
      Subscriber: email email unique, firstName string | many-to-many Topic
      Topic:
      Issue: subjectLine string, body text, sentAt datetime | belongs-to Topic
      SubscriberIssue|IssueSubscriber|Delivery: opened boolean, clicks|numberOfClicks integer | belongs-to Subscriber, belongs-to Issue`,
  },
  {
    id: 'ae-allotment',
    prompt: `Hi! Im the secretary of an allotment garden association and we keep everything in Excel. Now we want a proper app.
Plots: number, size in m2, has water connection, has hut. Tenants: first name, last name, street, zip, city, tel, email. A plot is leased to a tenant. The lease has a start date, an end date (open if its still running) and the yearly rent. Every year the tenants get an invoice per lease, with year, amount, due date and paid. And then theres a waiting list: people who want a plot, with name, email, applied on and preferred size. Work hours: each tenant has to do some, we note the date, hours and what was done.`,
    expect: `
      Plot: number string|integer, size decimal|integer, waterConnection|hasWaterConnection boolean, hut|hasHut boolean
      Tenant: firstName string, lastName string, street string, zip string, city string, tel phone, email email
      Lease: startDate date, endDate date optional, yearlyRent money | belongs-to Plot, belongs-to Tenant
      Invoice: year integer, amount money, dueDate date, paid boolean | belongs-to Lease
      Applicant|WaitingListEntry|Person|WaitingList: name string, email email, appliedOn date, preferredSize string|decimal|integer
      WorkHour|WorkHours: date date, hours decimal|integer, whatWasDone|work|done|description|task string|text | belongs-to Tenant`,
  },
  {
    id: 'ae-lab-equipment',
    prompt:
      'University lab. Devices are characterised by an inventory no., a name, a manufacturer and a calibration interval in months. Researchers reserve devices. Per reservation we need start, end and project name. Calibrations of a device are carried out by technicians on a date and result in pass or fail.',
    expect: `
      Device: inventoryNo|inventoryNumber string, name string, manufacturer string, calibrationInterval integer|duration
      Researcher:
      Reservation: start datetime|date, end datetime|date, projectName string | belongs-to Researcher, belongs-to Device
      Calibration: date date, result enum(pass|fail) | belongs-to Device, belongs-to Technician
      Technician:`,
  },
  {
    id: 'ae-book-club',
    prompt:
      'Each member of the book club suggests books. Title, author and number of pages of a book are enough. The club meets once a month; a meeting has a date, a host (one of the members) and a book which is discussed. Members vote for books with points from 1 to 3.',
    expect: `
      Member:
      Book: title string, author string, numberOfPages|pages integer | belongs-to Member
      Meeting: date date | belongs-to Member, belongs-to Book
      Vote: points integer | belongs-to Member, belongs-to Book`,
  },
  {
    id: 'ae-translation',
    prompt:
      'A translation agency receives orders from clients: client name, billing address, VAT no. An order has a reference, an order date, a deadline and consists of jobs. A job has a source language, a target language, a word count, a price per word and is assigned to a translator. Translators have a name, an email and the language pairs they translate, e.g. English to German. Clients rate finished orders on a scale of 1-10.',
    expect: `
      Client: name|clientName string, billingAddress string, vatNo|vatNumber string
      Order: reference string, orderDate date, deadline date|datetime | belongs-to Client
      Job: sourceLanguage string|language, targetLanguage string|language, wordCount integer, pricePerWord money|decimal | belongs-to Order, belongs-to Translator
      Translator: name string, email email | many-to-many LanguagePair
      LanguagePair:
      Rating: value|rating|scale integer | belongs-to Client, belongs-to Order`,
  },
];
