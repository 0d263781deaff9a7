import uPlot from 'uplot';

const FONT = '11px "Geist Variable", sans-serif';
const BAR_SHARE = 0.6;
const WIDEST_BAR = 28;

export type Series = {
  name: string;
  /** Name of a colour token of the page, e.g. `--succeeded`. */
  colour: string;
  values: readonly number[];
};

type Drawing = { options: Omit<uPlot.Options, 'width' | 'height'>; data: uPlot.AlignedData };

/** Bars one above the other. The tallest is drawn first, so that each shows what it adds. */
export function barsOver(times: readonly number[], series: readonly Series[]): Drawing {
  const paths = uPlot.paths.bars?.({ size: [BAR_SHARE, WIDEST_BAR] });
  const sums = series.map((_, at) =>
    times.map((_time, day) =>
      series.slice(0, at + 1).reduce((sum, { values }) => sum + (values[day] ?? 0), 0),
    ),
  );
  const drawn = series.map((one, at) => ({ one, values: sums[at] ?? [] })).reverse();
  return {
    options: {
      ...frame(),
      series: [
        {},
        ...drawn.map(({ one }) => ({
          label: one.name,
          fill: colourOf(one.colour),
          width: 0,
          points: { show: false },
          ...(paths !== undefined && { paths }),
        })),
      ],
    },
    data: [[...times], ...drawn.map(({ values }) => values)],
  };
}

function frame(): Omit<uPlot.Options, 'width' | 'height' | 'series'> {
  const axis = {
    stroke: colourOf('--gray-10'),
    font: FONT,
    ticks: { show: false },
    grid: { stroke: colourOf('--gray-5'), width: 1 },
  };
  return {
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { y: { range: (_plot, _low, high) => [0, Math.max(high * 1.1, 1)] } },
    axes: [
      {
        ...axis,
        size: 28,
        grid: { show: false },
        values: (_plot, splits) => splits.map(dayOf),
        incrs: [1, 2, 7, 14, 30, 60].map((days) => days * 86_400),
      },
      {
        ...axis,
        size: 36,
        values: (_plot, splits) => splits.map((value) => (Number.isInteger(value) ? value : '')),
      },
    ],
  };
}

/** `24 Nov`, in UTC like the days of the server. */
function dayOf(seconds: number): string {
  return new Date(seconds * 1_000).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

function colourOf(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
