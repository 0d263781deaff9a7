'use client';

import { KeyRound, LogOut, UserRound } from 'lucide-react';
import { useGo } from '#lib/use-go.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../ui/menu.tsx';
import { useSignOut } from './use-sign-out.ts';

export function AccountMenu() {
  const go = useGo();
  const signOut = useSignOut();

  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" className="mr-auto px-2">
          <UserRound aria-hidden />
          Owner
        </Button>
      </MenuTrigger>
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
    </Menu>
  );
}
