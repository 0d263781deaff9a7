import type { FieldType } from '@quantumlayer/contracts';
import { words } from './words.ts';

/** Last words of a name that decide its type, most specific list first. */
export const TYPE_BY_LAST_WORD: readonly (readonly [FieldType, ReadonlySet<string>])[] = [
  ['email', words('email emails mail')],
  ['phone', words('phone telephone tel mobile cellphone fax phones cell')],
  ['url', words('url website link homepage uri webpage permalink')],
  ['uuid', words('uuid guid')],
  ['slug', words('slug')],
  ['locale', words('locale')],
  ['password', words('password passphrase passcode')],
  ['json', words('json metadata payload preferences settings attributes')],
  [
    'money',
    words(
      'price amount cost total salary fee subtotal balance budget wage rent deposit tax pay tuition revenue fare premium toll refund charge value-usd expense payment income earnings msrp prices commission payout donation penalty fine debt spend turnover profit surcharge endowment sum tip debit copay rrp bonus',
    ),
  ],
  ['percentage', words('percent percentage pct discount progress')],
  ['duration', words('duration')],
  [
    'integer',
    words(
      'rows columns quantity qty count cores layers threads lanes gears wheels vcpus age floor stock capacity year number-of seats bedrooms bathrooms beds rooms-count floors credits points score position rank ranking rating stars pages level-number guests attendees headcount copies servings portions minutes mins seconds days weeks months years calories reps sets sequence inventory likes views votes downloads followers size-in-bytes priority-number stock-level passengers spots steps-count goals kills wins losses draws laps rounds attempts episodes units pieces participants doors minute bytes places dozens population plays index seat-count mileage-count quota dpi ports',
    ),
  ],
  [
    'decimal',
    words(
      'threshold limit tolerance weight height width length depth latitude longitude lat lng lon temperature area distance volume ratio speed mileage humidity pressure voltage hours value-decimal radius hour score-decimal gpa altitude reading size-in-mb fuel consumption acreage kilometers kilometres miles power energy density odometer elevation thickness lb kg km dosage-mg measurement magnitude footage',
    ),
  ],
  [
    'boolean',
    words(
      'withdrawn digitised digitized invoiced remedied novice fixed needed correct valid solved repaired certified signed reached occupied cleaned seen flag active enabled published done completed archived available paid confirmed verified vaccinated featured visible approved deleted hidden resolved read-flag is-active closed returned finished required billable refundable public private subscribed checked pinned locked vegetarian vegan taxable sold in-stock cancelled canceled shipped delivered accepted blocked urgent breakable fragile recurring neutered insured wheelchair-accessible accessible furnished anonymous attended starred acknowledged favourite favorite organic gluten-free archived complete present absent discontinued refunded processed',
    ),
  ],
  ['datetime', words('timestamp datetime arrival departure kick-off kickoff')],
  ['date', words('date birthday dob due deadline anniversary birthdate day-of expiry expiration')],
  ['time', words('time')],
  [
    'text',
    words(
      'description desc notes note comment comments body text content bio biography summary message details remarks instructions abstract feedback diagnosis symptoms reason excerpt overview synopsis agenda memo observations observation introduction directions reflection transcript review-text prescription-notes minutes-text complaint caption-text answer paragraph specification requirements',
    ),
  ],
];

/** Plural words that name one value, not many things. */
export const PLURAL_VALUES = words(
  `notes details comments-text remarks instructions hours minutes seconds days weeks months years credits points bedrooms bathrooms
  beds seats pages stars servings portions calories reps terms directions symptoms preferences settings coordinates dimensions cores layers threads lanes gears wheels vcpus spoken restrictions requirements needs proceeds
  earnings observations requirements miles kilometers kilometres likes views votes floors copies guests attendees participants goals
  wins losses draws initials contents opening-hours attributes savings
  followers downloads doors passengers units pieces kilograms meters metres grams allergies specs specifications responsibilities allergens rows columns
  starts ends opens closes places slots dozens colours colors costs reasons findings results`,
);

/** Names of single values that a person writes in prompts; evidence that a list is made of fields. */
export const FIELD_NOUNS = words(
  `name title label code number sku isbn username password color colour size brand model make location city town village country state
  street zip postcode zipcode address gender role department species breed genre language currency unit category type kind status
  priority author publisher manufacturer serial plate vin iban vat industry company position rank specialty specialization level
  grade subject question reference key token hash avatar image photo picture logo file filename path caption headline subtitle site
  id identifier barcode format edition version method mode severity difficulty stage phase source period reason nationality
  occupation surname firstname lastname fullname nickname initials region province county floor room seat ward suite symbol origin destination`,
);

/** One thing that hangs on another and lives alone with it: the other side of a one-to-one. */
export const DEPENDENT_NOUNS = words(
  'profile wallet cart basket passport badge locker biography-page preference-set subscription-plan',
);

/** Things that "exactly one" or "at most one" ties to their owner alone. */
export const OWN_NOUNS = words(
  'card account spot licence license contract desk laptop policy warranty certificate record file chart setting settings subscription membership invoice receipt payment shipment key device phone computer space permit visa plan seat box code label sheet statement document agreement',
);

/** Roles that an entity of people plays for its own kind. */
export const SELF_ROLES = words(
  'manager supervisor boss mentor parent referrer predecessor successor spouse partner buddy superior lead sponsor',
);

/** Roles that a user plays for something else. */
export const PERSON_ROLES = words(
  'owner assignee author creator reporter reviewer approver organizer organiser host requester uploader sender recipient instructor lead manager supervisor poster editor',
);

/** Words whose values are usually a short list. */
export const ENUM_NOUNS = words(
  'status state type kind category priority severity level gender role stage phase method mode difficulty size condition colour color genre species direction rarity frequency sex visibility format unit plan grade rank tier channel source currency class season suit shift outcome result decision format intensity risk urgency region breed species language fuel transmission diet trade voice sex cause intensity',
);
