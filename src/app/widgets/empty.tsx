import type { LucideIcon } from 'lucide-react';

/** What a panel says while it has nothing: what is not here yet, and how it comes. */
export function Empty({ icon: Icon, title, how }: { icon: LucideIcon; title: string; how: string }) {
  return (
    <div className="empty">
      <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />
      <span className="strong">{title}</span>
      <span>{how}</span>
    </div>
  );
}
