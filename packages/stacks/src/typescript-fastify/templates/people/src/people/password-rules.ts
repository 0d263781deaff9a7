import { z } from 'zod';

const MIN = 10;
const MAX = 128;

/** Of the passwords that are guessed first, those that are long enough. */
const COMMON = new Set(
  `
  0123456789 1234567890 12345678910 123456789a 123456789q 1029384756 0987654321 9876543210
  1111111111 1111122222 1234512345 123123123123 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5
  q1w2e3r4t5y6 qazwsxedcrfv qwerty1234 qwerty12345 qwerty123456 qwertyuiop asdfghjkl1 abcdefghij
  abcd123456 abc1234567 password00 password01 password12 password123 password1234 password12345
  passwordpassword passw0rd123 p@ssw0rd123 p@ssword123 iloveyou12 iloveyou123 letmein123
  letmein1234 welcome123 welcome1234 administrator admin12345 admin123456 adminadmin changeme123
  changemenow football12 football123 basketball liverpool1 manchester superman123 sunshine123
  princess123 michael123 jordan2323 dragon1234 monkey1234 trustno1trustno1
  correcthorsebatterystaple secret12345 test123456 testtest123
`
    .trim()
    .split(/\s+/),
);

/** A password that somebody chooses. */
export const newPassword = z
  .string()
  .min(MIN)
  .max(MAX)
  .refine((password) => !COMMON.has(password.toLowerCase()), 'is one of the most common passwords');

/** A password that somebody claims to know; what is too long would only cost time. */
export const knownPassword = z.string().min(1).max(MAX);
