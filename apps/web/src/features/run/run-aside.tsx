'use client';

import type { ComponentProps } from 'react';
import { RunCommands } from './run-commands.tsx';
import { useRunTitle } from './use-run-title.ts';

/** What a run does outside of its page: the title and icon of the tab, the commands of the menu. */
export function RunAside(props: ComponentProps<typeof RunCommands>) {
  useRunTitle(props.run);
  return <RunCommands {...props} />;
}
