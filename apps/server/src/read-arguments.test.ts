import { expect, it } from 'vitest';
import { configSchema } from '#platform/config.ts';
import { readArguments } from './read-arguments.ts';

it('starts when nothing is asked', () => {
  expect(readArguments([], configSchema)).toEqual({ kind: 'start' });
});

it.each([['--help'], ['-h'], ['--port', '5000', '--help']])(
  'lists every setting for %j',
  (...args) => {
    const asked = readArguments(args, configSchema);
    const text = asked.kind === 'help' ? asked.text : '';

    expect(asked.kind).toBe('help');
    for (const name of Object.keys(configSchema.shape)) expect(text).toContain(`  ${name} (`);
    expect(text).toContain('PORT (0 to 65535, 4000 by default)');
  },
);

it.each([
  [
    '--port=5000',
    'npm start takes no argument --port=5000. It is a variable of the environment: PORT=... npm start',
  ],
  [
    '--data-dir',
    'npm start takes no argument --data-dir. It is a variable of the environment: DATA_DIR=... npm start',
  ],
  ['generate', 'npm start takes no argument generate. npm start -- --help lists the settings.'],
])('refuses %s and says where the setting goes', (argument, message) => {
  expect(readArguments([argument], configSchema)).toEqual({ kind: 'refusal', message });
});
