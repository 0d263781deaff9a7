/** Exact arithmetic with whole numbers and decimal texts such as '12.50'; null where a value is null. */
type Exact = { units: bigint; scale: number };

export function product(...values: unknown[]): string | null {
  return combine(values, (one, other) => ({
    units: one.units * other.units,
    scale: one.scale + other.scale,
  }));
}

export function sum(...values: unknown[]): string | null {
  return combine(values, (one, other) => atOneScale(one, other, (a, b) => a + b));
}

export function difference(...values: unknown[]): string | null {
  return combine(values, (one, other) => atOneScale(one, other, (a, b) => a - b));
}

/** To so many decimals, half away from zero. */
export function rounded(value: string | null, scale: number): string | null {
  if (value === null) return null;
  const { units, scale: had } = read(value);
  if (had <= scale) return write({ units, scale: had });
  const step = 10n ** BigInt(had - scale);
  const half = units < 0n ? -step / 2n : step / 2n;
  return write({ units: (units + half) / step, scale });
}

/** The same number without zeros at its end, so that '1.50' and '1.5' are equal. */
export function plain(value: unknown): string | null {
  return value === null ? null : write(read(value));
}

function combine(values: unknown[], join: (one: Exact, other: Exact) => Exact): string | null {
  if (values.includes(null)) return null;
  return write(values.map(read).reduce(join));
}

function atOneScale(one: Exact, other: Exact, join: (a: bigint, b: bigint) => bigint): Exact {
  const scale = Math.max(one.scale, other.scale);
  const at = ({ units, scale: had }: Exact) => units * 10n ** BigInt(scale - had);
  return { units: join(at(one), at(other)), scale };
}

function read(value: unknown): Exact {
  const [whole = '0', fraction = ''] = String(value).split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function write({ units, scale }: Exact): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : '.'}${fraction}`;
}
