/** One PostgreSQL session: whole messages of the wire protocol go in, the whole answer comes out. */
export type Engine = {
  /** Must not be called again before the answer is there. Rejects only when the engine itself is broken. */
  execute(messages: Buffer): Promise<Buffer>;
  close(): Promise<void>;
};
