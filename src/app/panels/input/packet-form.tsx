import { useEffect, useRef, useState } from 'react';
import { type Capture, readCapture } from '../../../lib/pcap.ts';
import { grouped } from '../../format.ts';
import { describePacket } from '../../packet/packet.ts';
import { lastCapture } from '../../state/captures.ts';
import { activeDocument, useApp } from '../../state/store.ts';
import { addFiles } from '../../state/workbench.ts';
import { TextButton } from '../../widgets/button.tsx';
import { Segments } from '../../widgets/segments.tsx';
import { CaptureList } from './capture-list.tsx';
import { Bytes, bytesText, Field } from './field.tsx';
import { PacketBuilder } from './packet-builder.tsx';
import { bytesOfHex, hexOfBytes, hexOfText, textOfHex } from './run-line.ts';

type Form = 'hex' | 'text' | 'fields' | 'pcap';

const FORMS: readonly { readonly value: Form; readonly name: string; readonly label: string }[] = [
  { value: 'hex', name: 'Packet as hex', label: 'hex' },
  { value: 'text', name: 'Packet as text', label: 'text' },
  { value: 'fields', name: 'Packet by its headers', label: 'headers' },
  { value: 'pcap', name: 'Packet of a pcap file', label: 'pcap' },
];

interface PacketProps {
  readonly hex: string;
  readonly onChange: (hex: string) => void;
}

/** The packet: as bytes, as text, by its headers, or out of a file. */
export function PacketForm({ hex, onChange }: PacketProps) {
  const capture = useApp((state) => state.capture);
  const [form, setForm] = useState<Form>(capture === undefined ? 'hex' : 'pcap');
  useEffect(() => {
    if (capture !== undefined) setForm('pcap');
  }, [capture]);
  return (
    <>
      <div className="input-field">
        <span className="soft">Packet as</span>
        <Segments name="Packet as" value={form} segments={FORMS} onChange={setForm} />
      </div>
      {form === 'pcap' && <CaptureChoice onChange={onChange} />}
      {form === 'fields' && <PacketBuilder hex={hex} onChange={onChange} />}
      {form === 'text' ? (
        <Text hex={hex} onChange={onChange} />
      ) : (
        <Bytes
          label="Packet"
          hint="64 zeros if empty"
          rows={3}
          hex={hex}
          note={hex === '' ? bytesText(hex) : describePacket(bytesOfHex(hex))}
          onChange={onChange}
        />
      )}
    </>
  );
}

function Text({ hex, onChange }: PacketProps) {
  const text = textOfHex(hex);
  return (
    <Field
      label="Packet"
      note={bytesText(hex)}
      error={text === undefined ? 'these bytes are not UTF-8 text' : undefined}
    >
      {(id) => (
        <textarea
          id={id}
          className="mono"
          rows={4}
          spellCheck={false}
          value={text ?? ''}
          onChange={(event) => onChange(hexOfText(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}

/** Captures that have given their first packet, as each does when it is opened. */
const shown = new WeakSet<Capture>();

/** A packet of a capture of the document: one that was opened here, or dropped onto the window, is the one. */
function CaptureChoice({ onChange }: { onChange: (hex: string) => void }) {
  const opened = useApp((state) => state.capture);
  const kept = useApp((state) => lastCapture(activeDocument(state)));
  const capture = opened ?? kept;
  const [at, setAt] = useState<number>();
  const [error, setError] = useState<string>();
  const open = async (file: File) => {
    const read = readCapture(file.name, new Uint8Array(await file.arrayBuffer()));
    setError(read.ok ? undefined : `${file.name}: ${read.error}`);
    if (read.ok) await addFiles([file]);
  };
  const take = (index: number) => {
    setAt(index);
    const packet = capture?.packets[index];
    if (packet !== undefined) onChange(hexOfBytes(packet.bytes));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another capture gives its first packet
  useEffect(() => {
    if (opened === undefined || shown.has(opened)) return;
    shown.add(opened);
    setError(undefined);
    take(0);
  }, [opened]);
  return (
    <Field
      label="Capture"
      note={capture && `${grouped(capture.packets.length)}\u00a0packets in ${capture.name}`}
      error={error}
    >
      {() => (
        <>
          <CaptureButton onOpen={open} />
          {capture !== undefined && <CaptureList capture={capture} at={at} onChoose={take} />}
        </>
      )}
    </Field>
  );
}

function CaptureButton({ onOpen }: { onOpen: (file: File) => Promise<void> }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextButton small look="outlined" onPress={() => picker.current?.click()}>
        Open a pcap file
      </TextButton>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".pcap,.pcapng,.cap"
        aria-label="Capture to open"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void onOpen(file);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
