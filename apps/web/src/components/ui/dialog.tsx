'use client';

import { partOf, whenWanted } from './when-wanted.tsx';

const parts = () => import('./dialog-parts.tsx');

const { Opener, OpenerTrigger } = whenWanted(async () => {
  const { Dialog: Root, DialogTrigger: Trigger } = await parts();
  return { Root, Trigger };
}, 'dialog');

export const Dialog = Opener;
export const DialogTrigger = OpenerTrigger;
export const DialogContent = partOf(async () => (await parts()).DialogContent);
export const DialogClose = partOf(async () => (await parts()).DialogClose);
export const DrawerContent = partOf(async () => (await parts()).DrawerContent);
