import type { RefObject } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuGroup } from './menu-button.tsx';

export interface MenuProps {
  readonly name: string;
  readonly groups: readonly MenuGroup[];
  /** The button that it hangs on, which gets the focus back. */
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** A list of actions, in groups, that is open. */
export function Menu({ name, groups, trigger, onClose }: MenuProps) {
  const entries = groups.flatMap((group) => group.entries);
  const act = (id: string | number) => {
    onClose();
    entries.find((entry) => entry.id === id)?.onSelect();
  };
  return (
    <Popover
      className="popover"
      trigger="MenuTrigger"
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
      offset={4}
    >
      <AriaMenu className="menu" aria-label={name} autoFocus="first" onAction={act} onClose={onClose}>
        {groups.map((group) => (
          <MenuSection key={group.title} id={group.title}>
            <Header className="menu-heading">{group.title}</Header>
            {group.entries.map((entry) => (
              <MenuItem key={entry.id} id={entry.id} textValue={entry.text} className="menu-item">
                {entry.label}
                {entry.note !== undefined && <span className="note">{entry.note}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  );
}
