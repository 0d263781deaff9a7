import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

function fieldOf(prompt: string, name: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint } = outcome.reading;
  expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  return blueprint.entities.flatMap(({ fields }) => fields).find((field) => field.name === name);
}

describe('types that a standard names', () => {
  it.each([
    ['Reviews have a text and a score (star rating).', 'score', 'rating'],
    ['Reviews have a text and a star rating.', 'starRating', 'rating'],
    ['Labels have a name and a shade (hex colour).', 'shade', 'colour'],
    ['Labels have a name and a shade (hex color).', 'shade', 'colour'],
    ['Labels have a name and a hex color.', 'hexColor', 'colour'],
    ['Artists have a name and an origin (country code).', 'origin', 'country'],
    ['Artists have a name and an ISO country code.', 'isoCountryCode', 'country'],
    ['Members have a name and a language (locale).', 'language', 'locale'],
    ['Members have a name and a preferred locale.', 'preferredLocale', 'locale'],
  ])('%s', (prompt, name, type) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type });
  });

  it.each([
    ['Reviews have a text and a score.', 'score', 'integer'],
    ['Labels have a name and a colour.', 'colour', 'string'],
    ['Artists have a name and a country.', 'country', 'string'],
    ['Calls have a number and a country code.', 'countryCode', 'string'],
  ])('does not guess them: %s', (prompt, name, type) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type });
  });
});

describe('a place on the globe', () => {
  it.each([
    ['Stations have a name and a location (lat/long).', 'location'],
    ['Stations have a name and a location (latitude and longitude).', 'location'],
    ['Stations have a name and coordinates.', 'coordinates'],
    ['Stations have a name and GPS coordinates.', 'gpsCoordinates'],
    ['Stations have a name and a geo point.', 'geoPoint'],
    ['Stations have a name and a geolocation.', 'geolocation'],
  ])('%s', (prompt, name) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type: 'geo-point' });
  });

  it.each([
    ['Stations have a name and a location.', 'location', 'string'],
    ['Stations have a name and grid coordinates.', 'gridCoordinates', 'string'],
    ['Stations have a name, a latitude and a longitude.', 'latitude', 'decimal'],
  ])('is not guessed: %s', (prompt, name, type) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type });
  });
});

describe('a secret', () => {
  it.each([
    ['Safes have a label and a password.', 'password', {}],
    [
      'Safes have a label and a passphrase of at least 12 characters.',
      'passphrase',
      { minLength: 12 },
    ],
    ['Safes have a label and a PIN (kept secret).', 'pin', {}],
    [
      'Safes have a label and a code (password, optional, at most 20 characters).',
      'code',
      { maxLength: 20 },
    ],
  ])('%s', (prompt, name, rest) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type: 'password', ...rest });
  });

  it.each([
    ['Safes have a label and a PIN.', 'pin'],
    ['Users have a name and a password hash.', 'passwordHash'],
  ])('is not guessed: %s', (prompt, name) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type: 'string' });
  });
});

describe('files and images', () => {
  it.each([
    ['Employees have a name and a photo.', 'photo', { type: 'image' }],
    ['Employees have a name and a badge picture (image).', 'badgePicture', { type: 'image' }],
    [
      'Products have a name and a picture of at most 2 MB.',
      'picture',
      { type: 'image', maxBytes: 2e6 },
    ],
    ['Posts have a title and a cover image (optional).', 'coverImage', { type: 'image' }],
    ['Expenses have an amount and an attachment.', 'attachment', { type: 'file' }],
    [
      'Employees have a name and a resume (PDF file up to 5 MB).',
      'resume',
      { type: 'file', maxBytes: 5e6, mediaTypes: ['application/pdf'] },
    ],
    ['Expenses have an amount and a PDF file.', 'pdfFile', { mediaTypes: ['application/pdf'] }],
  ])('%s', (prompt, name, found) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, required: false, ...found });
  });

  it.each([
    ['Products have a name and an image URL.', 'imageUrl', 'url'],
    ['Scans have a number and a file name.', 'fileName', 'string'],
    ['Users have a name and an avatar.', 'avatar', 'string'],
  ])('are not guessed: %s', (prompt, name, type) => {
    expect(fieldOf(prompt, name)).toMatchObject({ name, type });
  });

  it('are not all that a thing has', () => {
    const prompt = 'Albums have a title and photos. A photo has an image.';
    expect(fieldOf(prompt, 'name')).toMatchObject({ type: 'string' });
    expect(fieldOf(prompt, 'image')).toMatchObject({ type: 'image' });
  });

  it('says that one cannot be required', () => {
    const outcome = readPrompt('Employees have a name and a photo (required).');
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    expect(outcome.reading.questions.map(({ text }) => text).join()).toContain(
      'cannot be required',
    );
  });
});

describe('several of some values', () => {
  it.each([
    ['Articles have a title and tags, any of news, sport and culture.', 'tags'],
    ['Articles have a title, tags (one or more of news, sport, culture) and a body.', 'tags'],
    ['Articles have a title and tags: one or more of news, sport or culture.', 'tags'],
    ['Articles have a title and tags (multiple choice: news, sport, culture).', 'tags'],
    [
      'Articles have a title. The topic of an article is one or more of news, sport and culture.',
      'topic',
    ],
  ])('%s', (prompt, name) => {
    const values = ['news', 'sport', 'culture'];
    expect(fieldOf(prompt, name)).toMatchObject({ name, type: 'multi-choice', values });
  });

  it('may be missing and begin with one', () => {
    const field = fieldOf(
      'Shirts have a name and sizes (any of S, M and L; optional, default M).',
      'sizes',
    );
    expect(field).toMatchObject({ type: 'multi-choice', required: false, default: 'M' });
  });

  it('are one alone where the name is of one', () => {
    const prompt = 'Tickets have a title and a status (any of open, closed).';
    expect(fieldOf(prompt, 'status')).toMatchObject({ type: 'enum', values: ['open', 'closed'] });
  });
});

describe('the scale of a rating', () => {
  const score = (said: string) => fieldOf(`Reviews have a text and a score (${said}).`, 'score');

  it('ends where the prompt says', () => {
    expect(score('star rating, at most 10')).toMatchObject({ type: 'rating', max: 10 });
    expect(score('star rating, between 1 and 5')).not.toHaveProperty('max');
  });

  it('is a number with bounds when it does not begin at 1', () => {
    const bounds = { min: 0, max: 10 };
    expect(score('star rating, between 0 and 10')).toMatchObject({ type: 'integer', ...bounds });
  });

  it('holds the default', () => {
    expect(score('star rating, default 3')).toMatchObject({ type: 'rating', default: 3 });
    expect(score('star rating, default 9')).not.toHaveProperty('default');
  });
});

describe('the kind of a file', () => {
  it('is understood in brackets', () => {
    const outcome = readPrompt('Invoices have a number and a scan (PDF file, at most 5 MB).');
    expect(outcome).toMatchObject({ ok: true, reading: { notUnderstood: [] } });
  });
});
