import { corpusANSecondHalf } from './corpus-an-second-half.ts';
import type { CorpusEntry } from './corpus-entry.ts';

/** Thirty people of thirty trades, in ten manners of writing, three of each: written as a whole, and gone through twice, before any was read. */
export const corpusAN: CorpusEntry[] = [
  {
    id: 'an-school-library',
    prompt:
      'School library: books (title, author, ISBN, shelf), pupils (name, class) and loans with the pupil, the book, date out and due date',
    expect: `
      Book: title string, author string, isbn string, shelf string
      Pupil: name string, class string
      Loan: dateOut date, dueDate date | belongs-to Pupil, belongs-to Book`,
  },
  {
    id: 'an-magazine',
    prompt:
      'subscriber list for our magazine: name, postal address, email, print or digital, subscribed since, paid until',
    expect: `
      Subscriber: name string, postalAddress string|text, email email, printOrDigital|type|kind|format|edition|medium|version|subscriptionType enum(print|digital), subscribedSince|since|subscribedOn|subscribedAt date, paidUntil date`,
  },
  {
    id: 'an-fuel',
    prompt:
      'log of refuelling for our vans: each van has a plate, each driver a name, and a refuelling is by one driver for one van with date, litres, total price and odometer reading',
    expect: `
      Van: plate string
      Driver: name string
      Refuelling|Refueling|RefuellingLog: date date, litres decimal|integer, totalPrice money, odometerReading|odometer integer|decimal | belongs-to Van, belongs-to Driver`,
  },
  {
    id: 'an-parking-permits',
    prompt:
      'Our town hall issues parking permits to residents. A resident has a name, an address and an email and can have several permits; a permit shows the zone (A, B or C), the licence plate, valid from and valid until. We also want to note the fee paid for the permit and whether it was revoked.',
    expect: `
      Resident: name string, address string|text, email email
      Permit|ParkingPermit: zone enum(A|B|C), licencePlate string, validFrom date, validUntil date, feePaid|fee|paidFee money, revoked|isRevoked|wasRevoked boolean | belongs-to Resident`,
  },
  {
    id: 'an-insurance',
    prompt:
      'We are insurance brokers and want to keep clients, the policies of each client and the claims on each policy. For a client we store full name, date of birth, phone and email; for a policy the policy number, the insurer, the kind (car, home, life, travel), start date and yearly premium. A claim has a date of loss, a description, the claimed amount and a status of reported, in review, paid or rejected.',
    expect: `
      Client: fullName string, dateOfBirth date, phone phone, email email
      Policy: policyNumber string, insurer string, kind enum(car|home|life|travel), startDate date, yearlyPremium money | belongs-to Client
      Claim: dateOfLoss date, description text, claimedAmount money, status enum(reported|in review|paid|rejected) | belongs-to Policy`,
  },
  {
    id: 'an-dental-lab',
    prompt:
      "Dentists send us work orders. A work order names the dentist, the patient's name, the tooth number, the material (zirconia, metal or composite), the shade and the date it has to be ready. Dentists have a practice name, an address and a phone number, and each order is made by one of our technicians.",
    expect: `
      WorkOrder|Order: patientName|patientsName string, toothNumber string|integer, material enum(zirconia|metal|composite), shade string|colour, readyDate|dateReady|readyBy|readyOn|readyAt|ready|dueDate|deadline|date|dateItHasToBeReady date | belongs-to Dentist, belongs-to Technician
      Dentist: practiceName string, address string|text, phoneNumber|phone phone
      Technician:`,
  },
  {
    id: 'an-bike-repair',
    prompt: `Hi, so I run a bike repair shop with my brother and at the moment everything is on paper cards in a shoebox. That worked for years but last month we lost three cards and one customer was really angry. So here's what happens in the shop. A customer walks in with a bike, and we take down the name and phone number, some of them also give us an email. Then we write down the bike: brand, model, colour and the frame number, because people come back with the same bike every spring. For every repair job we write what is wrong with the bike, the date it came in, the date we promised it for and an estimate of the price. Either my brother or me works on it, so each job has one mechanic. While working we use parts, you know, tubes and chains and brake pads, and each part in our store has a part number, a name, a price and how many we have in stock. I want to see on the job which parts went in and how many of each. A job is waiting, in progress, ready or picked up. My wife says we should also do invoices but let's leave that for later. Oh and it should work on the old tablet in the workshop!`,
    expect: `
      Customer: name string, phoneNumber|phone phone, email email optional
      Bike: brand string, model string, colour string|colour, frameNumber string | belongs-to Customer
      RepairJob|Job|Repair: whatIsWrong|problem|wrong|whatsWrong|fault|defect|issue|description text|string, cameIn|cameInOn|cameInAt|dateIn|dateCameIn|dateItCameIn|cameInDate|receivedOn|arrivedOn date, promised|promisedFor|promisedDate|promisedOn|promisedAt|datePromised|dateWePromised|datePromisedFor date, estimate|priceEstimate|estimatedPrice|estimateOfPrice|estimateOfThePrice money, status|state enum(waiting|in progress|ready|picked up) | belongs-to Bike, belongs-to Mechanic
      Mechanic:
      Part: partNumber string, name string, price money, inStock|stock|howMany|quantity|quantityInStock|numberInStock|howManyInStock|howManyWeHaveInStock|stockCount|count integer
      JobPart|RepairJobPart|PartJob|PartRepairJob|RepairPart|PartUse|PartUsage|PartUsed|UsedPart|JobItem|JobLine: quantity|howMany|number|count|amount|howManyOfEach integer | belongs-to RepairJob|Job|Repair, belongs-to Part`,
  },
  {
    id: 'an-food-bank',
    prompt: `Hello! Our food bank has grown from five families to over two hundred in two years, and the spreadsheet can't cope anymore. Let me explain how we work. Every household that comes to us is registered once, with the name of the main contact, an address, a phone number, the number of adults and the number of children. There is also a comment, which mostly stays empty. Food comes from donors, mostly supermarkets and bakeries. For a donor we keep the name, a contact person and an email. Whenever a donor brings something we weigh it and write down a donation: the date, the weight in kilos and a short description. On Tuesdays and Fridays the households pick up their parcels. A parcel is for one household and has a size (small, medium or large), a pickup date and whether it was collected. One of our volunteers packs each parcel and we would like to know who; for the volunteers a name and a mobile number is enough. It's all free, so no payments anywhere. Thank you so much for making this, we're all unpaid here and not very technical.`,
    expect: `
      Household: mainContact|mainContactName|nameOfMainContact|nameOfTheMainContact|contactName|name string, address string|text, phoneNumber|phone phone, numberOfAdults|adults|adultCount integer, numberOfChildren|children|childCount|childrenCount integer, comment text|string optional
      Donor: name string, contactPerson string, email email
      Donation: date date, weight|weightInKilos|weightInKg decimal|integer, description|shortDescription text|string | belongs-to Donor
      Parcel: size enum(small|medium|large), pickupDate|pickUpDate date, collected|isCollected|wasCollected boolean | belongs-to Household, belongs-to Volunteer
      Volunteer: name string, mobileNumber|mobile phone`,
  },
  {
    id: 'an-landlord',
    prompt: `I look after eleven houses for four different owners and honestly I'm drowning. Each house has several flats. I know every flat by heart, but my new assistant doesn't, so that has to go in somewhere: flat number, floor, number of rooms, size in square metres. For the houses we only need the street and the postcode, and of course the owner. Owners have a name and a bank account number, because I transfer the rent to them. Now tenants. A tenant has a first name, a last name, an email and a phone number. A tenancy ties a tenant to a flat: it has a start date, the monthly rent, the deposit and possibly an end date. Then there is the fun part, the damages: somebody calls at 10 pm since the boiler is dead again. For a damage I want to note the flat, a title, a description, the urgency (low, normal, high) and the day it was reported. Every damage is fixed by one craftsman, of whom we have the company name, the trade and a phone, and I write down the repair cost. One photo per damage would be nice too. I don't want any accounting, my tax lady does that in her own program.`,
    expect: `
      House: street string, postcode string | belongs-to Owner
      Flat: flatNumber|number string|integer, floor integer|string, numberOfRooms|rooms|roomCount integer|decimal, size|sizeInSquareMetres|sizeInSquareMeters decimal|integer | belongs-to House
      Owner: name string, bankAccountNumber string
      Tenant: firstName string, lastName string, email email, phoneNumber|phone phone
      Tenancy: startDate date, monthlyRent money, deposit money, endDate date optional | belongs-to Tenant, belongs-to Flat
      Damage: title string, description text, urgency enum(low|normal|high), reportedOn|reportedAt|dayReported|reported|reportDay|reportDate|reportedDate|dateReported|day|dayItWasReported date, repairCost money, photo image optional | belongs-to Flat, belongs-to Craftsman
      Craftsman: companyName string, trade string, phone phone`,
  },
  {
    id: 'an-it-assets',
    prompt: `IT inventory
- Device: asset tag (unique), type (laptop, monitor, phone, printer), manufacturer, model, serial number, purchase date, warranty end (optional)
- Employee: full name, email (unique), department
- Assignment: device, employee, handed out on, given back on (optional)
- Software licence: product, licence key, seats, expires on
- one licence can be installed on many devices, and a device has many licences
- Technicians can add and change everything, only admins may delete devices`,
    expect: `
      Device: assetTag string unique, type enum(laptop|monitor|phone|printer), manufacturer string, model string, serialNumber string, purchaseDate date, warrantyEnd date optional
      Employee: fullName string, email email unique, department string
      Assignment: handedOutOn|handedOutAt date, givenBackOn|givenBackAt date optional | belongs-to Device, belongs-to Employee
      SoftwareLicence|SoftwareLicense|Licence|License: product string, licenceKey string, seats integer, expiresOn|expiresAt date | many-to-many Device`,
  },
  {
    id: 'an-boxing',
    prompt: `Need something for my boxing gym
* members - name, birthday, phone, emergency contact
* membership types: name, price per month, sessions per week
* every member has one membership type
* classes on a weekday at a start time, with a coach, max people
* coaches: name + phone
* attendance -> which member came to which class on what date`,
    expect: `
      Member: name string, birthday date, phone phone, emergencyContact string | belongs-to MembershipType
      MembershipType: name string, pricePerMonth money, sessionsPerWeek integer
      Class: weekday string|enum, startTime time, maxPeople|maximumPeople|people|maxParticipants|capacity integer | belongs-to Coach
      Coach: name string, phone phone
      Attendance: date date | belongs-to Member, belongs-to Class`,
  },
  {
    id: 'an-kitchens',
    prompt: `Kitchen control for our three restaurants:

- Restaurants: name, city, head chef
- Fridges: each restaurant has several, with a label and a maximum temperature
- Temperature checks: fridge, measured at (date and time), temperature, initials
- Suppliers: name, phone, order day
- Deliveries: from a supplier to a restaurant, date, delivery note number, accepted yes/no, remarks if any`,
    expect: `
      Restaurant: name string, city string, headChef string
      Fridge: label string, maximumTemperature|maxTemperature decimal|integer | belongs-to Restaurant
      TemperatureCheck: measuredAt datetime, temperature decimal|integer, initials string | belongs-to Fridge
      Supplier: name string, phone phone, orderDay string|enum
      Delivery: date date, deliveryNoteNumber string, accepted|isAccepted boolean, remarks text|string optional | belongs-to Supplier, belongs-to Restaurant`,
  },
  {
    id: 'an-leave',
    prompt: `Leave planner for HR

| Thing | What we store |
|-------|---------------|
| Employee | first name, last name, work email (unique), hired on, days per year |
| Team | name, location |
| Leave request | from date, to date, kind (holiday, sick, unpaid), comment (optional), status (open, approved, declined) |
| Public holiday | date, name, region |

Every employee is in one team. An employee makes leave requests. Employees only see their own requests, team leads approve or decline them.`,
    expect: `
      Employee: firstName string, lastName string, workEmail email unique, hiredOn|hiredAt date, daysPerYear integer|decimal | belongs-to Team
      Team: name string, location string
      LeaveRequest: fromDate|from date, toDate|to date, kind enum(holiday|sick|unpaid), comment text|string optional, status enum(open|approved|declined) | belongs-to Employee
      PublicHoliday: date date, name string, region string`,
  },
  {
    id: 'an-furniture-qc',
    prompt: `quality control at a furniture factory

table        columns
-----        -------
product      article no, name, weight (kg)
machine      code, hall, last maintenance (date)
batch        batch no, product, machine, produced on, pieces
inspection   batch, inspector, date, samples checked, defects found, passed (yes/no)

Inspectors have a name and a staff number.`,
    expect: `
      Product: articleNo|articleNumber string, name string, weight|weightKg|weightInKg decimal|integer
      Machine: code string, hall string|integer, lastMaintenance date
      Batch: batchNo|batchNumber string, producedOn|producedAt date, pieces integer | belongs-to Product, belongs-to Machine
      Inspection: date date, samplesChecked integer, defectsFound integer, passed|isPassed boolean | belongs-to Batch, belongs-to Inspector
      Inspector: name string, staffNumber string`,
  },
  {
    id: 'an-handball',
    prompt: `Handball league

**Teams**

| column | meaning |
|---|---|
| name | unique |
| club | text |
| age group | U12, U14, U16 or adults |

**Halls**

| column | meaning |
|---|---|
| name | text |
| street | text |
| seats | whole number |

**Games**

| column | meaning |
|---|---|
| home team | a team |
| away team | a team |
| hall | a hall |
| kick-off | date and time |
| home goals | whole number, empty before the game |
| away goals | whole number, empty before the game |

**Players**

| column | meaning |
|---|---|
| full name | text |
| jersey number | whole number |
| date of birth | date |
| team | the team he or she plays for |`,
    expect: `
      Team: name string unique, club string|text, ageGroup enum(U12|U14|U16|adults)
      Hall: name string|text, street string|text, seats integer
      Game: kickOff|kickoff datetime, homeGoals integer optional, awayGoals integer optional | belongs-to Team, belongs-to Hall
      Player: fullName string|text, jerseyNumber integer, dateOfBirth date | belongs-to Team`,
  },
  ...corpusANSecondHalf,
];
