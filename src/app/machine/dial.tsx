import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { GENERATIONS, type Generation, isGeneration } from '../../engine/abi/generations.ts';
import { generationWords, isRelease } from './kernel-words.ts';
import './dial.css';

interface DialProps {
  readonly kernel: string;
  readonly onChoose: (kernel: Generation) => void;
}

const LAST = GENERATIONS.length - 1;
/** Ticks of a page. */
const PAGE = 4;

const MOVES: Readonly<Record<string, (index: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowDown: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index + 1,
  PageDown: (index) => index - PAGE,
  PageUp: (index) => index + PAGE,
  Home: () => 0,
  End: () => LAST,
};

/** A scale with a tick per generation, long for releases, and a pointer at the present one. */
export function Dial({ kernel, onChoose }: DialProps) {
  const index = isGeneration(kernel) ? GENERATIONS.indexOf(kernel) : -1;
  const findTyped = useTypeAhead();
  const choose = (wanted: number) => {
    const next = Math.min(Math.max(wanted, 0), LAST);
    if (next !== index) onChoose(GENERATIONS[next]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = findTyped(event.key);
    const wanted = MOVES[event.key]?.(index) ?? typed;
    if (wanted === undefined) return;
    event.preventDefault();
    choose(wanted);
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    choose(tickAt(event.currentTarget.getBoundingClientRect(), event.clientX));
  };
  return (
    <span
      className="dial"
      role="slider"
      tabIndex={0}
      aria-label="Kernel generation"
      aria-valuemin={0}
      aria-valuemax={LAST}
      aria-valuenow={Math.max(index, 0)}
      aria-valuetext={`Linux ${kernel}`}
      data-tooltip={index < 0 ? `Linux ${kernel} is not known.` : generationWords(GENERATIONS[index])}
      onKeyDown={onKeyDown}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
    >
      {GENERATIONS.map((generation) => (
        <span key={generation} className={tickClass(generation, kernel)} data-tooltip={generationWords(generation)} />
      ))}
    </span>
  );
}

const tickAt = (scale: DOMRect, x: number): number => Math.floor(((x - scale.left) / scale.width) * GENERATIONS.length);

const tickClass = (generation: Generation, kernel: string): string =>
  ['tick', isRelease(generation) && 'long', generation === kernel && 'present'].filter(Boolean).join(' ');

/** Letters that follow each other within this time make one word; any other key ends it. */
const WORD_MS = 1000;

/** The generation of this name, or the first that begins like it: `6.18` is not `6.18.35`. */
function generationTyped(text: string): number | undefined {
  const named = isGeneration(text) ? text : GENERATIONS.find((generation) => generation.startsWith(text));
  return named === undefined ? undefined : GENERATIONS.indexOf(named);
}

/** Finds the generation that begins with what was typed: its index, or undefined. */
function useTypeAhead(): (key: string) => number | undefined {
  const word = useRef({ text: '', at: 0 });
  return (key) => {
    if (key.length > 1) {
      word.current = { text: '', at: 0 };
      return undefined;
    }
    const now = performance.now();
    const text = (now - word.current.at < WORD_MS ? word.current.text : '') + key.toLowerCase();
    word.current = { text, at: now };
    return generationTyped(text);
  };
}
