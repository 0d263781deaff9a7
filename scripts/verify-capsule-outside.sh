#!/usr/bin/env bash
# Verifies a capsule with nothing of QuantumLayer: openssl, tar, sha256sum, jq and the public key.
# Usage: scripts/verify-capsule-outside.sh CAPSULE.tar.gz PUBLIC-KEY.pem
# Exit code 0: every claim holds. 1: one does not. 2: it could not be tried.
# docs/guides/verify-a-capsule.md explains each step.
set -euo pipefail
export LC_ALL=C

fail() { echo "NOT VERIFIED: $*" >&2; exit 1; }

[ $# -eq 2 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
for tool in openssl tar gzip sha256sum jq base64; do
  command -v "$tool" >/dev/null || { echo "This needs $tool." >&2; exit 2; }
done
capsule=$(realpath -- "$1") || exit 2
key=$(realpath -- "$2") || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/capsule"

# 1. The archive holds plain files with plain names, each once, and nothing after its end.
gzip -t -- "$capsule" 2>"$work/gzip" && [ ! -s "$work/gzip" ] || fail "the gzip file is damaged or has something after it"
tar -tvzf "$capsule" >"$work/listing" 2>&1 || fail "the tar is damaged"
grep -qv '^-' "$work/listing" && fail "the tar holds something that is not a plain file"
tar -tzf "$capsule" >"$work/names"
grep -Eq '(^/|(^|/)\.\.?(/|$))' "$work/names" && fail "the tar holds an unsafe path"
[ -z "$(sort "$work/names" | uniq -d)" ] || fail "the tar holds a file twice"
tar -xzf "$capsule" -C "$work/capsule" --no-same-owner --same-permissions || fail "the tar cannot be unpacked"
cd "$work/capsule"

# 2. The signature is over the DSSE pre-authentication encoding of the payload, which is provenance.json.
for file in bundle.sigstore.json provenance.json manifest.json evidence.json sbom.cdx.json; do
  [ -f "$file" ] || fail "$file is missing"
  jq -e . "$file" >/dev/null 2>&1 || fail "$file is not JSON"
done
jq -j '.dsseEnvelope.payload' bundle.sigstore.json | base64 -d >"$work/payload" || fail "the payload is not base64"
jq -j '.dsseEnvelope.signatures[0].sig' bundle.sigstore.json | base64 -d >"$work/signature" || fail "the signature is not base64"
cmp -s "$work/payload" provenance.json || fail "what was signed is not provenance.json"
type=$(jq -r '.dsseEnvelope.payloadType' bundle.sigstore.json)
[ "$type" = application/vnd.in-toto+json ] || fail "the payload type is $type"
{ printf 'DSSEv1 %d %s %d ' "${#type}" "$type" "$(stat -c %s "$work/payload")"; cat "$work/payload"; } >"$work/pae"
openssl dgst -sha256 -verify "$key" -signature "$work/signature" "$work/pae" >/dev/null 2>&1 || fail "the signature is not by this key"
echo "signature    by $(openssl pkey -pubin -in "$key" -outform DER | sha256sum | cut -d' ' -f1)"

# 3. The signed statement names the digests of manifest, evidence and SBOM.
for file in manifest.json evidence.json sbom.cdx.json; do
  jq -r --arg name "$file" '.subject[] | select(.name == $name) | .digest.sha256 + "  " + .name' provenance.json >"$work/subject"
  [ -s "$work/subject" ] || fail "the provenance does not name $file"
  sha256sum --check --strict --status "$work/subject" || fail "$file is not what was signed"
done
echo "subjects     manifest.json evidence.json sbom.cdx.json"

# 4. The manifest names every other file with digest, size and mode.
jq -r '.files[] | .digest[7:] + "  " + .path' manifest.json >"$work/sums"
sha256sum --check --strict --quiet "$work/sums" >/dev/null 2>&1 || fail "a file is not what the manifest says"
{ jq -r '.files[].path' manifest.json; printf '%s\n' bundle.sigstore.json manifest.json provenance.json; } | sort >"$work/expected"
sort "$work/names" | cmp -s - "$work/expected" || fail "a file is missing or extra"
jq -r '.files[] | "\(.size) \(.mode) \(.path)"' manifest.json | while read -r size mode path; do
  [ "$(stat -c '%s %a' -- "$path")" = "$size $(printf '%o' "$mode")" ] || fail "$path has another size or mode"
done
for file in bundle.sigstore.json manifest.json provenance.json; do
  [ "$(stat -c %a "$file")" = 644 ] || fail "$file has another mode"
done
echo "files        $(wc -l <"$work/sums")"

# 5. The code digest is the digest of the sha256sum listing of the code.
code=$(cd code && find . -type f -printf '%P\n' | sort | tr '\n' '\0' | xargs -0 sha256sum -- | sha256sum | cut -d' ' -f1)
[ "sha256:$code" = "$(jq -r .codeDigest manifest.json)" ] || fail "the code digest does not match the code"
jq -e --arg code "$code" 'any(.subject[]; .name == "code" and .digest.sha256 == $code)' provenance.json >/dev/null || fail "the provenance is about other code"
echo "code         sha256:$code"

# 6. Each check of the evidence comes with its log, and none failed.
jq -r '.checks[] | .outputDigest[7:] + "  evidence/" + .id + ".log"' evidence.json >"$work/logs"
sha256sum --check --strict --quiet "$work/logs" >/dev/null 2>&1 || fail "a log is not what its check recorded"
jq -e 'all(.checks[]; .status != "failed")' evidence.json >/dev/null || fail "the evidence holds a failed check"
echo "evidence     $(jq -r '[.checks[] | "\(.id) \(.status)"] | join(", ")' evidence.json)"
echo "VERIFIED     run $(jq -r .runId manifest.json), $(jq -r .name manifest.json), digest sha256:$(sha256sum "$capsule" | cut -d' ' -f1)"
