import { customType } from 'drizzle-orm/pg-core';

/** An instant with milliseconds, as an ISO 8601 string in UTC: what the API takes and gives. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => new Date(value.replace(' ', 'T').replace(/[+]00$/, 'Z')).toISOString(),
});
