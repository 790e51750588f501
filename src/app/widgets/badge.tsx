import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Meaning = 'neutral' | 'accept' | 'reject' | 'warn';

/** States a fact; never a button. */
export function Badge(props: { meaning?: Meaning; icon?: LucideIcon; children: ReactNode }) {
  const Icon = props.icon;
  const meaning = props.meaning ?? 'neutral';
  return (
    <span className={meaning === 'neutral' ? 'badge' : `badge ${meaning}`}>
      {Icon && <Icon className="icon" size={12} strokeWidth={2} aria-hidden />}
      {props.children}
    </span>
  );
}

/** The filled square with a CPU's digit: the only form in which its colour says which CPU. */
export function CpuSquare({ cpu }: { cpu: number }) {
  return (
    <span className="cpu-square" style={{ '--cpu': `var(--cpu-${cpu})` }}>
      <span className="visually-hidden">CPU </span>
      {cpu}
    </span>
  );
}
