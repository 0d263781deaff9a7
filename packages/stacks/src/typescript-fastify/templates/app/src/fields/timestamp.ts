import { z } from 'zod';

/** An instant as the API gives it: ISO 8601 in UTC with milliseconds. */
export const timestamp = z.string().meta({ format: 'date-time' });
