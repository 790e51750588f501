import { useState } from 'react';
import {
  buildPacket,
  DEFAULT_PACKET,
  type Network,
  type PacketFields,
  readPacket,
  type Transport,
} from '../../packet/packet.ts';
import { Segments } from '../../widgets/segments.tsx';
import { Field } from './field.tsx';
import { bytesOfHex, hexOfBytes } from './run-line.ts';

const NETWORKS: readonly { readonly value: Network; readonly name: string; readonly label: string }[] = [
  { value: 'IPv4', name: 'IPv4', label: 'IPv4' },
  { value: 'IPv6', name: 'IPv6', label: 'IPv6' },
  { value: 'none', name: 'Ethernet only', label: 'none' },
];

const TRANSPORTS: readonly { readonly value: Transport; readonly name: string; readonly label: string }[] = [
  { value: 'UDP', name: 'UDP', label: 'UDP' },
  { value: 'TCP', name: 'TCP', label: 'TCP' },
  { value: 'ICMP', name: 'ICMP', label: 'ICMP' },
  { value: 'none', name: 'No transport header', label: 'none' },
];

/** Addresses that go with a network, where those that stand there do not. */
const ADDRESSES: Readonly<Record<Network, Partial<PacketFields>>> = {
  none: {},
  IPv4: { source: DEFAULT_PACKET.source, target: DEFAULT_PACKET.target },
  IPv6: { source: 'fd00::1', target: 'fd00::2' },
};

interface PacketBuilderProps {
  readonly hex: string;
  readonly onChange: (hex: string) => void;
}

/** A common packet by its headers; lengths and checksums are filled in. */
export function PacketBuilder({ hex, onChange }: PacketBuilderProps) {
  const [fields, setFields] = useState(() => withDefaults(hex));
  const built = buildPacket(fields);
  const change = (changed: Partial<PacketFields>) => {
    const next = { ...fields, ...changed };
    setFields(next);
    const packet = buildPacket(next);
    if (packet.ok) onChange(hexOfBytes(packet.value));
  };
  const error = built.ok ? undefined : built.error;
  const text = (field: keyof PacketFields, label: string) => (
    <HeaderField
      label={label}
      value={fields[field]}
      error={error?.field === field ? error.message : undefined}
      onChange={(value) => change({ [field]: value })}
    />
  );
  const hasPorts = fields.transport === 'UDP' || fields.transport === 'TCP';
  return (
    <div className="packet-builder">
      {text('sourceMac', 'From, Ethernet')}
      {text('targetMac', 'To, Ethernet')}
      <div className="input-field">
        <span className="soft">Network</span>
        <Segments
          name="Network"
          value={fields.network}
          segments={NETWORKS}
          onChange={(network) => change({ network, ...ADDRESSES[network] })}
        />
      </div>
      {fields.network !== 'none' && (
        <>
          {text('source', 'From')}
          {text('target', 'To')}
          <div className="input-field">
            <span className="soft">Transport</span>
            <Segments
              name="Transport"
              value={fields.transport}
              segments={TRANSPORTS}
              onChange={(transport) => change({ transport })}
            />
          </div>
        </>
      )}
      {fields.network !== 'none' && hasPorts && (
        <>
          {text('sourcePort', 'From port')}
          {text('targetPort', 'To port')}
        </>
      )}
      {text('payload', 'Payload')}
    </div>
  );
}

/** The fields of the packet that is there; what it does not have is filled in. */
function withDefaults(hex: string): PacketFields {
  const read = readPacket(bytesOfHex(hex));
  if (read === undefined) return DEFAULT_PACKET;
  const ports = read.sourcePort === '' ? { sourcePort: '40000', targetPort: '53' } : {};
  return { ...read, ...(read.source === '' ? ADDRESSES.IPv4 : {}), ...ports };
}

interface HeaderFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function HeaderField({ label, value, error, onChange }: HeaderFieldProps) {
  return (
    <Field label={label} error={error}>
      {(id) => (
        <input
          id={id}
          type="text"
          className="mono"
          spellCheck={false}
          value={value}
          aria-invalid={error !== undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
