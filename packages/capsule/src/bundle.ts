import {
  BUNDLE_V03_MEDIA_TYPE,
  type Bundle,
  bundleFromJSON,
  bundleToJSON,
  isBundleWithDsseEnvelope,
  isBundleWithPublicKey,
} from '@sigstore/bundle';
import { DSSEBundleBuilder } from '@sigstore/sign';
import { toSignedEntity, Verifier } from '@sigstore/verify';
import { formatJson } from './capsule-layout.ts';
import { type CapsuleSigner, isLowS, readPublicKey } from './signing-key.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** A sigstore bundle v0.3: the statement in a DSSE envelope, signed by the key, no transparency log. */
export async function createBundle(statement: string, signer: CapsuleSigner): Promise<string> {
  const builder = new DSSEBundleBuilder({
    signer: {
      sign: async (data) => ({
        signature: signer.sign(data),
        key: { $case: 'publicKey', publicKey: signer.publicKeyPem, hint: signer.keyId },
      }),
    },
    witnesses: [],
  });
  const bundle = await builder.create({ data: Buffer.from(statement), type: PAYLOAD_TYPE });
  // The bundle's hint names the key. Cosign names keys differently and skips signatures with an id it does not know.
  for (const signature of bundle.content.dsseEnvelope.signatures) signature.keyid = '';
  return formatJson(bundleToJSON(bundle));
}

export type ReadBundle = { bundle: Bundle; payload: Buffer; keyId: string };

/** Reads a bundle that is exactly of the form `createBundle` makes; throws with the reason when it is not. */
export function readBundle(content: Buffer): ReadBundle {
  const bundle = bundleFromJSON(JSON.parse(content.toString()));
  if (formatJson(bundleToJSON(bundle)) !== content.toString()) {
    throw new Error('The bundle is not in canonical form.');
  }
  if (bundle.mediaType !== BUNDLE_V03_MEDIA_TYPE) throw new Error('Not a sigstore bundle v0.3.');
  if (!isBundleWithDsseEnvelope(bundle)) throw new Error('The bundle holds no DSSE envelope.');
  if (!isBundleWithPublicKey(bundle)) throw new Error('The bundle names no public key.');
  const { payload, payloadType, signatures } = bundle.content.dsseEnvelope;
  const [signature, ...others] = signatures;
  if (payloadType !== PAYLOAD_TYPE) throw new Error(`The payload is of type ${payloadType}.`);
  if (signature === undefined || others.length > 0)
    throw new Error('Exactly one signature is due.');
  const keyId = bundle.verificationMaterial.content.publicKey.hint;
  if (signature.keyid !== '') throw new Error('The envelope names a key; only the bundle may.');
  if (!isLowS(signature.sig)) throw new Error('The signature is not in low-S form.');
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  if (tlogEntries.length > 0 || (timestampVerificationData?.rfc3161Timestamps.length ?? 0) > 0) {
    throw new Error('The bundle holds log entries or timestamps, which nothing here vouches for.');
  }
  return { bundle, payload: Buffer.from(payload), keyId };
}

/** Throws unless the envelope was signed by the holder of this key. */
export function assertSigned(bundle: Bundle, publicKeyPem: string): void {
  const publicKey = readPublicKey(publicKeyPem);
  const verifier = new Verifier(
    {
      certificateAuthorities: [],
      timestampAuthorities: [],
      tlogs: [],
      ctlogs: [],
      publicKey: () => ({ publicKey, validFor: () => true }),
    },
    { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 },
  );
  verifier.verify(toSignedEntity(bundle));
}
