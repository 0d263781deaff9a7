import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listSettings } from '../../apps/server/src/platform/settings.ts';
import { renderEnvExample, renderTable } from './environment-docs.ts';
import { findCodes } from './problem-pages.ts';

describe('the documents of the configuration', () => {
  const settings = listSettings(
    z.object({
      PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port to listen on'),
      LOG_LEVEL: z
        .preprocess((value) => value, z.enum(['info', 'debug']).default('info'))
        .describe('How `much`'),
      SECRET_KEY: z.string().optional().describe('Encrypts'),
    }),
  );

  it('name every setting with default, values and description', () => {
    expect(settings).toEqual([
      { name: 'PORT', preset: '4000', values: '0 to 65535', description: 'Port to listen on' },
      { name: 'LOG_LEVEL', preset: 'info', values: 'info | debug', description: 'How `much`' },
      { name: 'SECRET_KEY', preset: '', values: 'text', description: 'Encrypts' },
    ]);
  });

  it('become a file of comments and a table', () => {
    expect(renderEnvExample(settings)).toContain('# How much\n# LOG_LEVEL=info\n');
    expect(renderTable(settings)).toContain('| `SECRET_KEY` |  | text | Encrypts |');
    expect(renderTable(settings)).toContain('| info \\| debug |');
  });
});

describe('findCodes', () => {
  it('finds the codes of error classes and of the HTTP edge, and nothing else', () => {
    const text = `
      class RunNotFound extends PlatformError { readonly code = 'run-not-found'; }
      class Plain { code = 'not-an-error'; }
      const type = '/problems/request-invalid';
      const other = { code: 'neither' };`;
    expect(findCodes('x.ts', text).sort()).toEqual(['request-invalid', 'run-not-found']);
  });
});
