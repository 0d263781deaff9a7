export const themes = ['light', 'dark'] as const;

/** From one call to the next the other theme. */
export function takeTurns(): () => (typeof themes)[number] {
  let turn = 0;
  return () => {
    turn += 1;
    return turn % 2 === 1 ? 'light' : 'dark';
  };
}
