import { z } from 'zod';

const BYTE = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const FOUR = `(${BYTE}\\.){3}${BYTE}`;
const GROUP = '[0-9A-Fa-f]{1,4}';
/** Eight groups, of which one run of zeros may be left out as `::`. */
const SIX = [
  `(${GROUP}:){7}${GROUP}`,
  `(${GROUP}:){1,7}:`,
  ...[6, 5, 4, 3, 2].map((most) => `(${GROUP}:){1,${most}}(:${GROUP}){1,${7 - most}}`),
  `${GROUP}:(:${GROUP}){1,6}`,
  `:(:${GROUP}){1,7}`,
  '::',
  `::[Ff]{4}:${FOUR}`,
].join('|');
const ADDRESS = new RegExp(
  `^(${FOUR}(/(3[0-2]|[12]?[0-9]))?|(${SIX})(/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?)$`,
);

/** An address of IPv4 or IPv6, or a network by its prefix; kept in one spelling, so that two of them are one address. */
export function ipAddress() {
  return z
    .string()
    .regex(ADDRESS, { error: 'must be an IP address such as 192.0.2.1', abort: true })
    .overwrite(inOneSpelling);
}

function inOneSpelling(text: string): string {
  const [address = '', prefix] = text.split('/');
  const isSix = address.includes(':');
  // The address of a page has the canonical form of RFC 5952 between its brackets.
  const short = isSix ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address;
  const isWhole = prefix === undefined || Number(prefix) === (isSix ? 128 : 32);
  return isWhole ? short : `${short}/${prefix}`;
}
