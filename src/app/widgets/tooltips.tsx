import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A pointer rests this long on a button before its tooltip opens; the focus opens it at once. */
const DELAY_MS = 500;

/** Pixels between the button and its tooltip, and to the edges of the window. */
const GAP = 6;

/**
 * The tooltips of everything that has `data-tooltip` (a text) and perhaps `data-shortcut` (a key): one at a time, on
 * hover and on focus by keyboard, closed by Escape. It lies beside its button without a gap for the pointer to fall
 * through, so it can be entered. Mounted once.
 */
export function Tooltips() {
  const [target, setTarget] = useState<HTMLElement>();
  useTarget(setTarget);
  return target === undefined ? null : <TooltipOf target={target} />;
}

function TooltipOf({ target }: { target: HTMLElement }) {
  const tooltip = useRef<HTMLDivElement>(null);
  const text = useText(target);
  const { shortcut } = target.dataset;
  useLayoutEffect(() => {
    if (tooltip.current !== null && text !== undefined) place(tooltip.current, target.getBoundingClientRect());
  }, [target, text]);
  useDescription(target);
  return (
    <div className="tooltip" role="tooltip" id="tooltip" ref={tooltip}>
      {text}
      {shortcut !== undefined && <kbd>{shortcut}</kbd>}
    </div>
  );
}

/** The tooltip's text, also if it changes while it is shown: that of a slider says where it stands. */
function useText(target: HTMLElement): string | undefined {
  const [, setText] = useState(target.dataset.tooltip);
  useEffect(() => {
    const observer = new MutationObserver(() => setText(target.dataset.tooltip));
    observer.observe(target, { attributeFilter: ['data-tooltip'] });
    return () => observer.disconnect();
  }, [target]);
  return target.dataset.tooltip;
}

/** Names the element that the tooltip is of; undefined closes it. */
function useTarget(setTarget: (target: HTMLElement | undefined) => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      clearTimeout(timer);
      setTarget(undefined);
    };
    const open = (target: HTMLElement, delay: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setTarget(target.isConnected ? target : undefined), delay);
    };
    const pointerOver = ({ target, pointerType }: PointerEvent) => {
      if (isInTooltip(target)) return clearTimeout(timer);
      const found = tooltipped(target);
      if (found === undefined) close();
      else if (pointerType === 'mouse') open(found, DELAY_MS);
    };
    const focusIn = ({ target }: FocusEvent) => {
      const found = tooltipped(target);
      if (found?.matches(':focus-visible')) open(found, 0);
    };
    const keyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close();
    };
    const listeners = new AbortController();
    const options = { signal: listeners.signal, capture: true };
    addEventListener('pointerover', pointerOver, options);
    addEventListener('focusin', focusIn, options);
    addEventListener('focusout', close, options);
    addEventListener('pointerdown', close, options);
    addEventListener('scroll', close, options);
    addEventListener('keydown', keyDown, options);
    return () => {
      clearTimeout(timer);
      listeners.abort();
    };
  }, [setTarget]);
}

/** Reads the tooltip aloud where it says more than the name. */
function useDescription(target: HTMLElement): void {
  useEffect(() => {
    if (target.dataset.tooltip === target.ariaLabel) return;
    target.setAttribute('aria-describedby', 'tooltip');
    return () => target.removeAttribute('aria-describedby');
  }, [target]);
}

const isInTooltip = (target: EventTarget | null) => target instanceof Element && target.closest('#tooltip') !== null;

const tooltipped = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null) ?? undefined;

/** Below its button, or above where there is no room; within the window. */
function place(tooltip: HTMLElement, around: DOMRect): void {
  const { width, height } = tooltip.getBoundingClientRect();
  const isBelow = around.bottom + GAP + height <= innerHeight - GAP;
  const centred = around.left + (around.width - width) / 2;
  tooltip.style.left = `${Math.max(GAP, Math.min(centred, innerWidth - GAP - width))}px`;
  tooltip.style.top = `${isBelow ? around.bottom + GAP : around.top - GAP - height}px`;
}
