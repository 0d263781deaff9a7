import { z } from 'zod';
import { timestamp } from './run.ts';

export const sessionSchema = z
  .strictObject({
    id: z.string(),
    organisationId: z.string(),
    createdAt: timestamp,
    /** Moves on while the session is used. */
    expiresAt: timestamp,
    /** Nothing else is allowed before a password is set: the factory can be reached from other machines. */
    needsPassword: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

const givenPassword = z.string().min(1).max(200);

/** The part of a sign-in link behind `#`, or the password. */
export const signInSchema = z.union([
  z.strictObject({ token: z.string().min(1).max(200) }),
  z.strictObject({ password: givenPassword }),
]);
export type SignIn = z.infer<typeof signInSchema>;

export const setPasswordSchema = z.strictObject({
  password: z.string().min(12).max(200),
  current: givenPassword.optional(),
});
export type SetPassword = z.infer<typeof setPasswordSchema>;

export const signInLinkSchema = z
  .strictObject({
    url: z.string(),
    expiresAt: timestamp,
  })
  .meta({ id: 'SignInLink' });
export type SignInLink = z.infer<typeof signInLinkSchema>;
