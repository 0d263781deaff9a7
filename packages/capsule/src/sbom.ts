import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import parseSpdxExpression from 'spdx-expression-parse';
import { CapsuleInputInvalid } from './capsule-errors.ts';
import { hexDigestOf } from './digest.ts';
import { readLockGraph } from './lock-graph.ts';
import { LOCK_PATH, type PackInput } from './pack-input.ts';

type Dependency = PackInput['evidence']['licences'][number];

const HASH_ALGORITHMS: Readonly<Record<string, Enums.HashAlgorithm>> = {
  sha1: Enums.HashAlgorithm['SHA-1'],
  sha256: Enums.HashAlgorithm['SHA-256'],
  sha384: Enums.HashAlgorithm['SHA-384'],
  sha512: Enums.HashAlgorithm['SHA-512'],
};
const licences = new Contrib.License.Factories.LicenseFactory(parseSpdxExpression);

/** CycloneDX 1.6 JSON: the app and each dependency with the hash its lock file demands and its licence. */
export function createSbom(input: PackInput, codeDigest: string): string {
  const app = new Models.Component(Enums.ComponentType.Application, input.name, {
    bomRef: 'app',
    version: '0.0.0',
    hashes: new Models.HashDictionary([
      [Enums.HashAlgorithm['SHA-256'], codeDigest.slice('sha256:'.length)],
    ]),
  });
  const components = uniqueDependencies(input.evidence.licences).map(toComponent);
  linkDependencies(app, components, input);
  const bom = new Models.Bom({
    serialNumber: serialNumberOf(`${input.runId}\n${codeDigest}`),
    metadata: new Models.Metadata({
      timestamp: new Date(input.createdAt),
      component: app,
      tools: new Models.Tools({ components: new Models.ComponentRepository([builderOf(input)]) }),
    }),
    components: new Models.ComponentRepository(components),
  });
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const text = new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 });
  return `${text}\n`;
}

/** Draws the lock file's graph. Without a lock file no edge is known, so none is claimed. */
function linkDependencies(
  app: Models.Component,
  components: readonly Models.Component[],
  { files }: PackInput,
): void {
  const lock = files.find(({ path }) => path === LOCK_PATH);
  const graph = lock === undefined ? null : readLockGraph(lock.content);
  const known = new Map(components.map((component) => [idOf(component), component]));
  for (const [from, targets] of graph ?? []) {
    const source = from === '' ? app : known.get(from);
    for (const target of targets) {
      const component = known.get(target);
      if (component !== undefined) source?.dependencies.add(component.bomRef);
    }
  }
}

function idOf({ group, name, version }: Models.Component): string {
  return `${group === undefined ? '' : `${group}/`}${name}@${version}`;
}

function builderOf({ builder }: PackInput): Models.Component {
  return new Models.Component(Enums.ComponentType.Application, 'quantumlayer', {
    version: builder.version,
  });
}

function toComponent({ name, version, licence, integrity }: Dependency): Models.Component {
  const slash = name.startsWith('@') ? name.indexOf('/') : -1;
  const purl = `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;
  return new Models.Component(Enums.ComponentType.Library, name.slice(slash + 1), {
    ...(slash > 0 && { group: name.slice(0, slash) }),
    bomRef: purl,
    purl,
    version,
    hashes: new Models.HashDictionary(readIntegrity(name, integrity)),
    licenses: new Models.LicenseRepository(
      licence === '' ? [] : [licences.makeFromString(licence)],
    ),
  });
}

/** Subresource integrity (`sha512-<base64>`, several parted by blanks) as CycloneDX hashes. */
function readIntegrity(name: string, integrity: string): [Enums.HashAlgorithm, string][] {
  return integrity
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => {
      const dash = part.indexOf('-');
      const algorithm = HASH_ALGORITHMS[part.slice(0, dash)];
      if (algorithm === undefined) {
        throw new CapsuleInputInvalid(
          `The integrity of ${name} is not understood: ${part.slice(0, 40)}.`,
        );
      }
      return [algorithm, Buffer.from(part.slice(dash + 1), 'base64').toString('hex')];
    });
}

/** A lock file may hold one package at several places; the SBOM names it once. */
function uniqueDependencies(dependencies: readonly Dependency[]): Dependency[] {
  return [...new Map(dependencies.map((one) => [`${one.name}@${one.version}`, one])).values()];
}

/** A UUID of version 8 made from the content instead of chance: equal capsules, equal serial numbers. */
function serialNumberOf(seed: string): string {
  const hex = hexDigestOf(seed);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`;
}
