import type { Field } from '@quantumlayer/contracts';

type Given = string | number | boolean;
type Typed = Omit<Field, 'name'>;

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 't', 'yes', 'y', 'on', '1'].map((text) => [text, true] as const),
  ...['false', 'f', 'no', 'n', 'off', '0'].map((text) => [text, false] as const),
]);

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const COUNTRY = /^[A-Z]{2}$/;
const LOCALE = /^[a-z]{2}(-[A-Z]{2})?$/;
const IP_ADDRESS = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** The default as the field takes it; undefined where it does not fit. */
export function fitDefault(field: Typed, given: Given): Given | undefined {
  const text = String(given);
  switch (field.type) {
    case 'boolean':
      return TRUTHS.get(text.toLowerCase());
    case 'enum':
    case 'multi-choice':
      return field.values?.find((value) => value === text);
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percentage':
    case 'rating':
      return fitNumber(field, text);
    case 'string':
    case 'text':
      return fitText(field, text);
    case 'date':
      return isDay(text) || text === 'now' ? text : undefined;
    case 'datetime':
      return text === 'now' ? text : fitMoment(text);
    case 'time':
      return TIME.test(text) ? text : undefined;
    case 'uuid':
      return UUID.test(text.toLowerCase()) ? text.toLowerCase() : undefined;
    case 'country':
      return isCountry(text.toUpperCase()) ? text.toUpperCase() : undefined;
    case 'locale':
      return LOCALE.test(text) ? text : undefined;
    case 'ip-address':
      return IP_ADDRESS.test(text) ? text : undefined;
    case 'colour':
      return COLOUR.test(text) ? text.toLowerCase() : undefined;
    default:
      return undefined;
  }
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Named by the runtime, but reserved, left to users or withdrawn: no countries of ISO 3166-1. */
const NO_COUNTRY = /^(AA|AC|C[PQ]|DG|E[AUZ]|IC|Q[M-Z]|TA|UN|X[A-Z]|ZZ)$/;

function isCountry(code: string): boolean {
  if (!COUNTRY.test(code) || NO_COUNTRY.test(code)) return false;
  return regions.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
}

const isDay = (text: string) =>
  DATE.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** `2024-01-31 09:30:00` of SQL has no zone, which the app needs: it is taken as UTC. */
function fitMoment(text: string): string | undefined {
  const moment = text.replace(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(:\d\d)?)(\.\d+)?$/, '$1T$2Z');
  return MOMENT.test(moment) && !Number.isNaN(Date.parse(moment)) ? moment : undefined;
}

const DECIMALS: Readonly<Record<string, number>> = { decimal: 6, money: 2, percentage: 2 };

function fitNumber(field: Typed, text: string): number | undefined {
  if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  const isPercentage = field.type === 'percentage';
  const isRating = field.type === 'rating';
  const { min = isPercentage ? 0 : isRating ? 1 : -Infinity } = field;
  const { max = isPercentage ? 100 : isRating ? 5 : Infinity } = field;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const most = DECIMALS[field.type] ?? 0;
  const isWide = field.type === 'integer' && field.min === undefined && field.max === undefined;
  const isHeld = !isWide || Math.abs(value) <= 2_147_483_647;
  const isPlain = /^-?\d+(\.\d+)?$/.test(String(value));
  return isPlain && isHeld && decimals <= most && value >= min && value <= max ? value : undefined;
}

function fitText(field: Typed, text: string): string | undefined {
  const { minLength = 0, maxLength = field.type === 'text' ? 10_000 : 255 } = field;
  const least = Math.max(minLength, field.required ? 1 : 0);
  const isStorable = !text.includes('\0') && text.isWellFormed();
  return isStorable && text.length >= least && text.length <= maxLength ? text : undefined;
}
