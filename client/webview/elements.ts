/** Makes an element. An attribute whose value is a function listens to the event that it is named after. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | (() => void)>> = {},
  children: readonly (string | Node)[] = [],
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') made.setAttribute(key, value);
    else made.addEventListener(key.replace(/^on/, ''), value);
  }
  made.append(...children);
  return made;
}

/** Puts children in place of those that were there. Texts stay texts: nothing is read as HTML. */
export function replace(parent: Element | null, children: readonly (string | Node)[]): void {
  parent?.replaceChildren(...children);
}

/** Gives the focus to the first element that the selector finds. */
export function focus(parent: HTMLElement, selector: string): void {
  parent.querySelector<HTMLElement>(selector)?.focus();
}
