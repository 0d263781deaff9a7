import { phrases, words } from './words.ts';

export const HAVE = words(
  'has have having had possess possesses contain contains containing comprise comprises include includes hold holds store stores record records carry carries need needs require requires capture captures',
);
/** Several words that mean `has`. */
export const HAVE_PHRASES = [
  'consists of',
  'consist of',
  'is made up of',
  'are made up of',
  'is made of',
  'are made of',
  'is composed of',
  'are composed of',
  'is described by',
  'are described by',
  'is defined by',
  'are defined by',
  'is characterised by',
  'is characterized by',
  ...phrases(`
    is known by | are known by | is characterised through | is characterized through | are characterised by |
    are characterized by | are characterised through | are characterized through | is specified by | are specified by |
    disposes of | dispose of | disposes over | tells us | tell us | gives us | give us | shows us | show us
  `),
  'comes with',
  'come with',
  'is identified by',
  'are identified by',
  'is stored with',
  'are stored with',
  'is recorded with',
  'are recorded with',
  'is made from',
  'has got',
  'have got',
  'is composed from',
  ...phrases(`
    is divided into | are divided into | is split into | are split into | is split up into | are split up into | is made up from | is broken into | are broken into |
    is broken down into | are broken down into | ends with | end with | finishes with | ships with |
    is equipped with | are equipped with | is accompanied by | are accompanied by | is responsible for | are responsible for | is in charge of | are in charge of |
    takes care of | take care of | has room for | have room for | is home to | are home to |
    apply with | applies with | check in with | checks in with | enrol with | enroll with | sign up with | signs up with | register with | registers with | join with | joins with | come in with |
    comes in with | arrive with | arrives with | leaves his | leaves her | gives his | gives her | gives their | provides his | provides her | enters his | enters her | leave their |
    leaves their | give their | provide their | provides their | enter their | enters their
  `),
  'keeps track of',
  'keep track of',
];

/** A target after these is certainly an entity. */
export const STRONG_BELONG = words(
  'played fought rated graded scored contested launched trained repaired cooked baked signed filed loaded occupied assigned linked associated related tied connected attached owned taught placed written created made submitted managed supervised led issued handled carried published authored posted uploaded treated seen performed hosted organised organized run employed sold supplied ordered requested reported raised filed opened booked rented borrowed leased registered sent booked added recorded logged reviewed approved delivered driven operated held stored located based grouped categorised categorized kept scheduled billed charged paid given received allocated mapped bound affiliated made shipped dispatched',
);
export const PARTICIPLES = words(
  'taught made held sent run written given led built kept driven sold bought seen paid done tied bound put set known taken drawn lent shown hung grown cast sung worn fed dealt told shot let cut thrown flown chosen ridden sewn woven bred laid won found left lost met read spent split struck',
);
/** Verbs by which both sides have many of the other. */
export const MANY_TO_MANY_VERBS = words(
  'upvote downvote vote react endorse recommend rate score judge assess evaluate see watch enrol enroll attend join follow like subscribe participate register star save appear play take favourite favorite bookmark speak work belong use rsvp study learn know practise practice share collaborate select choose sign apply visit book volunteer enrolled registered subscribed signed tagged labelled labeled starred',
);
/** Verbs by which the subject has many of the object, and the object one of the subject. */
export const ONE_TO_MANY_VERBS = words(
  'do set request cover span group gather unite look consign house fix log lead guide coach train compose direct sponsor host develop maintain own found claim inspect repair drop bring pick hand check turn start begin show display present feature fill grow hire place write make create own submit post upload publish add host run send receive sell offer issue schedule log open file raise report request produce generate emit author list buy order hire employ supply stock organise organize lead teach manage treat supervise leave get earn accumulate rent borrow purchase record complete perform borrow reserve keep pay collect contain announce release win lose measure hold give serve operate maintain administer oversee drive deliver prescribe conduct arrange take lend ship handle process carry',
);
/** Verbs that show or keep a value of the subject: "a visit costs a fee". */
export const KEEPING_VERBS = words(
  'cost costs record track keep store save log note list show display state specify mention carry bear get give remember quote charge weigh set describe define indicate feature report offer provide last measure',
);
/** What is shown or is about one thing: "a screening shows a film". */
export const SHOWING_VERBS = words('show present feature concern cover use involve target display');
/** Deeds that a thing of their own (a loan, a rental, a booking) often records. */
export const DEED_VERBS = words(
  'borrow rent lease book reserve buy purchase order hire check take attend visit use loan return bring complete play enrol enroll',
);
/** What is taken or booked by one alone: "a waiter takes orders", "a patient books appointments". */
export const OWNED_OBJECTS = words(
  'visit lesson session order appointment booking reservation photo picture note ticket viewing consultation payment measurement reading call request delivery shipment message shoot fitting',
);
/** Deeds and the things that record them, in the spellings people use. */
export const DEED_NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['enrol', ['Enrolment', 'Enrollment']],
  ['enroll', ['Enrollment', 'Enrolment']],
  ['register', ['Registration']],
  ['book', ['Booking', 'Reservation', 'Appointment']],
  ['reserve', ['Reservation', 'Booking']],
  ['rent', ['Rental']],
  ['hire', ['Hire', 'Rental']],
  ['borrow', ['Loan', 'Borrowing', 'Checkout']],
  ['loan', ['Loan']],
  ['subscribe', ['Subscription']],
  ['apply', ['Application']],
  ['sign', ['SignUp', 'Signup', 'Registration']],
  ['rate', ['Rating', 'Review']],
  ['score', ['Score', 'Review', 'Rating', 'Evaluation']],
  ['evaluate', ['Evaluation', 'Review']],
  ['check', ['Checkout', 'CheckIn']],
  ['review', ['Review']],
  ['vote', ['Vote']],
  ['attend', ['Attendance']],
  ['visit', ['Visit']],
  ['donate', ['Donation']],
]);
/** Deeds done to a thing, which another thing may record: "bikes are repaired by mechanics". */
export const PASSIVE_NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['repair', ['Repair']],
  ['inspect', ['Inspection']],
  ['treat', ['Treatment']],
  ['examine', ['Examination', 'Exam']],
  ['deliver', ['Delivery']],
  ['maintain', ['Maintenance']],
  ['harvest', ['Harvest']],
  ['service', ['Service']],
]);
/** Further deeds that a thing of its own may record; their objects are read as those of any verb. */
export const TRADE_NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['buy', ['Purchase', 'Sale']],
  ['purchase', ['Purchase', 'Sale']],
  ['sell', ['Sale']],
  ['pay', ['Payment']],
  ['take', ['Attempt']],
]);
/** What deeds are called when they come with values of their own: "movers are assigned to moves with a role". */
export const DEED_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['assign', ['Assignment']],
  ['allocat', ['Allocation']],
  ['deploy', ['Deployment']],
  ['order', ['Order']],
  ['join', ['Membership']],
  ['participate', ['Participation']],
  ['sign', ['Signup']],
  ['lease', ['Lease']],
  ['follow', ['Follow']],
  ['like', ['Like']],
  ['watch', ['Viewing']],
  ['enter', ['Entry']],
  ['sponsor', ['Sponsorship']],
  ['support', ['Sponsorship']],
]);
/** What is said about another thing. */
export const ABOUT_NOUNS = words(
  'review rating comment feedback vote complaint testimonial question note like message report',
);
/** What a user does to add a thing: the thing is kept, whoever the user is. */
export const ADDING_VERBS = words(
  'leave write post submit fill place book log upload publish rate review buy',
);
/** By what users do with what others see: who does it is kept. */
export const AUTHORING = words('write post publish rate review submit vote join');
/** What is done to a thing that is not there before: after "I can" the thing is kept. */
export const CREATING_VERBS = words(
  'open schedule request report file issue start plan make note document offer organise organize raise propose invite prescribe announce arrange set put send attach',
);
/** Verbs of liking, with the participle that names what they are about. */
export const FEELING_VERBS: ReadonlyMap<string, string> = new Map([
  ['like', 'liked'],
  ['follow', 'followed'],
  ['bookmark', 'bookmarked'],
  ['favourite', 'favourite'],
  ['favorite', 'favorite'],
  ['star', 'starred'],
  ['save', 'saved'],
  ['watch', 'watched'],
  ['subscribe', 'subscribed'],
  ['upvote', 'upvoted'],
  ['downvote', 'downvoted'],
  ['endorse', 'endorsed'],
]);
/** Verbs of those who lead: beside another relation of the two they mean a second one. */
export const LEADING_VERBS = words(
  'led managed headed supervised chaired coached captained run directed',
);
/** Verbs about using the program: between two things they relate nothing. */
export const SCREEN_VERBS = words(
  'approve reject notify email message view access authenticate verify check validate calculate export import print search filter sort confirm cancel see need want like know get receive send',
);
/** Roles whose deeds are rights or habits, not things to store. */
export const GENERIC_ACTORS = words(
  'user users people anyone everyone everybody someone admin admins administrator administrators staff we i you they visitor visitors nobody it system app application owner owners operator operators manager managers moderator moderators team somebody',
);

export const TRACK_VERBS = words(
  'track manage store keep record register organise organize maintain handle catalog catalogue log monitor list save collect tracks manages stores keeps records registers organises organizes maintains handles catalogs logs monitors lists saves collects tracking managing storing keeping recording registering organising organizing maintaining handling cataloging cataloguing logging monitoring listing saving collecting model administer administering modelling remember archive document covers cover covering support supports capture captures capturing hold holds holding containing contains contain add adding create creating define edit view see browse upload post schedule scheduling schedules index indexing',
);

/** Sentences about permissions, logins and behaviour, with the reason why they are left out. */
export const RULE_WORDS: readonly { words: ReadonlySet<string>; reason: string }[] = [
  {
    words: words(
      'login log-in signin sign-in logged logout authenticate authenticated authentication authorization authorisation permission permissions password-protected oauth sso jwt 2fa mfa role-based rbac',
    ),
    reason: 'who signs in was not understood in these words',
  },
  {
    words: words(
      'approve approves approved approval reject rejects allow allowed permitted forbidden authorised authorized restrict restricted admin admins admin-only managers administrators access',
    ),
    reason: 'who may do what was not understood in these words',
  },
  {
    words: words(
      'notify notifies notification notifications send sends sent remind reminds reminder reminders email emails alert alerts calculate calculates calculated compute computes automatically when whenever after before trigger triggers decrease increase decreases increases update updates sync syncs charge charges refund convert converts import export generate generates',
    ),
    reason: 'behaviour beyond storing, finding and checking data is not compiled yet',
  },
  {
    words: words(
      'react vue angular svelte next.js nextjs html css tailwind responsive ui ux frontend front-end design theme dark colour color button buttons page pages screen screens mobile ios android docker kubernetes python django java spring rails php laravel graphql mongodb mysql postgres postgresql sqlite redis aws azure typescript javascript node express fastify cloud deploy deployed hosting fast secure scalable modern beautiful pretty performance',
    ),
    reason: 'technology and appearance are chosen by the stack, not by the prompt',
  },
];

/** What is told of several is kept of each time: a role in a project, a date of enrolment. */
export const ASSIGNING = words('assigned allocated deployed posted enrolled registered');

/** What a record says by its values: "a permit shows the zone". */
export const TELLING_VERBS = words(
  'names shows says bears states mentions specifies indicates gives',
);
