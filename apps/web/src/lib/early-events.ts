type Early = { heard: Event[]; stop: () => void };

declare global {
  interface Window {
    earlyEvents?: Early;
  }
}

/**
 * Keeps what a person does before the scripts of the page have come. It is put into the HTML as text, so it knows
 * nothing but itself. Fields and boxes keep what was done to them; a form that nobody handles yet is not sent.
 */
export function recordEarlyEvents(): void {
  const heard: Event[] = [];
  function hear(event: Event): void {
    heard.push(event);
  }
  function hearKey(event: KeyboardEvent, tag: string): void {
    const isMenu = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    const isSent = tag === 'TEXTAREA' && event.key === 'Enter' && !event.shiftKey;
    // The browser would go to its address bar, or begin a new line.
    if (isMenu || isSent) event.preventDefault();
    const isWritten = /^(INPUT|TEXTAREA|SELECT)$/.test(tag);
    if (isMenu || isSent || (!isWritten && event.key.length === 1)) hear(event);
  }
  function listen(event: Event): void {
    const { target } = event;
    if (event.type === 'submit') event.preventDefault();
    else if (!(target instanceof Element)) return;
    else if (event instanceof KeyboardEvent) hearKey(event, target.tagName);
    else if (target.closest('button') !== null) hear(event);
  }
  const types = ['keydown', 'pointerdown', 'mousedown', 'click', 'submit'];
  for (const type of types) window.addEventListener(type, listen, true);
  window.earlyEvents = {
    heard,
    stop: () => {
      for (const type of types) window.removeEventListener(type, listen, true);
    },
  };
}

/** Does again, now that the page answers, what was done before it did. Call it once, when everything is in place. */
export function replayEarlyEvents(): void {
  const { earlyEvents: early } = window;
  if (early === undefined) return;
  delete window.earlyEvents;
  early.stop();
  for (const field of document.querySelectorAll('input, textarea, select')) tellChange(field);
  // In a task of its own: what was chosen and typed is known to the page by then.
  setTimeout(() => {
    for (const event of early.heard) repeat(event);
  });
}

function repeat(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || !target.isConnected) return;
  // The class of an event is its constructor, which takes an event for what a new one shall be like.
  const Kind = event.constructor as new (type: string, init: EventInit) => Event;
  target.dispatchEvent(new Kind(event.type, event));
}

/** React takes what a field holds at first for what it has put there: the change is made again, so that it hears of it. */
function tellChange(field: Element): void {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const first = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
    if (first?.selected === false) field.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
    if (field.checked === field.defaultChecked) return;
    field.checked = field.defaultChecked;
    field.click();
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { value } = field;
    if (value === field.defaultValue) return;
    field.value = field.defaultValue;
    const { prototype } =
      field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
