/** Days that the figures of the dashboard may cover. */
export const PERIODS = ['7', '30', '90', '365'];
export const USUAL_PERIOD = '30';

/** What the URL asks for, where it is one of these. */
export function periodOf(days: string | null): string {
  return days !== null && PERIODS.includes(days) ? days : USUAL_PERIOD;
}
