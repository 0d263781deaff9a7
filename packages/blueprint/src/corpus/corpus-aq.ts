import { corpusAQSecondHalf } from './corpus-aq-second-half.ts';
import type { CorpusEntry } from './corpus-entry.ts';

/**
 * Set AQ: somebody tries the product cold with one to four sentences, each of another trade; statements and wishes here,
 * stories, lists beside a title and short bullets in the second half. Written and committed before any of it was read.
 */
export const corpusAQ: readonly CorpusEntry[] = [
  {
    id: 'aq-referrals',
    prompt:
      'Doctors refer patients to specialists. A referral has a date, a reason and an urgency (routine, soon, urgent). Patients have a name, a date of birth and an insurance number. Doctors and specialists have a name and a phone number.',
    expect: `
      Doctor: name string, phoneNumber phone
      Patient: name string, dateOfBirth date, insuranceNumber string
      Specialist: name string, phoneNumber phone
      Referral: date date, reason string|text, urgency enum(routine|soon|urgent) | belongs-to Doctor, belongs-to Patient, belongs-to Specialist`,
  },
  {
    id: 'aq-homework',
    prompt:
      'Teachers record homework and grades for pupils. Homework has a subject, a description and a due date. A grade has a mark and a date. Every pupil is in one class.',
    expect: `
      Teacher:
      Pupil: | belongs-to Class
      Homework: subject string, description text, dueDate date | belongs-to Teacher, belongs-to Pupil
      Grade: mark string|integer|decimal|rating, date date | belongs-to Teacher, belongs-to Pupil
      Class:`,
  },
  {
    id: 'aq-dog-walks',
    prompt:
      'I walk dogs for a living. I want to keep track of my dogs (name, breed, owner phone) and of every walk: which dog, when it started, how many minutes, and notes if there are any.',
    expect: `
      Dog: name string, breed string, ownerPhone phone
      Walk: startedAt|start|startTime|whenItStarted datetime|time, minutes|numberOfMinutes|duration|durationInMinutes integer|duration, notes text optional | belongs-to Dog`,
  },
  {
    id: 'aq-car-rental',
    prompt:
      'Car rental with bookings. Each car has a plate number, a model and a daily rate; customers have a name and a licence number. A booking is made by a customer for a car and has a pick-up date and a return date.',
    expect: `
      Car: plateNumber string, model string, dailyRate money
      Customer: name string, licenceNumber string
      Booking: pickUpDate|pickupDate date, returnDate date | belongs-to Car, belongs-to Customer`,
  },
  {
    id: 'aq-vaccines',
    prompt:
      'At our animal shelter vets vaccinate animals and families adopt them. An animal has a name, a species and an arrival date. For a vaccination we need the vaccine and the date, and for an adoption we need the date and a fee. Families have a surname, an address and a phone number.',
    expect: `
      Vet:
      Animal: name string, species string, arrivalDate date
      Family: surname string, address string, phoneNumber phone
      Vaccination: vaccine string, date date | belongs-to Vet, belongs-to Animal
      Adoption: date date, fee money | belongs-to Family, belongs-to Animal`,
  },
  {
    id: 'aq-fire-audits',
    prompt:
      'Inspectors audit restaurants. Each audit has a date, a score from 1 to 10 and remarks, and may list several violations with a code and a severity of minor or major. Restaurants have a name, a street and a city.',
    expect: `
      Inspector:
      Restaurant: name string, street string, city string
      Audit: date date, score rating|integer, remarks text | belongs-to Inspector, belongs-to Restaurant
      Violation: code string, severity enum(minor|major) | belongs-to Audit`,
  },
  {
    id: 'aq-tutoring',
    prompt:
      'I run a small tutoring business and would like to know which tutor teaches which student. Tutors have a name, an email and an hourly rate, students a name, a school and a year. A session belongs to a tutor and a student and has a date, a length in minutes and a topic.',
    expect: `
      Tutor: name string, email email, hourlyRate money
      Student: name string, school string, year integer|string
      Session|SessionRecord: date date, length|lengthInMinutes|minutes integer|duration, topic string | belongs-to Tutor, belongs-to Student`,
  },
  {
    id: 'aq-freight-match',
    prompt:
      'Brokers match shippers with carriers. Every match has a route, an agreed price and a pickup date. Shippers have a company name and a contact email, carriers a company name and a fleet size.',
    expect: `
      Broker:
      Shipper: companyName string, contactEmail email
      Carrier: companyName string, fleetSize integer
      Match: route string, agreedPrice money, pickupDate date | belongs-to Broker, belongs-to Shipper, belongs-to Carrier`,
  },
  {
    id: 'aq-pottery',
    prompt:
      'A pottery studio: students make pieces and we fire them in kilns. A piece has a title, a clay, a glaze and a photo. A kiln has a name and a maximum temperature. Each piece is fired in one kiln and belongs to the student who made it.',
    expect: `
      Student:
      Piece: title string, clay string, glaze string, photo image optional | belongs-to Student, belongs-to Kiln
      Kiln: name string, maximumTemperature integer|decimal`,
  },
  {
    id: 'aq-wills',
    prompt:
      'Notaries draft contracts for clients. A contract has a file number that must be unique, a type, a signing date and a fee. Clients have a first name, a last name and a tax number.',
    expect: `
      Notary:
      Client: firstName string, lastName string, taxNumber string
      Contract: fileNumber string unique, type string, signingDate date, fee money | belongs-to Notary, belongs-to Client`,
  },
  {
    id: 'aq-tree-care',
    prompt:
      'Our arborists prune and fell trees in parks. Each tree has a number, a species and a planting year and stands in one park. A job is done on one tree by one arborist and has a date, a kind (prune, fell, inspect) and a cost.',
    expect: `
      Arborist:
      Tree: number string|integer, species string, plantingYear integer | belongs-to Park
      Park:
      Job: date date, kind enum(prune|fell|inspect), cost money | belongs-to Tree, belongs-to Arborist`,
  },
  {
    id: 'aq-speech-therapy',
    prompt:
      'Therapists treat children. For every treatment we write down the date, the duration in minutes and what was practised. A child has a name, a birthday and one or two guardians, a guardian has a name and a mobile number.',
    expect: `
      Therapist:
      Child: name string, birthday date
      Treatment: date date, duration|durationInMinutes|minutes duration|integer, whatWasPractised|practised|practice string|text | belongs-to Therapist, belongs-to Child
      Guardian: name string, mobileNumber phone | belongs-to Child`,
  },
  {
    id: 'aq-scrap',
    prompt:
      'we buy scrap metal from private sellers. every purchase: seller, metal, weight in kg, price per kg, date. sellers have name, address and id card number. metals have a name and a current price',
    expect: `
      Seller: name string, address string, idCardNumber string
      Metal: name string, currentPrice money
      Purchase: weight|weightInKg decimal|integer, pricePerKg money, date date | belongs-to Seller, belongs-to Metal`,
  },
  {
    id: 'aq-hair-models',
    prompt:
      'Looking for a simple tool for my hair academy. Trainees practise on models, each practice has a date, a technique and a grade from 1 to 5. Trainees have a name and a start date. Models have a name, a phone number and a hair length.',
    expect: `
      Trainee: name string, startDate date
      Model: name string, phoneNumber phone, hairLength string|decimal|integer
      Practice: date date, technique string, grade rating|integer | belongs-to Trainee, belongs-to Model`,
  },
  {
    id: 'aq-subtitles',
    prompt:
      'Subtitlers translate episodes of series. A series has a title and a broadcaster. An episode belongs to a series and has a number, a running time in minutes and an air date. Each subtitler has a name and a native language. A translation has a target language, a deadline and a status (open, in progress, delivered).',
    expect: `
      Subtitler: name string, nativeLanguage string|locale
      Series: title string, broadcaster string
      Episode: number integer|string, runningTime|runningTimeInMinutes duration|integer, airDate date | belongs-to Series
      Translation: targetLanguage string|locale, deadline date|datetime, status enum(open|in progress|delivered) | belongs-to Subtitler, belongs-to Episode`,
  },
  {
    id: 'aq-lifeguards',
    prompt:
      'Lifeguards supervise pools and report incidents. A pool has a name and a depth. An incident happens at a pool and has a time, a description and a severity from 1 to 3. Lifeguards have a name and a certificate number; each is assigned to one pool.',
    expect: `
      Lifeguard: name string, certificateNumber string | belongs-to Pool
      Pool: name string, depth decimal|integer
      Incident: time datetime|time, description text, severity integer|rating | belongs-to Pool, belongs-to Lifeguard`,
  },
  {
    id: 'aq-seed-bank',
    prompt:
      'Gardeners donate seeds to the library and borrow others. Please keep for each seed packet the plant, the variety, the year of harvest and who donated it. A loan has a packet, a gardener, a loan date and a return date, which may be empty. Gardeners have a name and an email.',
    expect: `
      Gardener: name string, email email
      SeedPacket|Packet|Seed: plant string, variety string, yearOfHarvest|harvestYear integer | belongs-to Gardener
      Loan: loanDate date, returnDate date optional | belongs-to SeedPacket|Packet|Seed, belongs-to Gardener`,
  },
  {
    id: 'aq-mystery-shops',
    prompt:
      'Mystery shoppers visit branches and rate them. Every visit has a date, a rating of 1 to 5 for service, a rating of 1 to 5 for cleanliness and a comment. A branch has a city, a street and a manager name. Shoppers have a nickname and an email.',
    expect: `
      MysteryShopper|Shopper: nickname string, email email
      Branch: city string, street string, managerName string
      Visit: date date, service|serviceRating|ratingForService rating|integer, cleanliness|cleanlinessRating|ratingForCleanliness rating|integer, comment text | belongs-to MysteryShopper|Shopper, belongs-to Branch`,
  },
  ...corpusAQSecondHalf,
];
