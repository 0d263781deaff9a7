import { Children, cloneElement, isValidElement, type ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

type Properties = Record<string, unknown>;

/**
 * Gives its properties to its one child: a button that is a link in the page. Classes are joined, both hear what
 * happens, and else the child's own properties win.
 */
export function Slot({ children, ...given }: Properties & { children?: ReactNode }) {
  const child = Children.only(children);
  if (!isValidElement<Properties>(child)) return null;
  const own = child.props;
  const merged: Properties = { ...given, ...own };
  for (const [name, value] of Object.entries(given)) {
    const mine = own[name];
    if (typeof value === 'function' && typeof mine === 'function' && name.startsWith('on')) {
      merged[name] = (...happened: unknown[]) => {
        mine(...happened);
        value(...happened);
      };
    }
  }
  merged.className = cn(asClass(given.className), asClass(own.className));
  return cloneElement(child, merged);
}

const asClass = (value: unknown) => (typeof value === 'string' ? value : '');
