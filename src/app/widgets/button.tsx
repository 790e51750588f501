import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';

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

/** A button with an icon only. */
export function IconButton({ icon: Icon, name, shortcut, small = false, disabled = false, onPress }: IconButtonProps) {
  return (
    <WithTooltip text={name} shortcut={shortcut}>
      <AriaButton
        className={small ? 'button small' : 'button'}
        aria-label={name}
        isDisabled={disabled}
        onPress={onPress}
      >
        <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />
      </AriaButton>
    </WithTooltip>
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
  const button = (
    <AriaButton
      className={['button', look === 'plain' ? '' : look, small ? 'small' : ''].filter(Boolean).join(' ')}
      isDisabled={disabled ?? false}
      onPress={onPress}
    >
      {Icon && <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </AriaButton>
  );
  if (hint === undefined) return button;
  return (
    <WithTooltip text={hint} shortcut={shortcut}>
      {button}
    </WithTooltip>
  );
}

/** A tooltip for one focusable child: opens on hover and on focus, closes on Escape. */
export function WithTooltip(props: { text: string; shortcut?: string | undefined; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {props.children}
      <Tooltip className="tooltip" offset={6}>
        {props.text}
        {props.shortcut !== undefined && <kbd>{props.shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
