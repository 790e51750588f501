import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { COMMANDS, keyText } from './commands.ts';
import { store } from './state/store.ts';

/** The documents that come with the page. */
const DOCUMENTS: readonly (readonly [name: string, title: string])[] = [
  ['assembly', 'The assembly'],
  ['console', 'The console'],
  ['scenarios', 'Scenarios as text'],
  ['deviations', 'What differs from Linux'],
];

/** What this is, where to read more, and the table of commands with their keys. */
export function Help() {
  const setOpen = (open: boolean) => store.setState({ helpOpen: open });
  return (
    <ModalOverlay className="modal" isOpen onOpenChange={setOpen} isDismissable>
      <Modal>
        <Dialog className="dialog help">
          <Heading slot="title" level={2}>
            Help
          </Heading>
          <p>
            Rearm is a playground for BPF timers. The verifier answers as Linux 6.18 does; the machine is simulated,
            with CPUs, clock, maps and processes, and goes back as well as forward. Everything happens in this page.
          </p>
          <p className="help-documents">
            {DOCUMENTS.map(([name, title]) => (
              <a key={name} href={`./docs/${name}.html`} target="_blank" rel="noreferrer">
                {title}
              </a>
            ))}
          </p>
          <h3>Keys</h3>
          <table className="help-table">
            <tbody>
              {COMMANDS.map((command) => (
                <tr key={command.id}>
                  <td>{command.title}</td>
                  <td>
                    {command.keys.map((key) => (
                      <kbd key={key}>{keyText(key)}</kbd>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="caption">
            In the editor, Tab indents; {keyText('Mod+M')} makes it move the focus instead. Ctrl+Space completes a word,
            F12 goes to where a name is defined. In the log, j and k move, o opens what is folded. In the C source, up
            and down go to the lines that code came from. In the timeline, left and right go from event to event, Enter
            takes the machine there, plus and minus zoom, f fits what timers did, Home shows everything, n the present,
            / looks for an event. In the console, Tab completes a word, up and down go through what was typed, Ctrl+C
            ends the waiting for a command, Ctrl+L clears, Escape leaves. For a room,
            {keyText('Mod+5')} and the zoom of the browser make what happens large.
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
