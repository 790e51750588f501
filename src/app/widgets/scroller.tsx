import type { ReactNode } from 'react';

/** A panel's body that scrolls: it takes the focus, so that keys scroll it. */
export function Scroller({ name, className, children }: { name: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`panel scrolls ${className}`} aria-label={name} data-panel-focus tabIndex={0}>
      {children}
    </section>
  );
}
