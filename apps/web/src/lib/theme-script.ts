/**
 * Runs in every page before anything of it is painted, and again when the choice or the system changes: the class `dark`
 * or `light` on the root stands for what holds now. A browser may forbid its store; then the system decides.
 */
export const themeScript = `
window.applyTheme = () => {
  let chosen = null;
  try { chosen = localStorage.getItem('theme'); } catch {}
  const isDark = chosen === 'dark' || (chosen !== 'light' && darkSystem.matches);
  document.documentElement.dataset.theme = chosen ?? 'system';
  document.documentElement.classList.toggle('dark', isDark);
  document.documentElement.classList.toggle('light', !isDark);
  dispatchEvent(new Event('themechange'));
};
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
applyTheme();
darkSystem.addEventListener('change', applyTheme);
addEventListener('storage', applyTheme);`;
