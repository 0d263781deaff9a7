export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What the URL says behind `?`, as the browser reads it: of a name that comes twice, the first. */
export async function readUrl(searchParams: SearchParams): Promise<URLSearchParams> {
  const named = Object.entries(await searchParams).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(named);
}
