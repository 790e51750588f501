import { Copy, Download, Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { LogLines } from '../../../engine/program/log-lines.ts';
import { saveBlob } from '../../files.ts';
import { stableSelected } from '../../state/selected.ts';
import { useApp } from '../../state/store.ts';
import { say } from '../../state/workbench.ts';
import { IconButton } from '../../widgets/button.tsx';
import { findNext, findText, useFind } from './log-find.ts';

/** In the panel's head: search, copy and save. */
export function LogTools() {
  const program = useApp((state) => stableSelected(state)?.program);
  const copy = async () => {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blobOf(program?.log) })]);
    say('Log copied');
  };
  return (
    <>
      <SearchField />
      <IconButton icon={Copy} name="Copy the log" small onPress={() => void copy()} />
      <IconButton
        icon={Download}
        name="Save the log"
        small
        onPress={() => saveBlob(`${program?.name ?? 'program'}.log`, blobOf(program?.log))}
      />
    </>
  );
}

/** Its bytes as they are: nobody has to make a string of them. */
const blobOf = (log: LogLines | undefined): Blob =>
  new Blob(log === undefined ? [] : [log.bytes], { type: 'text/plain' });

/** Enter goes to the next place, with Shift to the one before; Escape ends the search. */
function SearchField() {
  const { text, found, part } = useFind();
  const press = ({ key, shiftKey }: KeyboardEvent) => {
    if (key === 'Enter') findNext(shiftKey ? -1 : 1);
    if (key === 'Escape') findText('');
  };
  return (
    <span className="search">
      <Search className="icon" size={12} strokeWidth={2} aria-hidden />
      <input
        type="search"
        aria-label="Find in log"
        placeholder="Find, or :line"
        value={text}
        onChange={(event) => findText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <output className="found" aria-live="polite">
        {text !== '' && part !== undefined && part > 0 && `${Math.floor(100 * part)} %`}
        {text !== '' && part === undefined && found !== undefined && found.row < 0 && 'not found'}
      </output>
    </span>
  );
}
