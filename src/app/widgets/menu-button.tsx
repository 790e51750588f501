import { type ComponentType, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { MenuProps } from './menu.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: ReactNode;
  /** What is read aloud and matched while typing. */
  readonly text: string;
  readonly note?: string;
  readonly onSelect: () => void;
}

export interface MenuGroup {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuButtonProps {
  readonly name: string;
  readonly className?: string;
  readonly groups: readonly MenuGroup[];
  readonly children: ReactNode;
}

/** Menus come with the first one that is about to be opened. */
const loadMenu = () => import('./menu.tsx');

/** A button that opens a list of actions, in groups. */
export function MenuButton({ name, className = 'button', groups, children }: MenuButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [Menu, setMenu] = useState<ComponentType<MenuProps>>();
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    void loadMenu().then((module) => setMenu(() => module.Menu));
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || isOpen) return;
    event.preventDefault();
    open();
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-tooltip={isOpen ? undefined : name}
        onPointerEnter={loadMenu}
        onFocus={loadMenu}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {Menu !== undefined && isOpen && (
        <Menu name={name} groups={groups} trigger={trigger} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
