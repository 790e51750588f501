import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type ExampleCard, exampleCards } from './state/examples.ts';
import { store, useApp } from './state/store.ts';
import { activate } from './state/workbench.ts';
import { Badge } from './widgets/badge.tsx';
import './gallery.css';

/** The examples with what each of them shows. */
export function Gallery() {
  const isOpen = useApp((state) => state.galleryOpen);
  const setOpen = (open: boolean) => store.setState({ galleryOpen: open });
  return (
    <ModalOverlay className="modal" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
      <Modal>
        <Dialog className="dialog gallery">
          <Heading slot="title" level={2}>
            Examples
          </Heading>
          <ul>
            {exampleCards().map((card) => (
              <Card key={card.id} card={card} onChoose={() => setOpen(false)} />
            ))}
          </ul>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Card({ card, onChoose }: { card: ExampleCard; onChoose: () => void }) {
  const isShown = useApp((state) => state.activeId === card.id);
  const choose = () => {
    activate(card.id);
    onChoose();
  };
  return (
    <li className={isShown ? 'cursor' : ''}>
      <button type="button" onClick={choose}>
        <span className="strong">{card.title}</span>
        <span className="soft">{card.description}</span>
        <span className="facts">
          <span className="mono dim">{card.file}</span>
          <Badge meaning="accept">accepted by {card.kernel}</Badge>
          <span className="dim">{card.commands}</span>
          {card.hasC && <Badge>C beside it</Badge>}
        </span>
      </button>
    </li>
  );
}
