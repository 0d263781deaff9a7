'use client';

import { KeyRound, LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '../ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../ui/menu.tsx';
import { useSignOut } from './use-sign-out.ts';

export function AccountMenu() {
  const router = useRouter();
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
        <MenuItem onSelect={() => router.push('/settings')}>
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
