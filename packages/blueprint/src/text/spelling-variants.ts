/** Words that are written in two ways on the two sides of an ocean. */
const PAIRS = [
  'licence license',
  'licences licenses',
  'colour color',
  'colours colors',
  'centre center',
  'centres centers',
  'organisation organization',
  'organisations organizations',
  'catalogue catalog',
  'catalogues catalogs',
  'cheque check',
  'cheques checks',
  'programme program',
  'programmes programs',
  'favourite favorite',
  'favourites favorites',
  'labour labor',
  'metre meter',
  'metres meters',
  'litre liter',
  'litres liters',
  'grey gray',
  'tyre tire',
  'tyres tires',
  'theatre theater',
  'theatres theaters',
  'neighbour neighbor',
  'neighbours neighbors',
  'behaviour behavior',
  'enrolment enrollment',
  'enrolments enrollments',
  'fulfilment fulfillment',
  'jewellery jewelry',
  'authorisation authorization',
  'cancelled canceled',
  'travelled traveled',
  'dialogue dialog',
].map((pair) => pair.split(' '));

const OTHER = new Map(
  PAIRS.flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

/** The other way to write a word; null where there is one way. */
export function otherSpelling(word: string): string | null {
  return OTHER.get(word) ?? null;
}
