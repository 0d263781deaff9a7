import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Engine } from './engine.ts';
import { createSwitchboard } from './switchboard.ts';
import { errorFieldsOf, framesOf, message, readyForQuery, simpleQuery } from './wire.ts';

/** Understands BEGIN, COMMIT and ROLLBACK, and remembers who asked what. */
function createRecordingEngine() {
  const asked: string[] = [];
  let isOpen = false;
  const engine: Engine = {
    execute(messages) {
      const sql = messages.toString('latin1').replaceAll(/[^ -~]/g, ' ');
      asked.push(sql.trim());
      if (sql.includes('BEGIN')) isOpen = true;
      if (sql.includes('COMMIT') || sql.includes('ROLLBACK')) isOpen = false;
      return readyForQuery(isOpen ? 'T' : 'I');
    },
    async close() {},
  };
  return { engine, asked };
}

const startup = message(0, Buffer.from([0, 3, 0, 0]), Buffer.from('user\0x\0\0')).subarray(1);

function connect(switchboard: ReturnType<typeof createSwitchboard>) {
  const received: Buffer[] = [];
  let isEnded = false;
  const session = switchboard.connect({
    send: (bytes) => received.push(bytes),
    end: () => {
      isEnded = true;
    },
    fail: (error) => {
      throw error;
    },
  });
  session.receive(startup);
  return {
    session,
    received,
    ask: (sql: string) => session.receive(simpleQuery(sql)),
    isEnded: () => isEnded,
  };
}

describe('switchboard', () => {
  it('lets others wait until the transaction of the first has ended', async () => {
    const { engine, asked } = createRecordingEngine();
    const switchboard = createSwitchboard(engine);
    const [one, two] = [connect(switchboard), connect(switchboard)];
    one.ask('BEGIN');
    two.ask('SELECT 2');
    await delay(5);
    one.ask('SELECT 1');
    one.ask('COMMIT');
    await delay(5);
    expect(asked.slice(1).map((sql) => sql.slice(-8).trim())).toEqual([
      'BEGIN',
      'SELECT 1',
      'COMMIT',
      'SELECT 2',
    ]);
  });

  it('ends a transaction that sits idle while others wait, and says so', async () => {
    const { engine, asked } = createRecordingEngine();
    const switchboard = createSwitchboard(engine, { idleInTransactionMs: 40 });
    const [one, two] = [connect(switchboard), connect(switchboard)];
    one.ask('BEGIN');
    await delay(80);
    expect(one.isEnded()).toBe(false);
    two.ask('SELECT 2');
    await delay(80);
    expect(one.isEnded()).toBe(true);
    const [problem] = [...framesOf(one.received.at(-1) ?? Buffer.alloc(0))];
    expect(errorFieldsOf(problem ?? Buffer.alloc(0))).toMatchObject({ S: 'FATAL', C: '25P03' });
    expect(asked.at(-2)).toContain('ROLLBACK');
    expect(asked.at(-1)).toContain('SELECT 2');
  });

  it('rolls back and goes on when a connection is closed in its transaction', async () => {
    const { engine, asked } = createRecordingEngine();
    const switchboard = createSwitchboard(engine);
    const [one, two] = [connect(switchboard), connect(switchboard)];
    one.ask('BEGIN');
    two.ask('SELECT 2');
    await delay(5);
    await one.session.close();
    await delay(5);
    expect(asked.at(-2)).toContain('ROLLBACK');
    expect(asked.at(-1)).toContain('SELECT 2');
  });

  it('closes a connection that still waits for its turn without holding up those behind it', async () => {
    const { engine, asked } = createRecordingEngine();
    const switchboard = createSwitchboard(engine);
    const [one, two, three] = [connect(switchboard), connect(switchboard), connect(switchboard)];
    one.ask('BEGIN');
    two.ask('SELECT 2');
    three.ask('SELECT 3');
    const closed = two.session.close();
    one.ask('COMMIT');
    await closed;
    await delay(5);
    expect(asked.at(-1)).toContain('SELECT 3');
    expect(asked.join()).not.toContain('SELECT 2');
  });
});
