import process from 'node:process';

/** A set-up that cannot go on; the message says what happened and what to do about it. */
export class SetupFailed extends Error {}

/**
 * One line on standard error: standard output belongs to the command that comes after the set-up.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${clearLine()}Set-up: ${text}\n`);
}

/**
 * Shows a line that later lines replace; in a pipe it is an ordinary line every ten seconds.
 * @param {() => string} describe
 * @returns {() => void} stops it
 */
export function showProgress(describe) {
  const isTerminal = process.stderr.isTTY === true;
  const timer = setInterval(
    () =>
      isTerminal ? process.stderr.write(`${clearLine()}Set-up: ${describe()}`) : say(describe()),
    isTerminal ? 250 : 10_000,
  );
  return () => {
    clearInterval(timer);
    process.stderr.write(clearLine());
  };
}

function clearLine() {
  return process.stderr.isTTY === true ? '\r\u001b[2K' : '';
}
