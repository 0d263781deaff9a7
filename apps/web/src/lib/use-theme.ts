'use client';

import { useSyncExternalStore } from 'react';
import { applyTheme } from './apply-theme.ts';

/** `system` follows what the system says. */
export type Theme = 'light' | 'dark' | 'system';

/** What was chosen in this browser. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme, () => 'system');
}

/** What holds now. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark, () => false);
}

export function setTheme(theme: Theme): void {
  window.localStorage.setItem('theme', theme);
  applyTheme();
}

function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

const isDark = () => document.documentElement.classList.contains('dark');

function subscribe(onChange: () => void): () => void {
  window.addEventListener('themechange', onChange);
  return () => window.removeEventListener('themechange', onChange);
}
