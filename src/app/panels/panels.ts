import type { DockviewApi } from 'dockview-react';

/** The panels, in the order in which F6 goes through them. */
export const PANELS = [
  { id: 'editor', title: 'Editor' },
  { id: 'verdict', title: 'Verdict' },
  { id: 'log', title: 'Log' },
  { id: 'timeline', title: 'Timeline' },
  { id: 'objects', title: 'Objects' },
  { id: 'registers', title: 'Registers' },
  { id: 'memory', title: 'Memory' },
  { id: 'maps', title: 'Maps' },
  { id: 'console', title: 'Console' },
  { id: 'types', title: 'Types' },
  { id: 'input', title: 'Input' },
  { id: 'source', title: 'C source' },
] as const;

export type PanelId = (typeof PANELS)[number]['id'];

let dock: DockviewApi | undefined;

/** Tells where the panels are; called once when the dock is ready. */
export function setDock(api: DockviewApi): void {
  dock = api;
}

let showOnPhone: ((id: PanelId) => void) | undefined;

/** On a phone there is no dock, but one panel: tells how another one is shown, or that there is a dock again. */
export function setPhone(show: ((id: PanelId) => void) | undefined): void {
  showOnPhone = show;
  if (show !== undefined) dock = undefined;
}

/** The dock, once it is ready. */
export const theDock = (): DockviewApi | undefined => dock;

/** The panel that has the focus. */
export const focusedPanel = (): PanelId | undefined =>
  PANELS.find((panel) => panelElement(panel.id)?.closest('[data-panel]')?.contains(document.activeElement))?.id;

/** Brings a panel to the front and gives it the focus. */
export function focusPanel(id: PanelId): void {
  dock?.getPanel(id)?.api.setActive();
  showOnPhone?.(id);
  // The panel may have been hidden until now; it can take the focus after the next layout.
  requestAnimationFrame(() => {
    const element = panelElement(id);
    element?.focus();
    if (element?.dataset.panel === id) handOnFocus(element);
  });
}

/** The part of a panel that takes its focus may still be on its way: it gets the focus if the panel still has it. */
function handOnFocus(panel: HTMLElement): void {
  const observer = new MutationObserver(() => {
    const part = panel.querySelector<HTMLElement>('[data-panel-focus]');
    if (part === null) return;
    observer.disconnect();
    part.focus();
  });
  observer.observe(panel, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-panel-focus'] });
  panel.addEventListener('blur', () => observer.disconnect(), { once: true });
}

/** Gives the focus to the next (1) or previous (-1) visible panel. */
export function focusNextPanel(direction: 1 | -1): void {
  const visible = PANELS.filter((panel) => dock?.getPanel(panel.id)?.api.isVisible === true);
  if (visible.length === 0) return;
  const focused = document.activeElement;
  const at = visible.findIndex((panel) => panelElement(panel.id)?.contains(focused));
  const next = at < 0 ? 0 : (at + direction + visible.length) % visible.length;
  focusPanel(visible[next].id);
}

/** What takes the focus of a panel: the part that says so, or the panel. */
function panelElement(id: PanelId): HTMLElement | null {
  const panel = document.querySelector<HTMLElement>(`[data-panel="${id}"]`);
  return panel?.querySelector<HTMLElement>('[data-panel-focus]') ?? panel;
}
