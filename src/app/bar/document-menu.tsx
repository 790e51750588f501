import { ChevronDown, FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { keyOf } from '../commands.ts';
import { openFiles, savedFiles, saveFile } from '../files.ts';
import type { Document } from '../state/documents.ts';
import { activeDocument, store, useApp } from '../state/store.ts';
import { activate, newDocument, removeFile } from '../state/workbench.ts';
import { IconButton } from '../widgets/button.tsx';
import { MenuButton, type MenuEntry } from '../widgets/menu-button.tsx';

const TAKEN = '.o,.s,.asm,.txt,.c,.h,.rearm,.json,.pcap,.pcapng,.cap';

/** What is shown, what else there is, and the way in and out for files. */
export function DocumentMenu() {
  const documents = useApp((state) => state.documents);
  const document = useApp(activeDocument);
  const title = document?.title ?? '';
  const picker = useRef<HTMLInputElement>(null);
  const open = () => picker.current?.click();
  const groups = [
    { title: 'File', entries: fileEntries(open) },
    { title: 'Save', entries: saveEntries(document) },
    { title: 'Files', entries: fileRemovals(document) },
    { title: 'Recent', entries: recentEntries(documents) },
  ].filter((group) => group.entries.length > 0);
  return (
    <>
      <MenuButton name={`Document: ${title}`} className="button text name" groups={groups}>
        <span className="title">{title}</span>
        <ChevronDown className="icon" size={12} strokeWidth={2} aria-hidden />
      </MenuButton>
      <IconButton icon={FolderOpen} name="Open a file" onPress={open} />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={TAKEN}
        aria-label="Files to open"
        onChange={(event) => {
          void openFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

const fileEntries = (open: () => void): readonly MenuEntry[] => [
  { id: 'open', label: 'Open…', text: 'Open', onSelect: open },
  {
    id: 'examples',
    label: 'Examples…',
    text: 'Examples',
    note: keyOf('examples') ?? '',
    onSelect: () => store.setState({ galleryOpen: true }),
  },
  { id: 'new', label: 'New from the example', text: 'New', onSelect: newDocument },
];

const saveEntries = (document: Document | undefined): readonly MenuEntry[] =>
  savedFiles(document?.programs ?? [], document?.files ?? []).map((file) => ({
    id: `save ${file.name}`,
    label: `Save ${file.name}`,
    text: `Save ${file.name}`,
    note: file.what,
    onSelect: () => void saveFile(file),
  }));

const fileRemovals = (document: Document | undefined): readonly MenuEntry[] =>
  (document?.files ?? []).map(({ name }) => ({
    id: `remove ${name}`,
    label: `Remove ${name}`,
    text: `Remove ${name}`,
    note: 'no longer part of the scenario',
    onSelect: () => removeFile(name),
  }));

const recentEntries = (documents: readonly Document[]): readonly MenuEntry[] =>
  documents
    .filter((document) => document.origin !== 'example')
    .map(({ id, title, programs }) => ({
      id,
      label: title,
      text: title,
      note: programs.map((file) => file.name).join(', '),
      onSelect: () => activate(id),
    }));
