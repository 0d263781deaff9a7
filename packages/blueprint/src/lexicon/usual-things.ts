import { type FieldType, fieldTypes } from '@quantumlayer/contracts';

/**
 * What things usually have, for prompts that only name them: `names: fields | owners`. Of a field, `?` makes it optional,
 * `!` unique, `:type` says what its name does not, and values stand in brackets, the first of them the default. An owner is
 * what the thing belongs to where the prompt names that as well: of `list/board` the first that there is, `?` may be
 * missing, and `*` stands for many on both sides. A name with others in brackets is meant where one of them is named too. Few and undisputed: a person overturns each with one answer.
 */
const THINGS = `
  task, todo, to do, chore: title; notes:text?; due date?; status(to do|in progress|done) | list/project/board, milestone?, member?/user?/employee?/assignee?, tag*/label*, category?
  subtask: title; done:boolean | task
  project: name; description?; start date?; end date? | client?/customer?/company?
  milestone: title; due date? | project
  board: name; description? | project?
  list, column: name; position:integer? | board
  card [deck]: front:text; back:text | deck
  card: title; description?; due date? | list/column/board, member*/user*, label*/tag*
  sprint: name; start date; end date | project
  issue, bug: title; description; status(open|in progress|resolved|closed); priority(low|medium|high) | project
  ticket [event/concert/show/film/movie/match/screening/flight]: price; seat:string? | event/concert/show/film/movie/match/screening/flight, customer?/attendee?/user?/visitor?/passenger?
  ticket [spot/parking spot/vehicle/car]: entered at:datetime; left at:datetime?; fee:money? | spot/parking spot, vehicle/car
  ticket: subject; description; status(open|pending|closed); priority(low|medium|high) | customer?/user?, agent?
  habit: name; frequency(daily|weekly|monthly)
  goal: title; target date?; done:boolean
  note: title; body:text | notebook?/folder?, tag*
  notebook, folder: name
  reminder: title; remind at:datetime | task?

  post, article, blog post: title; body:text; published on:date? | author/user/blog, category?, tag*
  comment: body:text | post/article/photo/video/task/issue/ticket/recipe/card/topic/idea/project, user?/author?/member?
  reply: body:text | comment/post/thread/topic/ticket, user?
  thread, topic: title; body:text | forum/category, user?/member?
  message: body:text; sent at:datetime | room/conversation/channel/chat/ticket/thread, user?/member?
  room [guest/hotel]: number:string!; beds:integer; price per night | hotel
  room [message]: name
  room: name; capacity:integer? | building
  channel, conversation: name
  page: title; body:text; slug! | site/wiki
  author: name; biography:text?
  photo, picture: image; caption:string? | album/gallery/listing/property/recipe, tag*
  album: title; release date? | artist?/band?
  video: title; url; description? | channel/playlist*, tag*
  story: title; body:text | author/user

  product: name; description?; price; stock:integer | category?, supplier?, brand?
  item: name; description?; quantity:integer | category?, supplier?, order/warehouse?
  menu item, dish: name; description?; price | menu/category
  ingredient: name; quantity:string? | recipe/dish*
  cart, basket: status(open|ordered) | customer/user
  order: number:string!; status(open|paid|shipped|cancelled) | customer/user/client/table?, product*/item*/menu item*/book*
  purchase order: number:string!; ordered on:date; status(open|ordered|received) | supplier, item*/product*
  order item, line item: quantity:integer; unit price | order/invoice, product/item
  payment: amount; paid on:date; method(card|cash|transfer) | invoice/order/booking/rental/enrolment/appointment/customer/member/student/client/tenant
  invoice: number:string!; issued on:date; due date; total amount; status(draft|sent|paid) | customer/client, subscription?, project?
  receipt: image; amount; date | expense/purchase/order/home appliance/appliance/product/warranty
  expense: description:string; amount; date | category?/budget?, account?, project?
  income: description:string; amount; date | category?
  budget: name; amount; period(monthly|yearly) | category?
  transaction: description:string; amount; date | account, category?
  account: name; balance:money
  subscription: start date; end date?; status(active|paused|cancelled) | customer/user/member/subscriber, plan
  plan: name; price; interval(monthly|yearly)
  coupon, voucher, discount: code!; percentage; valid until:date?
  wishlist: name | customer/user
  quote: number:string!; total amount; status(draft|sent|accepted|rejected) | customer/client/deal
  shipment, delivery: tracking number!; shipped on:date?; status(created|in transit|delivered) | order
  package, parcel: tracking number!; weight?; status(created|in transit|delivered) | sender, recipient, shipment
  stock movement: quantity:integer; direction(in|out); moved on:date | item/product, warehouse?
  warehouse, location: name; address?
  supplier, vendor, manufacturer: name; email?; phone?
  brand, category, tag, label, genre, skill, topic area, subject, department: name
  auction: title; starting price; ends at:datetime
  bid: amount; placed at:datetime | auction/item/lot, bidder

  customer, client, patient, guest, lead, donor, buyer, seller, tenant, passenger, driver, candidate, applicant, subscriber, bidder, visitor, participant, attendee, volunteer, freelancer, contractor, landlord, resident, rider, citizen: name; email?; phone?
  contact: name; email?; phone?; position:string? | company?/customer?
  phone number: number:phone; label:string? | contact/person/customer
  email address: address:email; label:string? | contact/person/customer
  company, organisation, organization, business: name; website?; address?
  member: name; email?; joined on:date? | team?/club?/household?
  employee, staff member, worker: name; email?; position:string?; hired on:date? | department?/team?/company?
  doctor, physician, dentist, vet, veterinarian, therapist: name; specialty:string? | department?/clinic?
  teacher, instructor, tutor, coach, trainer, mentor: name; email?
  student, pupil, learner, trainee: name; email? | class?/school?
  owner: name; email?; phone?
  stylist, barber, technician, mechanic, agent, courier, musician: name; phone?
  actor, director, artist, player, singer: name
  team, club, group, band, household, school, clinic, hotel, shop, store, restaurant, gym: name; description?

  appointment: starts at:datetime; ends at:datetime; status(scheduled|done|cancelled) | patient/customer/client/pet, doctor/dentist/vet/stylist/barber/therapist/trainer/employee, service?
  service, treatment: name; duration; price
  booking: starts at:datetime; ends at:datetime; status(booked|cancelled) | customer/guest/user/member/client, room/table/court/desk/car/service/seat/resource/class/slot
  reservation: starts at:datetime; ends at:datetime; status(booked|cancelled) | guest/customer/user/member, room/table/court/desk/car/seat/book/resource
  rental: starts on:date; ends on:date; returned on:date? | customer/user/member, car/vehicle/bike/boat/item/product/tool/equipment
  loan: borrowed on:date; due date; returned on:date? | book/item/copy/tool/game, member/user/customer/reader/student/patron
  event: title; starts at:datetime; place:string?; description? | organiser?/organizer?, venue?
  registration, rsvp: registered on:date; status(registered|cancelled) | event/course/class/workshop, participant/attendee/user/member/student
  venue: name; address; capacity:integer?
  table: number:integer!; seats:integer | wedding/event?
  shift: starts at:datetime; ends at:datetime | employee?/volunteer*/worker?, event?
  leave request, leave, absence, holiday request, vacation request, time off request: from:date; to:date; reason:string?; status(requested|approved|rejected) | employee
  time entry: date; hours:decimal; description:string? | project/task/client, employee?/user?
  timesheet: week starting:date; hours:decimal | employee, project?
  meeting: title; starts at:datetime; notes:text? | client?/contact?/customer?/project?
  visit: date; reason:string?; notes:text? | pet/patient/customer, vet?/doctor?
  call: date; notes:text? | contact/customer/client/lead
  activity: type(call|email|meeting); date; notes:text? | contact/deal/lead/customer
  follow up: due date; notes:text?; done:boolean | client/contact/lead/customer/meeting
  deal, opportunity: title; value:money?; stage(lead|qualified|won|lost) | company/customer/contact/client
  inquiry, enquiry: name; email; message:text | listing/property/product

  course: title; description? | teacher?/instructor?, category?
  lesson [course/module]: title; content:text | course/module
  lesson [customer/client/rider/tutor/instructor/coach/horse]: starts at:datetime; duration?; notes:text? | tutor?/teacher?/instructor?/coach?, student/pupil/learner/rider/customer/client, horse?
  lesson: title; content:text
  module: title; position:integer? | course
  class: name; starts at:datetime?; capacity:integer? | trainer?/teacher?/instructor?
  enrolment, enrollment: enrolled on:date; status(active|completed|dropped) | student/learner, course/class
  grade, mark: score:decimal; graded on:date | student, course/subject/enrolment/assignment/exam
  assignment, homework: title; description?; due date | course/class
  exam, test: title; date | course/subject
  attendance: date; present:boolean | student/employee/member, lesson/class/course
  completion: completed on:date | task/chore/habit/lesson/challenge, user/member/kid/child/student
  attempt: started at:datetime; score:decimal? | quiz/exam/test, student/user/player
  quiz: title; description? | course?/category?
  question: text:text | quiz/survey/exam/poll/form/category
  answer: text:text | question
  option, choice: text:string | question/poll
  poll: question:string; closes at:datetime?
  survey, form: title; description?
  vote: voted at:datetime | option/poll/idea, user/voter/member
  response, submission: submitted at:datetime | survey/form/assignment, participant?/student?/respondent?
  deck: name; description?
  flashcard: front:text; back:text | deck

  book: title; isbn?; published on:date? | author, genre?/category?, publisher?
  publisher: name; website?
  copy: barcode!; condition(new|good|worn) | book
  movie, film: title; release date?; description? | director?, genre*, actor*
  song, track: title; duration? | album, artist, playlist*
  playlist: name | user?
  game: title; release date? | genre?/team?
  recipe: title; instructions:text; servings:integer? | category?, user?/author?, tag*
  grocery: name; quantity:string?; bought:boolean | shopping list?
  meal plan, week plan: date; meal(breakfast|lunch|dinner) | recipe
  shopping list: name
  review: rating; comment:text? | movie/film/book/product/restaurant/recipe/hotel/game/place/listing/service/doctor, user?/customer?/member?/guest?
  rating: stars:rating | movie/recipe/product/book/restaurant, user?/member?/customer?
  favourite, favorite, like, bookmark: saved on:date | recipe/product/movie/listing/post/photo/property, user/member
  link, bookmark page: title; url | category?/collection?, tag*

  car, vehicle, truck, van: make:string; model:string; licence plate! | owner?
  bike, boat: name; price per day?
  spot [catch/dive/surf/fishing]: name; location:string?
  parking spot, parking space, spot: number:string!; occupied:boolean | parking lot/level
  trip, journey: title; start date; end date | user?/driver?
  flight: number:string; departs at:datetime; arrives at:datetime | airline?/airport?
  listing: title; price; address?; description? | agent?/seller?/owner?
  property, apartment, house, unit: address; rent:money?; rooms:integer? | owner?/landlord?
  lease, contract: start date; end date?; rent:money? | tenant/customer, property/apartment/unit
  maintenance request: description; status(open|in progress|done) | property/apartment/unit, tenant?
  device, laptop, phone, asset, equipment, tool, machine: name; serial number!?; purchase date? | employee?/location?/department?
  tip: amount; date; notes:text?
  defect: title; description; status(open|in progress|done)
  part, spare part: name; number:string?; price?; stock:integer?
  horse: name; breed:string?; birth date? | owner?
  catch: species:string; weight?; length?; caught on:date; notes:text? | spot?/lake?/river?/trip?
  sheet music: title; composer:string?; file? | song?
  ride [parent/passenger/commuter/neighbour/neighbor/colleague/student]: departs at:datetime; pick up place:string; seats:integer | driver?
  ride: name
  slot: starts at:datetime; ends at:datetime | drive/event/clinic/venue/room/court/doctor/tutor/instructor
  drive: date; place:string | organiser?/organizer?
  signature: signed on:date; comment:text? | petition
  petition: title; body:text; goal:integer?
  pet, animal, dog, cat: name; species:string?; birth date? | owner/shelter?
  plant, houseplant: name; species:string? | garden?/room?
  prescription: prescribed on:date; notes:text? | patient/visit/appointment, doctor?
  medicine, medication, drug: name; dosage:string | prescription*/patient*
  vaccination: vaccine:string; given on:date | pet/animal/dog/cat/horse/patient/kid/child
  workout: date; notes:text? | member?/user?/plan?
  exercise: name; muscle group:string? | workout*
  set: reps:integer; weight? | exercise, workout
  membership: start date; end date; status(active|expired|cancelled) | member/customer, plan?
  check in: checked in at:datetime | member, class?/gym?
  match: date; home score:integer?; away score:integer? | tournament?/league?
  tournament, league, season, competition: name; start date; end date
  score, result: points:integer | player/team, game/match/quiz
  campaign: subject; body:text; sent at:datetime? | subscriber*/list?
  donation: amount; donated on:date | donor, campaign?
  job, job posting, vacancy: title; description; salary:money? | company/employer
  application: applied on:date; cover letter:text?; status(new|interview|offer|rejected) | job/vacancy/position, candidate/applicant
  resume, attachment, document: title; file | candidate?/applicant?/task?/project?/comment?
  follow: followed on:date
  pick: picked on:date
  challenge: challenged on:date; status(open|accepted|declined)
  recommendation: message:text?; recommended on:date
  purchase: bought on:date; amount:money?
  swap: agreed on:date; status(offered|accepted|done)
  check mark: date | habit
  movement: moved at:datetime
  viewing [property/flat/apartment/house/listing]: starts at:datetime; notes:text? | property/flat/apartment/house/listing, client?/lead?/customer?
  viewing: starts at:datetime; notes:text?
  damage report: description:text; reported on:date; photo:image? | rental/vehicle/car/bike/tool/equipment/item
  claim: description; amount; date
  expense claim: description; amount; date; receipt:image?
  bill: description; amount; due date?
  share [bill/expense]: amount; paid:boolean
  fee: amount; due date; paid:boolean | member/customer/student/tenant?
  deposit: amount; paid on:date | appointment/booking/rental/client/customer
  badge: name; description:text? | kid*/child*/student*/pupil*/member*/user*/scout*
  version: number:integer; body:text | page/document/article
  inspection: date; notes:text? | hive/vehicle/machine/property/site/building/equipment
  harvest: date; quantity:decimal | hive/field/plant/crop/tree
  walk: starts at:datetime; duration? | dog/pet, walker?
  walker, sitter, babysitter: name; phone?
  sponsor: name; website?; amount:money? | podcast*/episode*/event*/conference*/team*
  judge, jury member: name; email?
  rehearsal, training, practice: date; place:string?; notes:text? | choir?/band?/team?/group?
  shelf: code!; location:string? | warehouse?
  pallet: code!; contents:string? | shelf?
  training plan, workout plan: title; description:text?; start date?; end date?
  case, legal case: title; description?; status(open|closed) | client?
  step: position:integer; text:text | recipe/guide
  artefact, artifact: name; description?; found on:date? | room?/museum?/collection?
  exhibition: title; start date; end date | museum?/gallery?
  home appliance, appliance: name; manufacturer:string?; purchase date?
  warranty: valid until:date; terms:text? | home appliance/appliance/device/product/item
  marriage: date; place:string?
  sighting: seen at:datetime; place:string
  idea, suggestion, feature request: title; description; status(new|planned|done|rejected) | product?/user?
  feedback: message:text; rating? | product?/customer?/user?
  notification: message:text; read:boolean | user
`;

export type UsualField = {
  name: string;
  /** Null where the name says it. */
  type: FieldType | null;
  values: string[];
  isOptional: boolean;
  isUnique: boolean;
};
/** `names`: of these the first that the prompt names. */
export type UsualOwner = { names: string[]; isOptional: boolean; isShared: boolean };
export type UsualThing = {
  /** Meant where one of these is named too; of several the first, of none always. */
  beside: string[];
  fields: UsualField[];
  owners: UsualOwner[];
};

const FIELD = /^([a-z ]+?)(?::([a-z-]+))?(?:\(([^)]+)\))?(!?)(\??)$/;

function readField(text: string): UsualField {
  const [, name, type, values, unique, optional] = FIELD.exec(text) ?? [];
  if (name === undefined) throw new Error(`no usual field: ${text}`);
  return {
    name,
    type: fieldTypes.find((one) => one === type) ?? null,
    values: values?.split('|') ?? [],
    isUnique: unique === '!',
    isOptional: optional === '?',
  };
}

function readOwner(text: string): UsualOwner {
  const names = text.split('/').map((name) => name.replace(/[?*]$/, ''));
  return { names, isOptional: text.includes('?'), isShared: text.endsWith('*') };
}

const parts = (text: string | undefined, separator: RegExp) =>
  (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** By what it is called, in the singular and in lower case; in the order in which they are tried. */
export const USUAL_THINGS: ReadonlyMap<string, readonly UsualThing[]> = readThings();

function readThings() {
  const things = new Map<string, UsualThing[]>();
  for (const line of parts(THINGS, /\n/)) {
    const [called = '', rest = ''] = line.split(': ');
    const [, names, beside] = /^([^[]+)(?:\[(.*)\])?$/.exec(called) ?? [];
    const [fields, owners] = rest.split(' | ');
    const thing: UsualThing = {
      beside: parts(beside, /\//),
      fields: parts(fields, /;/).map(readField),
      owners: parts(owners, /,/).map(readOwner),
    };
    for (const name of parts(names, /,/)) things.set(name, [...(things.get(name) ?? []), thing]);
  }
  return things;
}
