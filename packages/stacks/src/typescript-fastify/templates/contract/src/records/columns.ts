import { bigint, customType } from 'drizzle-orm/pg-core';

/** The content of a file. */
export const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (content) => Buffer.from(content),
});

/** In which order rows were made. */
export const sequence = () =>
  bigint('row_sequence', { mode: 'number' }).generatedAlwaysAsIdentity();
