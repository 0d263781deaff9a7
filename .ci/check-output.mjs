// Checks the object that `npm run -s generate -- ... --json` printed against what scripts may rely on.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

const output = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const names = output.blueprint.entities.map(({ name }) => name).sort();

assert.equal(output.run.status, 'succeeded');
assert.ok(output.run.durationMs > 0);
assert.deepEqual(names, ['Customer', 'Invoice', 'LineItem']);
assert.deepEqual(output.notUnderstood, []);
assert.equal(output.evidence.typecheck, 'passed');
assert.equal(output.evidence.lint, 'passed');
assert.ok(output.evidence.tests.passed > 0);
assert.equal(output.evidence.tests.failed, 0);
assert.ok(output.evidence.tests.coverageLines >= 80);
assert.ok(output.evidence.operations.exercised > 0);
assert.equal(output.evidence.operations.failed, 0);
assert.equal(output.capsule.verified, true);
assert.match(output.capsule.digest, /^sha256:[0-9a-f]{64}$/);
assert.ok(existsSync(output.capsule.path));
assert.match(output.preview.url, /^http:\/\/[a-z0-9-]+\.localhost:\d+/);
assert.ok(Date.parse(output.preview.expiresAt) > Date.now());
assert.ok(existsSync(`${output.app.dir}/package.json`));
console.log(JSON.stringify(output.evidence), `${output.run.durationMs} ms`);
