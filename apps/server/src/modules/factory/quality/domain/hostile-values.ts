/** Text that has broken other people's servers. None of it may ever cause a 5xx. */
export const hostileTexts: readonly (readonly [what: string, text: string])[] = [
  ['SQL', `'; DROP TABLE users; -- " OR 1=1`],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template injection is meant here.
  ['script', '<script>alert(1)</script>${7*7}{{7*7}}'],
  ['a null byte', 'before\u0000after'],
  ['only a null byte', '\u0000'],
  ['a lone surrogate', 'half \ud83d pair'],
  ['right-to-left and combining marks', '\u202eevil\u0301\u0301\u0301 \ufeff'],
  ['200 kB', 'x'.repeat(200_000)],
];

/** Path segments where an id belongs, already percent-encoded. */
export const hostileSegments: readonly (readonly [what: string, segment: string])[] = [
  ['a word', 'not-an-id'],
  ['a negative number', '-1'],
  ['a huge number', '99999999999999999999999999'],
  ['SQL', encodeURIComponent(`' OR '1'='1`)],
  ['a null byte', '%00'],
  ['a broken escape', '%E0%A4%A'],
  ['a path', encodeURIComponent('../../etc/passwd')],
  ['unicode', encodeURIComponent('漢字😀')],
  ['2000 characters', 'a'.repeat(2000)],
];

/** Query values that are tried on every parameter of free text. */
export const hostileQueryTexts: readonly (readonly [what: string, value: string])[] = [
  ['empty', ''],
  ['a word', 'no-such-value'],
  ['a negative number', '-1'],
  ['a fraction', '1.5'],
  ['a huge number', '1e400'],
  ['SQL', `' OR 1=1; --`],
  ['a null byte', 'a\u0000b'],
  ['wildcards', '%_\\%'],
  ['unicode', '漢字😀'],
  ['3000 characters', 'a'.repeat(3000)],
];

/** Query values that are tried on parameters that have a form. */
export const malformedQueryValues: readonly (readonly [what: string, value: string])[] = [
  ['empty', ''],
  ['a word', 'no-such-value'],
  ['a huge number', '1e400'],
  ['a null byte', 'a\u0000b'],
];

export const unknownUuid = '01890000-ffff-7fff-bfff-ffffffffffff';
