'use client';

import { Command as Menu } from 'cmdk';
import { Dialog as Primitive } from 'radix-ui';
import { useGo } from '#lib/use-go.ts';
import { allowStyles } from '../ui/allow-styles.ts';
import { Kbd } from '../ui/kbd.tsx';
import { type Command, useRegistered } from './commands.tsx';
import { places } from './navigation.ts';

allowStyles();

/** What is of no page comes behind what is, the most general last. */
const GENERAL = ['This page', 'Go to', 'Everywhere'];

type CommandMenuProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Everything that can be done, found by typing. */
export function CommandMenu({ isOpen, onOpenChange }: CommandMenuProps) {
  const commands = useRegistered();
  const go = useGo();
  const going: Command[] = places.map(({ name, href, key }) => ({
    id: `go ${href}`,
    name: `Go to ${name}`,
    group: 'Go to',
    key: `g ${key}`,
    run: () => go(href),
  }));
  const groups = [...Map.groupBy([...commands, ...going], ({ group }) => group)].sort(
    ([one], [other]) => GENERAL.indexOf(one) - GENERAL.indexOf(other),
  );

  function choose(command: Command) {
    onOpenChange(false);
    command.run();
  }

  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-ink/30 dark:bg-page/70" />
        <Primitive.Content
          aria-describedby={undefined}
          className="fixed top-[14vh] left-1/2 z-50 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
        >
          <Primitive.Title className="sr-only">Search or do</Primitive.Title>
          <Menu label="Search or do" loop>
            <Menu.Input
              autoFocus
              placeholder="What would you like to do?"
              className="h-12 w-full border-line border-b bg-surface px-4 text-base outline-none placeholder:text-subtle"
            />
            <Menu.List className="max-h-[50vh] overflow-y-auto p-2">
              <Menu.Empty className="p-6 text-center text-muted">Nothing by that name.</Menu.Empty>
              {groups.map(([group, members]) => (
                <Menu.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-subtle [&_[cmdk-group-heading]]:text-xs"
                >
                  {members.map((command) => (
                    <Menu.Item
                      key={command.id}
                      value={`${command.name} ${command.words ?? ''} ${command.id}`}
                      onSelect={() => choose(command)}
                      className="flex cursor-pointer items-center gap-2 rounded-md px-2 py-2 data-[selected=true]:bg-hover"
                    >
                      <span className="min-w-0 flex-1 truncate">{command.name}</span>
                      {command.key !== undefined && <Kbd>{command.key}</Kbd>}
                    </Menu.Item>
                  ))}
                </Menu.Group>
              ))}
            </Menu.List>
          </Menu>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
