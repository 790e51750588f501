import type { ReactNode } from 'react';
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';

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

/** A button that opens a list of actions, in groups. */
export function MenuButton({ name, className = 'button', groups, children }: MenuButtonProps) {
  const entries = groups.flatMap((group) => group.entries);
  return (
    <MenuTrigger>
      <AriaButton className={className} aria-label={name}>
        {children}
      </AriaButton>
      <Popover className="popover" offset={4}>
        <Menu
          className="menu"
          aria-label={name}
          onAction={(id) => entries.find((entry) => entry.id === id)?.onSelect()}
        >
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
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
