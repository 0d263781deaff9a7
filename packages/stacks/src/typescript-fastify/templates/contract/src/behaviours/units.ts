/** What a value is multiplied by, and what is added then, to have it in the unit that stands for its kind. */
type Unit = { kind: string; times: number; plus?: number };

const UNITS: readonly (readonly [string, Unit])[] = [
  ['m metre meter metres meters', { kind: 'length', times: 1 }],
  ['km kilometre kilometer kilometres kilometers', { kind: 'length', times: 1000 }],
  ['cm centimetre centimeter centimetres centimeters', { kind: 'length', times: 0.01 }],
  ['mm millimetre millimeter millimetres millimeters', { kind: 'length', times: 0.001 }],
  ['mi mile miles', { kind: 'length', times: 1609.344 }],
  ['yd yard yards', { kind: 'length', times: 0.9144 }],
  ['ft foot feet', { kind: 'length', times: 0.3048 }],
  ['in inch inches', { kind: 'length', times: 0.0254 }],
  ['kg kilogram kilograms kilo kilos', { kind: 'mass', times: 1 }],
  ['g gram grams', { kind: 'mass', times: 0.001 }],
  ['mg milligram milligrams', { kind: 'mass', times: 0.000_001 }],
  ['lb lbs pound pounds', { kind: 'mass', times: 0.453_592_37 }],
  ['oz ounce ounces', { kind: 'mass', times: 0.028_349_523_125 }],
  ['l litre liter litres liters', { kind: 'volume', times: 1 }],
  ['ml millilitre milliliter millilitres milliliters', { kind: 'volume', times: 0.001 }],
  ['s sec second seconds', { kind: 'time', times: 1 }],
  ['ms millisecond milliseconds', { kind: 'time', times: 0.001 }],
  ['min minute minutes', { kind: 'time', times: 60 }],
  ['h hr hour hours', { kind: 'time', times: 3600 }],
  ['d day days', { kind: 'time', times: 86_400 }],
  ['k kelvin', { kind: 'temperature', times: 1 }],
  ['c celsius centigrade', { kind: 'temperature', times: 1, plus: 273.15 }],
  ['f fahrenheit', { kind: 'temperature', times: 5 / 9, plus: 459.67 * (5 / 9) }],
];

const BY_NAME: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap(([names, unit]) => names.split(' ').map((name) => [name, unit] as const)),
);

/** A value in another unit; null where one of them is none, or they measure different things. */
export function inUnit(value: number, from: string, to: string): number | null {
  const [one, other] = [BY_NAME.get(from.toLowerCase()), BY_NAME.get(to.toLowerCase())];
  if (one === undefined || other === undefined || one.kind !== other.kind) return null;
  if (one === other) return value;
  const result = (value * one.times + (one.plus ?? 0) - (other.plus ?? 0)) / other.times;
  // What is less than the precision of the factors is no part of the result.
  return Number(result.toPrecision(12));
}
