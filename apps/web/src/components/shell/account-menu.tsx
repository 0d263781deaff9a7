'use client';

import { KeyRound, LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { api } from '#lib/api.ts';
import { describeProblem } from '../problem-notice.tsx';
import { Button } from '../ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../ui/menu.tsx';
import { useToast } from '../ui/toast.tsx';

export function AccountMenu() {
  const router = useRouter();
  const toast = useToast();

  async function signOut() {
    try {
      await api.signOut();
      window.location.assign('/sign-in');
    } catch (error) {
      toast({ title: 'Not signed out', text: describeProblem(error).detail, tone: 'failed' });
    }
  }

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
