/** What `ql` ends with; scripts may rely on these numbers. */
export const exitCodes = {
  succeeded: 0,
  /** The command was carried out and the answer is no: a run failed, a capsule does not verify, a check failed. */
  failed: 1,
  usage: 2,
  /** No server answers and none could be started. */
  noServer: 3,
  /** The server refused the request; the message says why. */
  refused: 4,
  /** The run waits for a person. */
  waiting: 5,
  interrupted: 130,
} as const;

export const exitCodesHelp = `
Exit codes:
  0    everything asked for was done, and every check passed
  1    done, and the answer is no: the run failed, the capsule does not verify
  2    the command line is wrong
  3    no server answers and none could be started
  4    the server refused the request
  5    the run waits for a person (approve, reject or modify it)
  130  interrupted

Environment:
  QL_URL, QL_API_KEY   use this server; otherwise one is started on the data folder when none runs there
  DATA_DIR             the data folder, .quantumlayer by default
  NO_COLOR             no colours
`;
