import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type CardGroup, type ExampleCard, exampleGroups } from './state/examples.ts';
import { store, useApp } from './state/store.ts';
import { openExample } from './state/workbench.ts';
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
          {isOpen && <Groups onChoose={() => setOpen(false)} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Groups({ onChoose }: { onChoose: () => void }) {
  const [groups, setGroups] = useState<readonly CardGroup[]>([]);
  useEffect(() => {
    void exampleGroups().then(setGroups);
  }, []);
  return groups.map(({ title, cards }) => (
    <section key={title}>
      <h3>{title}</h3>
      <ul>
        {cards.map((card) => (
          <Card key={card.document.id} card={card} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  ));
}

function Card({ card, onChoose }: { card: ExampleCard; onChoose: () => void }) {
  const { document, description, file, commands, hasC } = card;
  const isShown = useApp((state) => state.activeId === document.id);
  const choose = () => {
    openExample(document);
    onChoose();
  };
  return (
    <li className={isShown ? 'cursor' : ''}>
      <button type="button" onClick={choose}>
        <span className="strong">{document.title}</span>
        <span className="soft">{description}</span>
        <span className="facts">
          <span className="mono dim">{file}</span>
          <span className="dim">Linux {document.machine.kernel}</span>
          <span className="dim">{commands}</span>
          {hasC && <Badge>C beside it</Badge>}
        </span>
      </button>
    </li>
  );
}
