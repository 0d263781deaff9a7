import type { z } from 'zod';

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Enter an e-mail address such as ada@example.com.',
  url: 'Enter an address that starts with https:// or http://.',
  uuid: 'Enter a UUID.',
};

/** What is wrong with a value, in a sentence. */
export function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? `Use at least ${issue.minimum} characters.`
        : issue.origin === 'array'
          ? 'Choose at least one.'
          : `Enter ${issue.minimum} or more.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Use at most ${issue.maximum} characters.`
        : `Enter ${issue.maximum} or less.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? sentence(issue.message);
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int'
        ? 'Enter a number.'
        : issue.expected === 'record'
          ? 'Enter a JSON object.'
          : 'Fill this in.';
    default:
      return sentence(issue.message);
  }
}

/** `must be a time` as `This must be a time.` */
function sentence(message: string): string {
  const start = /^(must|is) /.test(message) ? `This ${message}` : message;
  return start.endsWith('.') ? start : `${start}.`;
}
