import { describe, expect, it } from 'vitest';
import { createDoorbell } from './doorbell.ts';
import { createWakeUps } from './wake-ups.ts';

describe('wake-ups', () => {
  function listen() {
    const wakeUps = createWakeUps();
    const heard: string[] = [];
    const subscribe = (id: string, name: string) =>
      wakeUps.subscribe(id, (seq) => void heard.push(`${name} ${seq}`));
    return { wakeUps, heard, subscribe };
  }

  it('reach everybody who waits for that execution, and nobody else', () => {
    const { wakeUps, heard, subscribe } = listen();
    subscribe('run_1', 'a');
    subscribe('run_1', 'b');
    subscribe('run_2', 'c');
    wakeUps.notify('run_1', 7);
    wakeUps.notify('run_3', 7);

    expect(heard).toEqual(['a 7', 'b 7']);
  });

  it('reach all when news may have been lost', () => {
    const { wakeUps, heard, subscribe } = listen();
    subscribe('run_1', 'a');
    subscribe('run_2', 'b');
    wakeUps.notifyAll();

    expect(heard).toEqual(['a null', 'b null']);
  });

  it('end for one without ending for the others', () => {
    const { wakeUps, heard, subscribe } = listen();
    const leave = subscribe('run_1', 'a');
    subscribe('run_1', 'b');
    leave();
    leave();
    wakeUps.notify('run_1', 1);

    expect(heard).toEqual(['b 1']);
  });

  it('reach who comes after the last one left', () => {
    const { wakeUps, heard, subscribe } = listen();
    const leave = subscribe('run_1', 'a');
    leave();
    subscribe('run_1', 'b');
    leave();
    wakeUps.notify('run_1', 1);

    expect(heard).toEqual(['b 1']);
  });

  it('let a listener leave while it is told', () => {
    const { wakeUps, heard, subscribe } = listen();
    const leave = wakeUps.subscribe('run_1', () => leave());
    subscribe('run_1', 'b');
    wakeUps.notify('run_1', 1);

    expect(heard).toEqual(['b 1']);
  });
});

describe('a doorbell', () => {
  it('is heard by who waits, for however long', async () => {
    const bell = createDoorbell();
    const waiting = bell.wait(null);
    bell.ring();

    await expect(waiting).resolves.toBeUndefined();
  });

  it('is heard when it rang before', async () => {
    const bell = createDoorbell();
    bell.ring();

    await expect(bell.wait(null)).resolves.toBeUndefined();
  });

  it('is forgotten once it was reset', async () => {
    const bell = createDoorbell();
    bell.ring();
    bell.reset();
    let isOver = false;
    const waiting = bell.wait(null).then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isOver).toBe(false);
    bell.ring();
    await waiting;
  });

  it.each([-5, 0, 1])('waits no longer than %d ms', async (ms) => {
    await expect(createDoorbell().wait(ms)).resolves.toBeUndefined();
  });

  it('does not ring at once for a time that no timer can hold', async () => {
    const bell = createDoorbell();
    let isOver = false;
    const waiting = bell.wait(2 ** 40).then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isOver).toBe(false);
    bell.ring();
    await waiting;
  });
});
