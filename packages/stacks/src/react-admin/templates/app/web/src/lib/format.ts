import { humanise } from './entity.ts';

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const instants = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const wholes = new Intl.NumberFormat();
const countries = new Intl.DisplayNames(undefined, { type: 'region' });
const languages = new Intl.DisplayNames(undefined, { type: 'language' });

export const formatDate = (day: string) => days.format(new Date(`${day}T00:00:00Z`));
export const formatInstant = (instant: string) => instants.format(new Date(instant));
export const formatWhole = (number: number) => wholes.format(number);
export const formatTime = (time: string) => time.replace(/:00$/, '');
export const formatCountry = (code: string) => countries.of(code) ?? code;
export const formatLocale = (tag: string) => `${languages.of(tag) ?? tag} (${tag})`;
export const formatChoices = (values: readonly string[]) => values.map(humanise).join(', ');

/** Exact: the text never becomes a binary fraction. */
export function formatDecimal(value: string, leastDigits = 0): string {
  const [, digits = ''] = value.split('.');
  const shown = digits.replace(/0+$/, '').length;
  const format = new Intl.NumberFormat(undefined, {
    minimumFractionDigits: Math.max(leastDigits, shown),
    maximumFractionDigits: Math.max(leastDigits, shown),
  });
  // Intl takes decimal text as it is; its type wants to know that this is some.
  return format.format(value as `${number}`);
}

const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;
const UNITS = ['yr', 'mo', 'wk', 'd', 'h', 'min', 's'];

/** `PT1H30M` as `1 h 30 min`. */
export function formatDuration(duration: string): string {
  const [, ...parts] = DURATION.exec(duration) ?? [];
  const shown = parts.flatMap((amount, at) => (amount ? [`${amount} ${UNITS[at]}`] : []));
  return shown.join(' ') || duration;
}

/** Takes `1:30`, `1 h 30 min`, `90 min` and ISO 8601, which it gives. */
export function parseDuration(text: string): string {
  const [, clockHours, clockMinutes] = /^(\d+):(\d\d)$/.exec(text.trim()) ?? [];
  if (clockHours !== undefined) return `PT${Number(clockHours)}H${Number(clockMinutes)}M`;
  const [whole, days, hours, minutes, seconds] =
    /^(?:(\d+)\s*d[a-z]*)?\s*(?:(\d+)\s*h[a-z]*)?\s*(?:(\d+)\s*m[a-z]*)?\s*(?:(\d+)\s*s[a-z]*)?$/i.exec(
      text.trim(),
    ) ?? [];
  if (!whole) return text.trim().toUpperCase();
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return `P${days ? `${days}D` : ''}${time && `T${time}`}`;
}

/** Bytes as people count them. */
export function formatBytes(bytes: number): string {
  const unit = bytes < 1_000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const size = { byte: 1, kilobyte: 1_000, megabyte: 1_000_000 }[unit];
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(undefined, style).format(bytes / size);
}

/** What `datetime-local` shows of an instant, in the time zone of the browser. */
export function toLocalInput(instant: string): string {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, date.getUTCSeconds() === 0 ? 16 : 19);
}
