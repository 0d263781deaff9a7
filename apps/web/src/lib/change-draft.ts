/** What is written in the box of a change of the version `base`. */
export const changeDraft = (base: string) => `quantumlayer.change.${base}`;
