import type { CorpusEntry } from './corpus-entry.ts';

/**
 * Set AM: ideas as people type them into a box on a landing page. The grammar was developed on them; usual fields and
 * relations that a prompt does not tell are not expected.
 */
export const corpusAM: readonly CorpusEntry[] = [
  {
    id: 'am-kanban',
    prompt:
      'Build me a Trello-like kanban board app where users can create boards, lists and cards, drag cards between lists and assign cards to members',
    expect: `
      Board:
      List:
      Card: | belongs-to List, belongs-to Member optional
      Member:`,
  },
  {
    id: 'am-shop',
    prompt: 'online shop with products, cart and checkout',
    expect: `
      Product:`,
  },
  {
    id: 'am-crm',
    prompt:
      'Simple CRM: companies, contacts, deals in a pipeline (lead, qualified, won, lost), and activities like calls and emails',
    expect: `
      Company:
      Contact:
      Deal: pipelineStage|stage|status enum(lead|qualified|won|lost)
      Activity: type|kind enum(call|email)`,
  },
  {
    id: 'am-expenses',
    prompt:
      'An expense tracker. I want to log expenses with amount, category and date, attach receipts, and set monthly budgets per category.',
    expect: `
      Expense: amount money, category string, date date
      Receipt: | belongs-to Expense
      Budget|MonthlyBudget: | belongs-to Category
      Category:`,
  },
  {
    id: 'am-recipes',
    prompt:
      'a recipe sharing site where people can rate and comment on recipes and save favourites',
    expect: `
      Recipe:
      Rating: rating|score rating | belongs-to Recipe
      Comment: | belongs-to Recipe
      Favourite:`,
  },
  {
    id: 'am-polls',
    prompt: 'Polls. People create a poll with a question and options, others vote once.',
    expect: `
      Poll: question string
      Option: | belongs-to Poll
      Vote: | belongs-to Option`,
  },
  {
    id: 'am-tasks',
    prompt: 'A todo app with projects, tasks, due dates and priorities',
    expect: `
      Project:
      Task: dueDate date, priority string`,
  },
  {
    id: 'am-leave',
    prompt: 'Employee leave management: employees request leave, managers approve or reject it',
    expect: `
      Employee:
      LeaveRequest: status enum(pending|approved|rejected) | belongs-to Employee`,
  },
  {
    id: 'am-time',
    prompt:
      'Time tracking for freelancers: clients, projects, time entries with hours and hourly rate, invoices',
    expect: `
      Client:
      Project:
      TimeEntry: hours decimal, hourlyRate money
      Invoice:`,
  },
  {
    id: 'am-wishlist',
    prompt: 'a wishlist app where users add products with a link and price and mark them as bought',
    expect: `
      Product: link url, price money, bought boolean`,
  },
  {
    id: 'am-bugs',
    prompt:
      'bug tracker with projects, issues (open, in progress, resolved, closed), severity, assignee and comments',
    expect: `
      Project:
      Issue: status enum(open|in progress|resolved|closed), severity string, assignee string
      Comment:`,
  },
  {
    id: 'am-photos',
    prompt: 'Photo album: upload photos, organise them in albums, tag people',
    expect: `
      Photo: | belongs-to Album, many-to-many Person
      Album:
      Person:`,
  },
  {
    id: 'am-salon',
    prompt:
      'Booking system for a hair salon. Customers book appointments with a stylist for a service. No double bookings.',
    expect: `
      Customer:
      Appointment: | belongs-to Customer, belongs-to Stylist, belongs-to Service
      Stylist:
      Service:`,
  },
  {
    id: 'am-flashcards',
    prompt: 'Flashcards app: decks of cards with front and back, and study sessions',
    expect: `
      Deck:
      Card: front string, back string | belongs-to Deck
      StudySession|Session:`,
  },
  {
    id: 'am-league',
    prompt: 'fantasy football league with teams, players, matches and points',
    expect: `
      Team:
      Player:
      Match: points integer`,
  },
  {
    id: 'am-dentist',
    prompt: 'a dashboard for my dental practice - patients, appointments, treatments, payments',
    expect: `
      Patient:
      Appointment:
      Treatment:
      Payment:`,
  },
  {
    id: 'am-club',
    prompt: 'book club app where members suggest books, vote on them and write reviews',
    expect: `
      Member:
      Book: | belongs-to Member
      Vote: | belongs-to Book, belongs-to Member
      Review: | belongs-to Book, belongs-to Member`,
  },
  {
    id: 'am-jobs',
    prompt:
      'job application tracker: companies, applications (applied, interview, offer, rejected), notes, contacts',
    expect: `
      Company:
      Application: status enum(applied|interview|offer|rejected)
      Note:
      Contact:`,
  },
  {
    id: 'am-reading',
    prompt: "a reading tracker app, books i've read with author, rating and date finished",
    expect: `
      Book: author string, rating rating|integer, dateFinished date`,
  },
  {
    id: 'am-wedding',
    prompt: 'like trello but for wedding planners: weddings, checklists, vendors and budgets',
    expect: `
      Wedding:
      Checklist:
      Vendor:
      Budget:`,
  },
];
