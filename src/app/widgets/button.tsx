import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Its accessible name, and the tooltip. */
  readonly name: string;
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** A button with an icon only. Its tooltip is drawn by `Tooltips`. */
export function IconButton({ icon: Icon, name, shortcut, small = false, disabled = false, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className={small ? 'button small' : 'button'}
      aria-label={name}
      disabled={disabled}
      data-tooltip={name}
      data-shortcut={shortcut}
      onClick={onPress}
    >
      <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

interface TextButtonProps {
  readonly icon?: LucideIcon;
  readonly look: 'primary' | 'outlined' | 'plain';
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly hint?: string;
  readonly shortcut?: string | undefined;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button with a verb; `hint` is its tooltip. */
export function TextButton({ icon: Icon, look, small, disabled, hint, shortcut, onPress, children }: TextButtonProps) {
  return (
    <button
      type="button"
      className={['button', look === 'plain' ? '' : look, small ? 'small' : ''].filter(Boolean).join(' ')}
      disabled={disabled ?? false}
      data-tooltip={hint}
      data-shortcut={shortcut}
      onClick={onPress}
    >
      {Icon && <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  );
}
