/**
 * What kinds of software usually keep, for prompts that name a kind and nothing that it keeps: `names: things. sentences`.
 * The things and the sentences are read as a prompt is, so what each has and belongs to comes from there and from
 * `usual-things.ts`. A name stands for itself followed by any of "app", "management system", "website" and the like. `{boats}`
 * is what a person replaces by "airbnb for bikes", `<cards>` what "Trello but for legal cases" does. Products are here by the names that people use for their kind.
 */
const APPS = `
  library: books, authors, members and loans
  book club: members, books, meetings and reviews. A meeting is about a book. A review belongs to a member.
  school: students, teachers, courses, enrolments and grades
  student, student information: students, courses, enrolments and grades
  learning, lms, learning management, e-learning, elearning, online course, online courses, udemy, moodle: courses, instructors, lessons, students and enrolments. A lesson belongs to a course.
  attendance: students, lessons and attendances. A lesson has a title and a date.
  tutoring, tutor: tutors, students, lessons. A lesson has a start time, a duration and a price. A lesson belongs to a tutor and a student.
  daycare, nursery, kindergarten: children, groups, parents and attendances. A child has a name and a birth date. A child belongs to a group. A child has many parents and a parent has many children. An attendance belongs to a child.
  hospital, clinic, medical practice, doctor's office, doctors office, health care, healthcare, doctor: patients, doctors, appointments and prescriptions
  dentist, dental, dental practice, dental clinic: patients, dentists, treatments and appointments. An appointment belongs to a patient, a dentist and optionally to a treatment.
  vet, vet clinic, veterinary, veterinary clinic, vet practice, pet clinic: owners, pets, vets, appointments and vaccinations
  pharmacy: medicines, suppliers, customers and sales. A medicine has a name, a dosage, a price, a stock and an expiry date. A medicine belongs to a supplier. A sale has a date, a quantity and a total amount. A sale belongs to a medicine and optionally to a customer.
  hotel, hotel booking, hotel reservation, guest house, bed and breakfast: rooms, guests, reservations and payments. A room has a unique number, a number of beds and a price per night. A reservation has a check-in date, a check-out date and a status (booked, checked in, checked out, cancelled). A reservation belongs to a room and a guest. A payment belongs to a reservation.
  vacation rental, holiday rental, holiday home, airbnb: hosts, {listings}, guests, bookings and reviews. A host has a name and an email. A {listing} has a title, a description, a place and a price per day. A {listing} belongs to a host. A booking belongs to a {listing} and a guest. A review belongs to a {listing} and a guest.
  restaurant, cafe, restaurant pos, restaurant ordering, bistro: tables, menu items, orders, order lines and reservations. A menu item has a name, a price and a category. An order has an order time and a status (open, served, paid). An order belongs to a table. An order line has a quantity. An order line belongs to an order and a menu item. A reservation has a guest name, a phone, a start time and a number of people. A reservation belongs to a table.
  food delivery, uber eats, doordash, deliveroo, takeaway: restaurants, dishes, customers, orders, order lines and couriers. A dish belongs to a restaurant. An order has an address and a status (placed, cooking, on the way, delivered). An order belongs to a customer and a restaurant and optionally to a courier. An order line has a quantity. An order line belongs to an order and a dish.
  bakery, cake shop: products, customers, orders and order lines. An order has a pick-up date and a status (open, baked, picked up). An order belongs to a customer. An order line has a quantity. An order line belongs to an order and a product.
  online shop, online store, web shop, webshop, shop, store, e-commerce, ecommerce, e commerce, shopify, shopping: categories, products, customers, orders and order lines. A product belongs to a category. An order has a unique number, a date, a shipping address and a status (open, paid, shipped, cancelled). An order belongs to a customer. An order line has a quantity and a unit price. An order line belongs to an order and a product.
  marketplace, etsy, ebay, second hand: sellers, listings, buyers, orders and reviews. A listing has a title, a description, a price and a status (available, sold). A listing belongs to a seller. An order has a date and a status (placed, paid, shipped). An order belongs to a listing and a buyer. A review has a rating and a comment. A review belongs to an order.
  classifieds, classified ads, craigslist: categories, users, listings and messages. A listing has a title, a description and a price. A listing belongs to a category and a user. A message belongs to a listing and a user.
  auction: sellers, items, bidders and bids. An item has a title, a description, a starting price and an end time. An item belongs to a seller.
  inventory, stock, warehouse, inventory management: products, suppliers, warehouses and stock movements
  point of sale, pos: products, sales and sale lines. A product has a name, a unique barcode, a price and a stock. A sale has a sale time, a total amount and a payment method (cash, card). A sale line has a quantity and a unit price. A sale line belongs to a sale and a product.
  order management, order tracking: customers, products, orders and order lines. An order has a unique number, a date and a status (open, paid, shipped, cancelled). An order belongs to a customer. An order line has a quantity. An order line belongs to an order and a product.
  procurement, purchasing: suppliers, items, purchase orders and purchase lines. A purchase order belongs to a supplier. A purchase line has a quantity and a unit price. A purchase line belongs to a purchase order and an item.
  erp: customers, products, suppliers, orders and invoices. A product belongs to a supplier. An invoice belongs to an order.
  crm, customer relationship, customer relationship management, sales pipeline, sales, salesforce, hubspot, pipedrive: companies, contacts, deals and activities
  lead, lead management: leads and calls. A lead has a name, an email, a phone, a source and a status (new, contacted, qualified, won, lost). A call belongs to a lead.
  invoicing, invoice, invoices, billing: customers, invoices, invoice lines and payments. An invoice belongs to a customer. An invoice line has a description, a quantity and a unit price. An invoice line belongs to an invoice. A payment belongs to an invoice.
  quote, quotation, quotes: customers, quotes and quote lines. A quote belongs to a customer. A quote line has a description, a quantity and a unit price. A quote line belongs to a quote.
  accounting, bookkeeping: accounts, categories and transactions
  budget, budgeting, personal finance, finance, money, spending: accounts, categories, transactions and budgets
  expense, expenses, expense management: categories and expenses
  subscription, subscriptions: subscriptions. A subscription has a name, a price, an interval (monthly, yearly) and a next payment date.
  payroll: employees and payslips. An employee has a name, an email, a position and a salary. A payslip has a month, a gross amount, a net amount and a paid date. A payslip belongs to an employee.
  stock portfolio, portfolio, investment: portfolios, holdings and trades. A holding has a symbol and a quantity. A holding belongs to a portfolio. A trade has a date, a type (buy, sell), a quantity and a price. A trade belongs to a holding.
  hr, hrm, hris, human resources, human resource, human resource management, employee, personnel, staff: departments, employees and holiday requests. An employee belongs to a department.
  leave, vacation, holiday request, time off, leave management, pto: employees and holiday requests
  applicant tracking, ats, recruiting, recruitment, hiring: jobs, candidates, applications and interviews. An interview has a start time, an interviewer and notes. An interview belongs to an application.
  job board, job portal, jobs: companies, jobs, candidates and applications
  time tracking, time tracker, time sheet, timesheet, timesheets, toggl: clients, projects and time entries
  project, projects, project management, asana, basecamp: projects, milestones, members, tasks and comments. A task belongs to a project. A comment belongs to a task.
  kanban, kanban board, trello, task board, trello board: boards, lists, <cards>, members and labels. A list belongs to a board. A <card> belongs to a list. A <card> has many members and a member has many <cards>. A <card> has many labels and a label has many <cards>.
  scrum, agile, sprint: sprints, stories and tasks. A sprint has a name, a start date and an end date. A story has a title, points and a status (to do, in progress, done). A story belongs to a sprint. A task has a title and a done flag. A task belongs to a story.
  issue, bug, issue tracking, bug tracking, bug tracker, jira, github issues: projects, issues, labels, members and comments. An issue belongs to a project and optionally to a member. An issue has many labels and a label has many issues. A comment belongs to an issue.
  helpdesk, help desk, support, customer support, ticketing, service desk, ticket, support ticket, zendesk: customers, agents, tickets and replies. A ticket belongs to a customer and optionally to an agent.
  it asset, asset, assets, asset tracking, equipment: employees, locations and assets. An asset belongs to a location and optionally to an employee.
  knowledge base, knowledge management, faq: categories and articles
  wiki, notion, confluence: spaces, pages. A space has a name. A page has a title, a body and an updated date. A page belongs to a space.
  cms, content management, wordpress, website builder: pages, posts, categories and authors. A page has a title, a unique slug and a body. A page belongs to an author. A post belongs to a category and an author.
  blog, blogging, medium: authors, posts, comments and tags. A post belongs to an author.
  newsletter, mailing list, email marketing, mailchimp: lists, subscribers and campaigns. A subscriber belongs to a list. A campaign belongs to a list.
  forum, discussion, discussion board, message board, reddit, stack overflow, hacker news: categories, users, threads and replies. A user has a unique handle and a name. A thread belongs to a category and a user. A reply belongs to a thread and a user.
  q&a, question and answer: users, questions, answers. A question has a title and a body. A question belongs to a user. An answer has a body and an accepted flag. An answer belongs to a question and a user.
  social network, social media, facebook, twitter, mastodon, threads, micro blog, microblog: users, posts, comments and reactions. A user has a unique handle, a name and a biography. A post has a text and a posted time. A post belongs to a user. A comment belongs to a post and a user. A reaction has a kind (thumbs up, love, laugh). A reaction belongs to a post and a user.
  instagram, photo sharing, pinterest, flickr: users, <photos>, comments and reactions. A user has a unique handle and a name. A <photo> belongs to a user. A comment belongs to a <photo> and a user. A reaction has a kind (thumbs up, love, laugh). A reaction belongs to a <photo> and a user.
  chat, messaging, messenger, slack, discord, whatsapp, team chat: users, channels and messages. A user has a unique handle and a name. A message belongs to a channel and a user.
  youtube, video, video sharing, vimeo: channels, <videos>, viewers and comments. A <video> belongs to a channel. A viewer has a name. A comment belongs to a <video> and a viewer.
  music, music library, spotify, music streaming: artists, albums, <songs> and playlists. A <song> belongs to an album. An album belongs to an artist. A playlist has many <songs> and a <song> can be in many playlists.
  podcast: podcasts, episodes. A podcast has a title and a description. An episode has a title, a published date, a duration and a URL. An episode belongs to a podcast.
  movie, movies, film, movie database, imdb, netflix, letterboxd: <movies>, directors, actors, genres and reviews. A <movie> belongs to a director.
  book, books, reading, goodreads: authors, books, readers and reviews. A review belongs to a book and a reader.
  photo gallery, photo album, gallery, photo: albums and photos
  recipe, recipes, recipe sharing, cookbook, cooking: recipes, ingredients, steps and tags. An ingredient has a name and an amount. An ingredient belongs to a recipe. A step has a position and a text. A step belongs to a recipe. A recipe has many tags and a tag has many recipes.
  meal, meal planning, meal planner: recipes, ingredients and planned meals. An ingredient belongs to a recipe. A planned meal has a date and a meal (breakfast, lunch, dinner). A planned meal belongs to a recipe.
  grocery, shopping list, grocery list: shopping lists, items. An item has a name, a quantity and a bought flag. An item belongs to a shopping list.
  note, notes, note taking, note-taking, evernote: notebooks, notes and tags
  bookmark, bookmarks, bookmark manager, link collection: collections, links and tags. A collection has a name.
  snippet, code snippet, snippets: snippets and tags. A snippet has a title, a language and a code text. A snippet has many tags and a tag has many snippets.
  flashcards, flashcard, anki, spaced repetition: decks and flashcards
  quiz, trivia: quizzes, questions, answers, players and results. An answer has a text and a correct flag. A result belongs to a quiz and a player.
  poll, polls, voting: polls, options, voters and votes
  survey, surveys, surveymonkey, typeform, forms: surveys, questions, respondents, responses and answers. A question belongs to a survey. A respondent has an email. A response belongs to a survey and optionally to a respondent. An answer belongs to a response and a question.
  feedback, feedback board, feature request, canny, idea: users, ideas, comments and votes. A comment belongs to an idea and a user. A vote belongs to an idea and a user.
  calendar, schedule, agenda: calendars and events. A calendar has a name. An event belongs to a calendar.
  appointment, appointments, appointment booking, appointment scheduling, scheduling, calendly, booking: customers, services, employees and appointments. An employee has a name. An appointment belongs to a customer, an employee and a service.
  salon, hair salon, beauty salon, spa, nail salon: customers, stylists, services and appointments. An appointment belongs to a customer, a stylist and a service.
  barber, barber shop, barbershop: customers, barbers, services and appointments. An appointment belongs to a customer, a barber and a service.
  meeting room, meeting rooms, room booking, meeting room booking, conference room: rooms, employees and bookings. A room has a name and a capacity. A booking has a title, a start time and an end time. A booking belongs to a room and an employee. Bookings of the same room must not overlap.
  coworking, coworking space, desk booking: members, desks and bookings. A desk has a unique number and a floor. A booking has a start time and an end time. A booking belongs to a member and a desk. Bookings of the same desk must not overlap.
  court booking, tennis club, sports club booking: members, courts and bookings. A court has a name. A booking has a start time and an end time. A booking belongs to a member and a court. Bookings of the same court must not overlap.
  event, events, event management, meetup, eventbrite: organizers, venues, events, attendees and registrations. A registration belongs to an event and an attendee.
  ticket booking, event ticketing, concert ticket, ticket sales: venues, events, customers and tickets. An event belongs to a venue. A ticket has a seat and a price. A ticket belongs to an event and a customer.
  cinema, movie theater, movie theatre, cinema booking: movies, halls, screenings, customers and tickets. A hall has a name and a number of seats. A screening has a start time and a price. A screening belongs to a movie and a hall. A ticket has a seat. A ticket belongs to a screening and a customer.
  wedding, wedding planning, wedding planner: weddings, vendors, guests and tasks. A wedding has a date, a place and a budget. A vendor has a name, a service and a price. A vendor belongs to a wedding. A guest has a name and an answer (invited, accepted, declined). A guest belongs to a wedding. A task belongs to a wedding.
  gym, fitness studio, fitness club: members, memberships, trainers, classes and bookings. A booking has a date. A booking belongs to a member and a class.
  fitness, workout, workouts, workout tracker, training log: workouts, exercises and sets. A set has a number of repetitions and a weight. A set belongs to a workout and an exercise.
  sports club, football club, sports team, team: teams, players, trainings and matches. A player belongs to a team. A training has a start time and a place. A training belongs to a team. A match has a date, an opponent, home goals and away goals. A match belongs to a team.
  league, sports league, tournament: teams, players, matches and results. A player belongs to a team. A match has a date and a place. A result has points. A result belongs to a match and a team.
  habit, habits: habits, check marks. A check mark has a date. A check mark belongs to a habit.
  car rental, bike rental, boat rental, rental, rentals, equipment rental: customers, vehicles, rentals and payments. A vehicle has a name, a unique registration number and a price per day. A payment belongs to a rental.
  car dealership, car dealer, dealership, car sales: cars, customers and sales. A car has a make, a model, a year, a mileage and a price. A sale has a date and a price. A sale belongs to a car and a customer.
  garage, car repair, auto repair, repair shop, car workshop, workshop: customers, vehicles, mechanics and repairs. A vehicle belongs to a customer. A repair has a description, a date, a cost and a status (open, in progress, done). A repair belongs to a vehicle and optionally to a mechanic.
  bike repair, bike repair shop: customers, bikes and repairs. A bike has a brand and a model. A bike belongs to a customer. A repair has a description, a date, a price and a status (open, in progress, done). A repair belongs to a bike.
  fleet, fleet management, vehicle: vehicles, drivers, trips and services. A trip has a date, a start place, an end place and a distance in km. A trip belongs to a vehicle and a driver. A service has a date, a description and a cost. A service belongs to a vehicle.
  ride sharing, ride hailing, taxi, uber, lyft: drivers, riders and rides. A driver has a name, a phone and a unique licence plate. A rider has a name and a phone. A ride has a start address, an end address, a price and a status (requested, on the way, done, cancelled). A ride belongs to a rider and optionally to a driver.
  carpool, carpooling: drivers, trips, passengers and seats. A trip has a start place, an end place, a departure time and a number of free seats. A trip belongs to a driver. A seat has a status (requested, confirmed, declined). A seat belongs to a trip and a passenger.
  parking, parking lot, car park: spots, vehicles and parkings. A spot has a unique number and a level. A parking has an entry time, an optional exit time and an optional fee. A parking belongs to a spot and a vehicle.
  delivery, courier, parcel, parcel tracking, shipping, logistics: senders, recipients, couriers and parcels. A parcel has a unique tracking number, a weight and a status (created, in transit, delivered). A parcel belongs to a sender, a recipient and optionally to a courier.
  property, property management, rental property, rental properties, apartment building, landlord: properties, tenants, leases, rent payments and maintenance requests. A rent payment has an amount and a date. A rent payment belongs to a lease.
  real estate, realtor, property listing, zillow: agents, properties, clients and viewings. A property has an address, a price, a number of rooms and a status (available, sold). A property belongs to an agent. A viewing has a start time. A viewing belongs to a property and a client.
  construction, contractor, building: projects, workers, materials and site reports. A project has a name, an address and a start date. A material has a name, a quantity and a cost. A material belongs to a project. A site report has a date and notes. A site report belongs to a project and a worker.
  cleaning, cleaning company, cleaning service: customers, cleaners and jobs. A customer has a name, an address and a phone. A cleaner has a name and a phone. A job has a date, a duration, a price and a status (planned, done). A job belongs to a customer and a cleaner.
  photographer, photography, photography studio: clients, shoots, packages and invoices. A package has a name and a price. A shoot has a date, a place and a status (planned, shot, delivered). A shoot belongs to a client and a package. An invoice belongs to a shoot.
  law firm, law office, case management, legal, lawyer: clients, cases, hearings and time entries. A case has a unique number, a title and a status (open, closed). A case belongs to a client. A hearing has a start time and a place. A hearing belongs to a case. A time entry belongs to a case.
  insurance, insurance agency: customers, policies and claims. A policy has a unique number, a type, a premium, a start date and an end date. A policy belongs to a customer. A claim has a date, a description, an amount and a status (filed, approved, rejected, paid). A claim belongs to a policy.
  bank, banking: customers, accounts and transactions. An account has a unique number and a balance. An account belongs to a customer. A transaction has an amount, a date and a description. A transaction belongs to an account.
  charity, donation, donations, nonprofit, non-profit, fundraising: donors, campaigns and donations. A campaign has a title, a goal amount and an end date.
  crowdfunding, kickstarter, gofundme: projects, backers, rewards and pledges. A project has a title, a description, a goal amount and an end date. A reward has a title and a minimum amount. A reward belongs to a project. A backer has a name and an email. A pledge has an amount. A pledge belongs to a project and a backer and optionally to a reward.
  volunteer, volunteers, volunteer management: volunteers, events and shifts. A shift belongs to an event. A volunteer takes many shifts and a shift has many volunteers.
  church, congregation: members, groups, events and donations. A member belongs to a group. An event belongs to a group. A donation belongs to a member.
  animal shelter, pet adoption, shelter: animals, adopters and adoptions. An animal has a name, a species, a birth date and a status (available, reserved, adopted). An adoption has a date. An adoption belongs to an animal and an adopter.
  farm, farming: fields, crops and harvests. A field has a name and an area. A crop has a name and a planting date. A crop belongs to a field. A harvest has a date and an amount in kg. A harvest belongs to a crop.
  garden, plant, plants, gardening: plants and waterings. A plant has a name, a species and a place. A watering has a date. A watering belongs to a plant.
  employee scheduling, shift planning, shift planner, shift, rota, staff scheduling: employees and shifts. A shift has a start time and an end time. A shift belongs to an employee. Shifts of the same employee must not overlap.
  manufacturing, production: products, materials, work orders. A material has a name and a stock. A product has many materials and a material has many products. A work order has a quantity, a due date and a status (planned, in production, done). A work order belongs to a product.
  maintenance, maintenance management, cmms: machines, technicians and work orders. A work order has a description, a due date and a status (open, in progress, done). A work order belongs to a machine and optionally to a technician.
  travel, travel planner, trip planner, itinerary, trip: trips, stops and bookings. A stop has a place, an arrival date and a departure date. A stop belongs to a trip. A booking has a description, a date and a price. A booking belongs to a trip.
  travel agency, tour operator, tours: customers, tours and bookings. A tour has a title, a destination, a start date, an end date and a price. A booking has a date and a number of people. A booking belongs to a tour and a customer.
  airline, flight booking, flight: flights, passengers and bookings. A flight has a unique number, an origin, a destination, a departure time and an arrival time. A booking has a seat. A booking belongs to a flight and a passenger.
  contact, contacts, address book, contact manager, phone book, phonebook: groups and contacts. A contact has a name, an email, a phone, an address and a birthday. A contact optionally belongs to a group.
  pet sitting, pet sitter, dog sitting, dog walking, dog walker, cat sitting: owners, pets, sitters, bookings and reviews. A pet has a name and a species. A pet belongs to an owner. A booking has a start time, an end time and a status (requested, confirmed, done). A booking belongs to a pet and a sitter. A review has a rating and a comment. A review belongs to a booking.
  loyalty card, loyalty program, loyalty programme, stamp card: customers, cards and stamps. A card has a unique number and an issued date. A card belongs to a customer. A stamp has a date. A stamp belongs to a card.
  scooter sharing, scooter rental, bike sharing, car sharing, lime, zipcar: stations, vehicles, riders and rides. A station has a name and an address. A vehicle has a unique number and a status (available, in use, broken). A vehicle belongs to a station. A ride has a start time, an optional end time and an amount. A ride belongs to a vehicle and a rider.
  swap market, swap, swapping, barter: users, items and swaps. An item has a title, a description, a condition (new, good, worn) and a photo. An item belongs to a user. A swap has a date and a status (offered, accepted, done). A swap belongs to an item and a user.
  tip jar, tipping: musicians, fans and tips. A tip has an amount, a message and a date. A tip belongs to a musician and optionally to a fan.
  bill splitting, shared expenses, splitwise: groups, members, expenses and shares. A member belongs to a group. An expense has a description, an amount and a date. An expense belongs to a group. A share has an amount and a settled flag. A share belongs to an expense and a member.
  tattoo studio, tattoo shop, piercing studio: artists, clients, appointments and deposits. An appointment has a start time, a design description and a price. An appointment belongs to an artist and a client. A deposit has an amount and a paid date. A deposit belongs to an appointment.
  genealogy, family tree, ancestry: persons and marriages. A person has a name, a birth date, an optional death date and a birth place. A person has an optional mother and an optional father, who are persons. A marriage has a date and a place. Persons have many marriages and a marriage has many persons.
  museum: artefacts, rooms, exhibitions and loans. An artefact belongs to a room. An exhibition has a title, a start date and an end date. An exhibition has many artefacts and an artefact is in many exhibitions. A loan has a borrower name, a loan date and a return date. A loan belongs to an artefact.
  hackathon, coding contest: participants, teams, projects, judges and scores. A participant belongs to a team. A project belongs to a team. A score has points. A score belongs to a project and a judge.
  exam, exams, online exam, assessment: exams, questions, students and attempts. A question has a text. A question belongs to an exam. An attempt has a start time and a score. An attempt belongs to a student and an exam.
  chore, chores, household chores, cleaning schedule, cleaning plan, cleaning rota: members, chores and completions. A chore has a title, a points number and an optional due date. A completion has a date. A completion belongs to a chore and a member.
  todo list, to do list, to-do list, task list, checklist: lists and tasks. A list has a name. A task has a title, a due date and a done flag. A task belongs to a list.
  alumni, alumni network: alumni, jobs and events. An alumnus has a name, an email and a graduation year. A job has a title and a company name. A job belongs to an alumnus. An event has many alumni and an alumnus goes to many events.
  beehive, beekeeping, apiary: apiaries, hives, inspections and harvests. An apiary has a name and a place. A hive has a unique number. A hive belongs to an apiary. An inspection has a date and notes. An inspection belongs to a hive. A harvest has a date and a weight in kg. A harvest belongs to a hive.
  florist, flower shop: bouquets, customers, orders, order lines and deliveries. A bouquet has a name and a price. An order has a date and a status (open, paid, delivered). An order belongs to a customer. An order line has a quantity. An order line belongs to an order and a bouquet. A delivery has an address, a date and a card message. A delivery belongs to an order.
  duolingo, language learning, vocabulary: learners, courses, lessons, exercises and attempts. A lesson belongs to a course. An exercise has a question and an answer. An exercise belongs to a lesson. An attempt has a date and a correct flag. An attempt belongs to a learner and an exercise.
  tripadvisor, yelp, restaurant review: places, users and reviews. A place has a name, an address and a category. A review has a rating, a comment and a date. A review belongs to a place and a user.
  doodle, date poll, meeting poll: polls, dates, participants and answers. A poll has a title. A date has a start time. A date belongs to a poll. An answer has a choice (yes, no, maybe). An answer belongs to a date and a participant.
  vinted, depop, flea market: sellers, items, buyers and orders. An item has a title, a size, a condition (new, good, worn), a price and a photo. An item belongs to a seller. An order has a date and a status (placed, paid, shipped). An order belongs to an item and a buyer.
  linkedin, professional network: members, companies, positions, posts and connections. A position has a title, a start date and an end date. A position belongs to a member and a company. A post has a text and a date. A post belongs to a member. A connection has a date and an accepted flag. A connection belongs to a member.
  conference, conference planner, convention: speakers, talks, rooms, attendees and registrations. A talk has a title, a start time and an abstract text. A talk belongs to a speaker and a room. A registration belongs to an attendee.
  strava, running, running log, cycling, swimming, sports tracker: athletes, activities and routes. An activity has a kind, a date, a distance in km and a duration. An activity belongs to an athlete and optionally to a route. A route has a name and a length in km.
  dating, tinder, bumble, matchmaking: profiles, swipes and messages. A profile has a name, a birth date, a photo and a description. A swipe has a liked flag and a date. A swipe belongs to a profile. A message belongs to a profile.
  babysitting, babysitter, nanny: parents, sitters, bookings and reviews. A sitter has a name, a phone and an hourly rate. A booking has a start time, an end time and a status (requested, confirmed, done). A booking belongs to a parent and a sitter. A review has a rating and a comment. A review belongs to a booking.
  lost and found, lost property: items and claims. An item has a description, a place, a found date and a status (found, claimed, returned). A claim has a name, an email and a date. A claim belongs to an item.
  wish list, wishlist, gift list, gift registry: lists, gifts and reservations. A list has a name and a date. A gift has a name, a price and a link. A gift belongs to a list. A reservation has a name and a date. A reservation belongs to a gift.
  blood donation, blood bank: donors, donations and requests. A donor has a name, a phone and a blood type. A donation has a date and an amount in ml. A donation belongs to a donor. A request has a blood type, a number of units and a date. A donation optionally belongs to a request.
  scout group, scouts, youth group: scouts, groups, badges and camps. A scout belongs to a group. A scout has many badges and a badge has many scouts. A camp has a name, a start date and an end date. A camp has many scouts and a scout joins many camps.
  chess club, games club: members, games and tournaments. A game has a date and a result. A game has many members and a member plays many games. A game optionally belongs to a tournament.
  choir, band, orchestra: members, songs, rehearsals, concerts and attendances. A member has a name and a voice. A concert has a date and a place. A concert has many songs and a song is in many concerts. An attendance belongs to a member and a rehearsal.
  complaint, complaints, complaint desk: customers, clerks, complaints and replies. A complaint has a title, a description and a status (open, in progress, closed). A complaint belongs to a customer and optionally to a clerk. A reply belongs to a complaint.
  suggestion, suggestions, suggestion box: employees, ideas and votes. An idea belongs to an employee. A vote belongs to an employee and an idea.
  visitor, visitor management, visitor log: visitors, hosts and visits. A host has a name and an email. A visit has an arrival time, an optional departure time and a reason. A visit belongs to a visitor and a host.
  key, keys, key management: keys, persons and handovers. A key has a unique number and a description. A handover has a date and an optional return date. A handover belongs to a key and a person.
  medication, medication tracker, pill: medications and doses. A medication has a name, a dosage and instructions. A dose has a taken time. A dose belongs to a medication.
  blood pressure, health, health log: persons and measurements. A measurement has a date, a kind, a value as a decimal and a unit. A measurement belongs to a person.
  baby, baby tracker: babies, feedings, sleeps and diapers. A feeding has a time and an amount in ml. A feeding belongs to a baby. A sleep has a start time and an end time. A sleep belongs to a baby. A diaper has a time and a kind. A diaper belongs to a baby.
  fuel, fuel log, mileage: vehicles and fillings. A filling has a date, a mileage, an amount in litres and a price. A filling belongs to a vehicle.
  wine, wine cellar, wine collection: wines, regions and tastings. A wine has a name, a vintage, a grape and a number of bottles. A wine belongs to a region. A tasting has a date, a rating and notes. A tasting belongs to a wine.
  home inventory, household inventory, belongings: rooms and items. An item has a name, a price, a purchase date and a photo. An item belongs to a room.
  meeting, meeting notes, minutes: meetings, participants, decisions and action items. A meeting has many participants and a participant joins many meetings. A decision has a text. A decision belongs to a meeting. An action item has a text, a due date and a done flag. An action item belongs to a meeting and optionally to a participant.
  contract, contracts, contract management: contracts, parties and signatures. A contract has a title, a start date, an end date and a file. A party has a name. A signature has a date. A signature belongs to a contract and a party.
  marina, harbour, harbor: berths, boats, owners and contracts. A berth has a unique number and a length in m. A boat has a name and a length in m. A boat belongs to an owner. A contract has a start date and an end date. A contract belongs to a berth and a boat.
  campsite, camping: pitches, guests and bookings. A pitch has a unique number and a price per night. A booking has an arrival date and a departure date. A booking belongs to a pitch and a guest.
  photo competition, photo contest, contest: categories, participants, submissions and votes. A submission has a title and a photo. A submission belongs to a category and a participant. A vote has points. A vote belongs to a submission.
  queue, waiting queue: counters, customers and queue tickets. A queue ticket has a number, a drawn time and a status (waiting, called, done). A queue ticket belongs to a customer and optionally to a counter.
  driving school: students, instructors, lessons and exams. A lesson has a start time and a duration. A lesson belongs to a student and an instructor. An exam has a date and a passed flag. An exam belongs to a student.
  laundry, dry cleaning: customers, orders and garments. An order has a received date, a pick-up date and a status (received, cleaning, ready, picked up). An order belongs to a customer. A garment has a description and a price. A garment belongs to an order.
  dance school, music school, yoga studio, pilates studio: students, teachers, courses and enrolments. A course has a title, a start time and a capacity. A course belongs to a teacher.
  incident, incidents, incident report: employees, incidents and measures. An incident has a title, a description, a date, a place and a severity (low, medium, high). An incident belongs to an employee. A measure has a description, a due date and a done flag. A measure belongs to an incident.
  okr, okrs: objectives and key results. An objective has a title and a quarter. A key result has a title, a target value as a decimal and a current value as a decimal. A key result belongs to an objective.
  stamp collection, coin collection: categories and items. An item has a name, a year, a country, a condition (mint, good, worn) and a price. An item belongs to a category.
  journal, diary, mood: entries. An entry has a date, a text and a mood rating.
  monitoring, uptime, status page: services, checks and incidents. A service has a name and a URL. A check has a checked at time, a status (up, down) and a duration in ms. A check belongs to a service. An incident has a title, a start time and an optional end time. An incident belongs to a service.
`;

/** What a kind of software keeps; `{boats}` in it is what the words of a prompt may replace. */
export type UsualApp = { things: string };

/** By the lower-case words of the kind. */
export const USUAL_APPS: ReadonlyMap<string, UsualApp> = new Map(
  APPS.split('\n').flatMap((line) => {
    const [names, things] = line.split(': ');
    if (names === undefined || things === undefined) return [];
    return names.split(',').map((name) => [name.trim(), { things: things.trim() }] as const);
  }),
);
