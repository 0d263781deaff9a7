import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { exerciseOperations } from './exercise-operations.ts';
import { sendTo } from './testing/attack-library.ts';
import { buildRulesApp } from './testing/rules-app.ts';

async function exercise(isBroken: boolean) {
  const app = await buildRulesApp(isBroken);
  const report = await exerciseOperations({
    client: { send: sendTo(app), close: () => {} },
    people: null,
    samplePattern,
    createChecker: createSchemaChecker,
    signal: AbortSignal.timeout(20_000),
  });
  return report.operations.flatMap(({ findings }) => findings);
}

describe('exerciseRules', () => {
  it('finds nothing where the documented rules are kept', async () => {
    expect(await exercise(false)).toEqual([]);
  });

  it('finds what the document promises and the app does not keep', async () => {
    const found = await exercise(true);

    expect(found.map(({ kind, attempt }) => `${kind}: ${attempt}`).sort()).toEqual(
      [
        'rule-broken: the same roomId, number',
        'rule-broken: the same from, to, roomId',
        'rule-broken: one more than 2',
        'invalid-accepted: from above to',
        'invalid-accepted: low above high',
        'rule-broken: a record with open=true',
        'rule-broken: a record that a roomId names',
        'rule-broken: a record that is linked',
        'rule-broken: a record with state=draft',
        'rule-broken: a change of a record with sent=true',
        'rule-broken: a record in draft',
        'rule-broken: a record in sent',
      ].sort(),
    );
  });
});
