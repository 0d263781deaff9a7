import type { CorpusEntry } from './corpus-entry.ts';

/** Written together with AE, as strangers type who try the product cold, before any of the two was read. */
export const corpusAD: CorpusEntry[] = [
  {
    id: 'ad-plants',
    prompt:
      "I own way too many houseplants. For each plant I'd like to keep its nickname, the species, the room it stands in and a photo. Every watering gets logged with the date and the amount of water in ml. Can we also track when a plant was repotted? For a repotting I note down the date and the pot size.",
    expect: `
      Plant: nickname string, species string, room string, photo image
      Watering: date date, amount|amountOfWater|waterAmount integer|decimal | belongs-to Plant
      Repotting: date date, potSize string|decimal|integer | belongs-to Plant`,
  },
  {
    id: 'ad-band',
    prompt:
      'We are a cover band. Songs with title, artist, key, tempo (bpm) and how long they are in seconds. A setlist has a name and is made of songs. Gigs: venue, date, fee, which setlist we play.',
    expect: `
      Song: title string, artist string, key string, tempo integer|decimal, duration|length|howLong|lengthInSeconds duration|integer
      Setlist: name string | many-to-many Song
      Gig: venue string, date date, fee money | belongs-to Setlist`,
  },
  {
    id: 'ad-dentist',
    prompt:
      'dentist practise. patients: name, dob, tel, insurance no. appointments for a patient with a dentist, date and time, reason, duration in minutes. dentists have a name and a speciality. treatments are done during an appointment - tooth no., description, price. thats all for now',
    expect: `
      Patient: name string, dob|dateOfBirth|birthDate date, tel|phone|telephone phone, insuranceNo|insuranceNumber string
      Appointment: dateAndTime|dateTime|date|startsAt datetime, reason string|text, duration duration|integer | belongs-to Patient, belongs-to Dentist
      Dentist: name string, speciality string
      Treatment: toothNo|toothNumber string|integer, description text, price money | belongs-to Appointment`,
  },
  {
    id: 'ad-library-school',
    prompt:
      'Our school library needs software. Each book comes with a title, an author, an ISBN that must be unique and a shelf. Pupils have a name and a class. When a pupil borrows a book, we write down the day it was borrowed and the day it is due back. Once it is returned the return date is filled in.',
    expect: `
      Book: title string, author string, isbn string unique, shelf string
      Pupil: name string, class|className string
      Loan|Borrowing: dayBorrowed|borrowedOn|borrowDate|loanDate date, dueDate|dayDueBack|dueBack|dueOn date, returnDate date optional | belongs-to Pupil, belongs-to Book`,
  },
  {
    id: 'ad-warehouse',
    prompt: `Small warehouse app

We store articles (article number, name, min stock, unit) in bins. A bin sits in an aisle and has a code. One article can lie in several bins and a bin can hold several articles, so for each article in a bin we keep the qty. Goods receipts come from suppliers: receipt date, delivery note no. Each receipt has lines, a line being for one article with a quantity and a purchase price. Suppliers: company, contact person, email, phone.`,
    expect: `
      Article: articleNumber string, name string, minStock|minimumStock integer, unit string
      Bin: code string | belongs-to Aisle
      Aisle:
      BinArticle|ArticleBin|BinContent|Stock: qty|quantity integer | belongs-to Article, belongs-to Bin
      GoodsReceipt|Receipt: receiptDate date, deliveryNoteNo|deliveryNoteNumber string | belongs-to Supplier
      Line|ReceiptLine: quantity integer, purchasePrice money | belongs-to GoodsReceipt|Receipt, belongs-to Article
      Supplier: company string, contactPerson string, email email, phone phone`,
  },
  {
    id: 'ad-babysit',
    prompt:
      'Parents look for babysitters. A babysitter has a name, an hourly rate, years of experience and a short bio. Parents post jobs showing the date, start time, end time and number of kids. Babysitters apply to jobs with a message. After the job the parent leaves a review of the babysitter, 1-5 stars plus a comment.',
    expect: `
      Parent:
      Babysitter: name string, hourlyRate money, yearsOfExperience|experience integer, shortBio|bio text|string
      Job: date date, startTime time, endTime time, numberOfKids|kids integer | belongs-to Parent
      Application: message text | belongs-to Babysitter, belongs-to Job
      Review: stars|rating|value integer|rating, comment text | belongs-to Parent, belongs-to Babysitter`,
  },
  {
    id: 'ad-recycling',
    prompt:
      'Track: containers, pickups, drivers. Container -> id code, waste type (paper, glass, plastic, metal), volume in litres, street address. Pickup -> scheduled date, done (y/n), weight kg, container, driver. Driver -> name, mobile, licence class.',
    expect: `
      Container: idCode string, wasteType enum(paper|glass|plastic|metal), volume decimal|integer, streetAddress string
      Pickup: scheduledDate date, done boolean, weight decimal|integer | belongs-to Container, belongs-to Driver
      Driver: name string, mobile phone, licenceClass string`,
  },
  {
    id: 'ad-tutoring',
    prompt:
      "I'm a private tutor teaching maths and physics. What I need is a simple way to manage my students, incl. name, school, grade and the phone number of a parent. Lessons are given to one student each and have a date, a start time, the topic we covered and homework. Students pay me by the month, so I also want to record payments: month, amount, paid on and whether it was cash or bank transfer.",
    expect: `
      Student: name string, school string, grade string|integer, parentPhoneNumber|phoneNumberOfParent|parentPhone|phoneNumber phone
      Lesson: date date, startTime time, topic|topicCovered string|text, homework string|text | belongs-to Student
      Payment: month string|integer|date, amount money, paidOn date, method|paymentMethod|kind|type enum(cash|bank transfer) | belongs-to Student`,
  },
  {
    id: 'ad-hackerspace',
    prompt: `members of our makerspace can book machines. each machine has name / location / hourly cost / needs training (yes or no). a member has name, email, member since, and can have trainings for machines - trained on, trained by. bookings have from, to and a purpose.

we also sell material: name, price, stock. a member's purchases are recorded with date, qty and material`,
    expect: `
      Member: name string, email email, memberSince date
      Machine: name string, location string, hourlyCost money, needsTraining boolean
      Training: trainedOn date, trainedBy string | belongs-to Member, belongs-to Machine
      Booking: from|start|startsAt datetime|date, to|end|endsAt datetime|date, purpose string|text | belongs-to Member, belongs-to Machine
      Material: name string, price money, stock integer
      Purchase: date date, qty|quantity integer | belongs-to Member, belongs-to Material`,
  },
  {
    id: 'ad-wedding',
    prompt:
      'Wedding planner. There are weddings (couple names, date, venue, budget), and for a wedding there are guests with name, email, whether they have accepted, and a meal choice of meat, fish or vegan. Guests sit at tables. A table has a number and a number of seats. Vendors like florists have a company name, a service and a phone no, and they are booked for weddings at an agreed price.',
    expect: `
      Wedding: coupleNames string, date date, venue string, budget money
      Guest: name string, email email, accepted|hasAccepted boolean, mealChoice enum(meat|fish|vegan) | belongs-to Wedding, belongs-to Table
      Table: number integer|string, numberOfSeats|seats integer
      Vendor: companyName string, service string, phoneNo|phoneNumber|phone phone
      Booking|VendorBooking|WeddingVendor: agreedPrice money | belongs-to Vendor, belongs-to Wedding`,
  },
  {
    id: 'ad-bug-tracker',
    prompt:
      'Make me a bug tracker. A project has a name and a key. Bugs are reported in a project by a user and may be assigned to another user. For bugs I need title, steps to reproduce, severity (minor/major/critical) and state (new/in progress/fixed), new by default. Users can comment on bugs.',
    expect: `
      Project: name string, key string
      Bug: title string, stepsToReproduce text|string, severity enum(minor|major|critical), state enum(new|in progress|fixed) default | belongs-to Project, belongs-to User
      User:
      Comment: text|body|content text | belongs-to User, belongs-to Bug`,
  },
  {
    id: 'ad-beekeeper',
    prompt:
      'As a hobby beekeeper, I keep several apiaries, each of which has a name and a location. In an apiary stand hives. A hive is identified by a number and we know the colour, the year the queen was born and whether the queen is marked. I inspect hives regularly; per inspection I enter the date, the temperature, the number of brood frames, a mood from 1 to 5 and notes (optional). Honey harvests are per hive with a date and the weight in kg.',
    expect: `
      Apiary: name string, location string
      Hive: number string|integer, colour string|colour, queenBirthYear|queenBornYear|yearQueenBorn|yearQueenWasBorn|queenYear integer, queenMarked|marked|queenIsMarked boolean | belongs-to Apiary
      Inspection: date date, temperature decimal, numberOfBroodFrames|broodFrames integer, mood integer, notes text optional | belongs-to Hive
      HoneyHarvest|Harvest: date date, weight decimal|integer | belongs-to Hive`,
  },
  {
    id: 'ad-rentals',
    prompt:
      'Ski rental shop: customers (first name, last name, height, weight, shoe size), equipment items (inventory number unique, type: ski, boots, helmet, poles; size; daily price; condition). A rental belongs to a customer, runs from a date to a date, has a deposit, and includes one or more equipment items.',
    expect: `
      Customer: firstName string, lastName string, height decimal|integer, weight decimal|integer, shoeSize string|decimal|integer
      EquipmentItem|Equipment: inventoryNumber string unique, type enum(ski|boots|helmet|poles), size string, dailyPrice money, condition string
      Rental: fromDate|from|startDate date, toDate|to|endDate date, deposit money | belongs-to Customer, many-to-many EquipmentItem|Equipment`,
  },
  {
    id: 'ad-charity',
    prompt:
      'We run a food bank. Food is donated by donors (name, phone, kind: private, shop or restaurant). A donation is made on a date, and has items with a product name, a quantity and an expiry date. Households receive parcels. A household is described by the contact name, number of adults, number of children and dietary needs if any. Parcels get a date and a weight, they are packed by a volunteer. Volunteers have name and phone.',
    expect: `
      Donor: name string, phone phone, kind enum(private|shop|restaurant)
      Donation: date date | belongs-to Donor
      Item|DonationItem: productName string, quantity integer, expiryDate date | belongs-to Donation
      Household: contactName string, numberOfAdults|adults integer, numberOfChildren|children integer, dietaryNeeds string|text optional
      Parcel: date date, weight decimal | belongs-to Household, belongs-to Volunteer
      Volunteer: name string, phone phone`,
  },
  {
    id: 'ad-running',
    prompt:
      'A running log where I put in runs: distance in km, time in minutes, avg heart rate, weather and the shoes I was wearing. Shoes should have brand, model, bought on, price. Also races, they got a name, a place, a date, my goal time and the finish time (empty until I ran it). A training plan includes weeks, and every week has a number and planned km.',
    expect: `
      Run: distance decimal, time duration|integer, avgHeartRate|averageHeartRate integer|decimal, weather string | belongs-to Shoe
      Shoe: brand string, model string, boughtOn date, price money
      Race: name string, place string, date date, goalTime duration|time|string, finishTime duration|time|string optional
      TrainingPlan:
      Week: number integer, plannedKm decimal|integer | belongs-to TrainingPlan`,
  },
  {
    id: 'ad-museum-shop',
    prompt: `Hello, we're a small museum and want an inventory of our collection. It should hold the objects: accession number (unique!), title, maker, year made, material, dimensions, and a picture. Every object is kept in a storage location (building, room, shelf). Objects can be lent out to other museums. A loan is about one object and one borrower, and contains the start date, the end date, the insurance value and the status, which is either requested, approved, out or back. Borrowers have an institution name, contact email and country. Restorations: object, restorer name, started on, finished on (may be blank), cost, report. Thank you so much!`,
    expect: `
      Object|MuseumObject|ObjectRecord: accessionNumber string unique, title string, maker string, yearMade integer, material string, dimensions string, picture image | belongs-to StorageLocation
      StorageLocation: building string, room string, shelf string
      Loan: startDate date, endDate date, insuranceValue money, status enum(requested|approved|out|back) | belongs-to Object|MuseumObject|ObjectRecord, belongs-to Borrower
      Borrower: institutionName string, contactEmail email, country string|country
      Restoration: restorerName string, startedOn date, finishedOn date optional, cost money, report text|string | belongs-to Object`,
  },
];
