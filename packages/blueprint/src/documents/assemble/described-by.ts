/** A description as a blueprint has room for it. */
export function describedBy(description: string): { description?: string } {
  const text = description.replaceAll('\0', '').trim().slice(0, 500).toWellFormed();
  return text === '' ? {} : { description: text };
}
