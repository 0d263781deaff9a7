/** The pattern of `like` for any text that holds `part`, in which no character of `part` is a wild card. */
export function containing(part: string): string {
  return `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
