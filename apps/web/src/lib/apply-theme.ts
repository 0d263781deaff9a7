/**
 * Puts the class `dark` or `light` on the root of the page, and in `data-theme` what was chosen. Stands alone, since its
 * text is also a script of the page, which runs before anything is painted.
 */
export function applyTheme(): void {
  const root = document.documentElement;
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    // A browser may forbid its store; then the system decides.
  }
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = chosen ?? 'system';
  root.classList.toggle('dark', isDark);
  root.classList.toggle('light', !isDark);
  dispatchEvent(new Event('themechange'));
}
