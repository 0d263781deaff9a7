import type { FieldType } from '@quantumlayer/contracts';

/** Words that name a type when a person annotates a field with them; longer phrases first. */
export const TYPE_PHRASES: readonly (readonly [string, FieldType])[] = [
  ['date time', 'datetime'],
  ['date - time', 'datetime'],
  ['email address', 'email'],
  ['phone number', 'phone'],
  ['whole number', 'integer'],
  ['decimal number', 'decimal'],
  ['floating point number', 'decimal'],
  ['natural number', 'integer'],
  ['long text', 'text'],
  ['free text', 'text'],
  ['rich text', 'text'],
  ['multiline text', 'text'],
  ['short text', 'string'],
  ['true / false', 'boolean'],
  ['true or false', 'boolean'],
  ['yes / no', 'boolean'],
  ['yes or no', 'boolean'],
  ['calendar date', 'date'],
  ['star rating', 'rating'],
  ['hex colour', 'colour'],
  ['hex color', 'colour'],
  ['country code', 'country'],
  ['language tag', 'locale'],
  ['locale', 'locale'],
  ['geo point', 'geo-point'],
  ['geo - point', 'geo-point'],
  ['geopoint', 'geo-point'],
  ['geolocation', 'geo-point'],
  ['gps coordinates', 'geo-point'],
  ['gps position', 'geo-point'],
  ['coordinates', 'geo-point'],
  ['lat / long', 'geo-point'],
  ['lat / lng', 'geo-point'],
  ['lat / lon', 'geo-point'],
  ['latitude / longitude', 'geo-point'],
  ['latitude and longitude', 'geo-point'],
  ['string', 'string'],
  ['varchar', 'string'],
  ['char', 'string'],
  ['text', 'text'],
  ['longtext', 'text'],
  ['markdown', 'text'],
  ['integer', 'integer'],
  ['integers', 'integer'],
  ['int', 'integer'],
  ['bigint', 'integer'],
  ['decimal', 'decimal'],
  ['decimals', 'decimal'],
  ['strings', 'string'],
  ['booleans', 'boolean'],
  ['numeric', 'decimal'],
  ['float', 'decimal'],
  ['double', 'decimal'],
  ['money', 'money'],
  ['monetary', 'money'],
  ['currency', 'money'],
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['flag', 'boolean'],
  ['datetime', 'datetime'],
  ['timestamp', 'datetime'],
  ['timestamptz', 'datetime'],
  ['date', 'date'],
  ['time', 'time'],
  ['email', 'email'],
  ['url', 'url'],
  ['link', 'url'],
  ['uri', 'url'],
  ['phone', 'phone'],
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
  ['json', 'json'],
  ['jsonb', 'json'],
  ['slug', 'slug'],
  ['percentage', 'percentage'],
  ['percent', 'percentage'],
  ['%', 'percentage'],
  ['duration', 'duration'],
];

/** Units after a number-like name: whole numbers or fractions. */
export const INTEGER_UNITS = new Set(
  'minutes minute mins min seconds second secs sec days day weeks week months month years year pages people seats pieces cents characters words ms milliseconds pixels bytes'.split(
    ' ',
  ),
);
export const DECIMAL_UNITS = new Set(
  'kg kgs kilograms kilos grams g lbs pounds km kilometers kilometres miles meters metres m cm mm centimeters centimetres millimeters millimetres inches feet hours hrs hour liters litres l ml celsius fahrenheit degrees sqm square cubic kwh watts volts mg tonnes tons hectares acres knots bpm mb gb'.split(
    ' ',
  ),
);
export const MONEY_UNITS = new Set(
  'euros euro eur usd dollars dollar gbp chf pounds-sterling € $ £'.split(' '),
);

/** `kg`, `minutes`, `euros`. */
export function isUnit(word: string): boolean {
  return INTEGER_UNITS.has(word) || DECIMAL_UNITS.has(word) || MONEY_UNITS.has(word);
}
