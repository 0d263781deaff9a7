import { Command, InvalidArgumentError } from 'commander';

export type ListOptions = {
  project?: string;
  json?: boolean;
  page(): { limit: number; cursor?: string };
};

type Raw = { project?: string; json?: boolean; limit: number; cursor?: string };

/** A `list` command of one page: its action gets the options with the query of the page ready. */
export function listCommand(what: string): {
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
      command.action(({ limit, cursor, ...options }: Raw) =>
        act({ ...options, page: () => ({ limit, ...(cursor !== undefined && { cursor }) }) }),
      ),
  };
}

export function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('A positive whole number is wanted.');
  return value;
}
