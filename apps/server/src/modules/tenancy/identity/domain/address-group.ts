/**
 * Whom attempts are counted for: an IPv4 address, or the /64 of an IPv6 address, all of whose addresses belong to one
 * subscriber.
 */
export function groupOfAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ''] = address.split('%');
  return plain.includes(':') ? `${expand(plain).slice(0, 4).join(':')}::/64` : address;
}

/** The parts of an IPv6 address with those that `::` stands for. */
function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const partsOf = (text: string) => (text === '' ? [] : text.split(':'));
  if (tail === undefined) return partsOf(head).map(withoutZeros);
  const [left, right] = [partsOf(head), partsOf(tail)];
  const missing = Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right].map(withoutZeros);
}

const withoutZeros = (part: string) => part.replace(/^0+(?=.)/, '');
