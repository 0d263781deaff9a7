import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { ql } from '../config.ts';
import { showTable } from '../terminal/table.ts';

export type ListOptions = {
  project?: string;
  json?: boolean;
  /** Of a list that can be narrowed down to these. */
  run?: string;
  stage?: string;
  page(): { limit: number; cursor?: string };
};

type Raw = Omit<ListOptions, 'page'> & { limit: number; cursor?: string };

/** A `list` command of one page: its action gets the options with the query of the page ready. */
export function listCommand(
  what: string,
  extend: (command: Command) => Command = (command) => command,
): {
  action(act: (options: ListOptions) => Promise<void>): Command;
} {
  const command = new Command('list')
    .description(`List ${what}`)
    .option('-p, --project <id>', 'project; the first one by default')
    .option('-n, --limit <count>', 'how many', count, 20)
    .option('--cursor <cursor>', 'go on after the page that ended with this nextCursor')
    .option('--json', 'print the page as JSON');
  return {
    action: (act) =>
      extend(command).action(({ limit, cursor, ...options }: Raw) =>
        act({ ...options, page: () => ({ limit, ...(cursor !== undefined && { cursor }) }) }),
      ),
  };
}

/** A page as a table; where to go on, or what an empty list means. */
export function showPage<Item>(
  head: readonly string[],
  { items, nextCursor }: { items: readonly Item[]; nextCursor: string | null },
  row: (item: Item) => string[],
): string {
  if (items.length === 0) return `There is no ${head[0]} here yet. Make one: ${ql} generate "..."`;
  const more = nextCursor === null ? '' : `\n${pc.dim(`There are more: --cursor ${nextCursor}`)}`;
  return `${showTable(head, items.map(row))}${more}`;
}

export function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('A positive whole number is wanted.');
  return value;
}
