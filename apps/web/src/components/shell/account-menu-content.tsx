'use client';

import { KeyRound, LogOut } from 'lucide-react';
import { useGo } from '#lib/use-go.ts';
import { MenuContent, MenuItem, MenuSeparator } from '../ui/menu-parts.tsx';
import { useSignOut } from './use-sign-out.ts';

export function AccountMenuContent() {
  const go = useGo();
  const signOut = useSignOut();
  return (
    <MenuContent align="start" side="top">
      <MenuItem onSelect={() => go('/settings')}>
        <KeyRound aria-hidden />
        Keys and password
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </MenuContent>
  );
}
