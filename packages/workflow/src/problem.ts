export type DefinitionProblem = {
  code:
    | 'duplicate-node'
    | 'unknown-node'
    | 'unknown-exit'
    | 'unknown-handler'
    | 'invalid-reference'
    | 'cycle'
    | 'branch-without-exit'
    | 'unreachable'
    | 'input-not-guaranteed';
  /** Id of the node the problem is at. */
  node: string;
  message: string;
};
