import { Refusal } from '../contract/refusal.ts';
import type { Resource, Row } from '../records/resource.ts';
import type { Services } from '../services.ts';

const LONGEST = 1_024;

/** The values of a row with hashes in place of passwords. */
export async function withHashes(
  { rules }: Resource,
  values: Row,
  services: Services,
): Promise<Row> {
  const hashed = { ...values };
  for (const [member, { kind }] of Object.entries(rules)) {
    if (kind !== 'password' || values[member] === undefined || values[member] === null) continue;
    hashed[member] = await hashPassword(services, values[member]);
  }
  return hashed;
}

/** What is kept of a password. */
export async function hashPassword({ hasher }: Services, password: unknown): Promise<string> {
  if (typeof password !== 'string' || password === '' || password.length > LONGEST) {
    throw new Refusal('invalid', `A password has 1 to ${LONGEST} characters.`);
  }
  return hasher.hash(password);
}
