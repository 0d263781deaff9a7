export type Measure = {
  what: string;
  value: number;
  unit: string;
  /** Absent for figures that are only there to compare with. */
  bar?: { limit: number; best: 'low' | 'high' };
};

export function isMet({ value, bar }: Measure): boolean {
  if (bar === undefined) return true;
  return bar.best === 'low' ? value <= bar.limit : value >= bar.limit;
}

export function printMeasures(measures: readonly Measure[]): void {
  for (const measure of measures) {
    const { what, value, unit, bar } = measure;
    const sign = bar?.best === 'high' ? '>=' : '<=';
    const verdict =
      bar === undefined
        ? ''
        : `bar ${sign} ${bar.limit} ${unit}  ${isMet(measure) ? 'met' : 'MISSED'}`;
    console.log(`${what.padEnd(52)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(8)} ${verdict}`);
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Time between one moment and the next. */
export function gaps(moments: readonly number[]): number[] {
  return moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment));
}
