import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './page.ts';

async function atInput(page: Page): Promise<Workbench> {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.panel('Input');
  return bench;
}

const packetOf = (page: Page) => page.getByRole('textbox', { name: 'Packet', exact: true });
const outputOf = (page: Page) => page.getByRole('region', { name: 'Output of the run' });

/** Two packets, 14 and 15 bytes. */
function capture(): Buffer {
  const file = Buffer.alloc(24 + 2 * 16 + 14 + 15);
  file.writeUInt32LE(0xa1b2c3d4, 0);
  file.writeUInt32LE(14, 32);
  file.fill(0xaa, 40, 54);
  file.writeUInt32LE(15, 62);
  file.fill(0xbb, 70);
  return file;
}

test('the packet is typed as hex or text, and what came out is shown', async ({ page }) => {
  const bench = await atInput(page);
  const packet = packetOf(page);
  await packet.fill('00 11 2');
  await expect(page.getByText('wants bytes as two hex digits each')).toBeVisible();
  await packet.fill('00112233445566778899aabbccddeeff');
  await bench.verified('accepted');
  await bench.runToEnd();
  const output = outputOf(page);
  await expect(output).toContainText(/Return value\s*2 XDP_PASS/);
  await expect(output).toContainText(/Duration\s*[\d.]+.µs of virtual time/);
  await expect(output).toContainText('Packet after, 16 bytes, unchanged');
  await expect(output).toContainText('00112233445566778899aabbccddeeff');
  await page.getByRole('radio', { name: 'Packet as text' }).click();
  await expect(page.getByText('these bytes are not UTF-8 text')).toBeVisible();
  await packet.fill('GET / HTTP/1.1');
  await page.getByRole('radio', { name: 'Packet as hex' }).click();
  await expect(packet).toHaveValue('47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31');
});

test('headers make a packet, fields make a context, and the run has them', async ({ page }) => {
  const bench = await atInput(page);
  await page.getByRole('radio', { name: 'Packet by its headers' }).click();
  await page.getByRole('textbox', { name: 'To port' }).fill('99999');
  await expect(page.getByText('wants a number from 0 to 65535')).toBeVisible();
  await page.getByRole('textbox', { name: 'To port' }).fill('5353');
  await expect(page.getByText(/IPv4 10.0.0.1 → 10.0.0.2, UDP 40000 → 5353, 47.bytes/)).toBeVisible();
  await page.getByRole('textbox', { name: 'ingress_ifindex' }).fill('4294967296');
  await expect(page.getByText('wants a number of 32 bits')).toBeVisible();
  await page.getByRole('textbox', { name: 'ingress_ifindex' }).fill('1');
  await expect(page.getByRole('textbox', { name: 'data_end' })).toHaveValue('47');
  await page.getByRole('radio', { name: 'Run on CPU 1' }).click();
  await page.getByRole('spinbutton', { name: 'Repeat' }).fill('3');
  await page.getByRole('button', { name: 'script', exact: true }).click();
  await expect(bench.code).toContainText('[sh@1] bpftool prog run name first_timer data_in hex 02 00');
  await bench.verified('accepted');
  await bench.runToEnd();
  const output = outputOf(page);
  await expect(output).toContainText('Duration, average of 3');
  await expect(output).toContainText(/IPv4 10.0.0.1 → 10.0.0.2, UDP 40000 → 5353/);
  await expect(output).toContainText('Context after, 24 bytes, unchanged');
});

test('a packet comes from a capture that was opened or dropped', async ({ page }) => {
  const bench = await atInput(page);
  const packet = packetOf(page);
  await page.getByRole('radio', { name: 'Packet of a pcap file' }).click();
  const opened = page.getByLabel('Capture to open');
  await opened.setInputFiles({ name: 'two.pcap', mimeType: '', buffer: capture() });
  await expect(packet).toHaveValue(/^(aa ){13}aa$/);
  const packets = page.getByRole('listbox', { name: 'Packets of two.pcap' });
  await expect(packets.getByRole('option', { selected: true })).toContainText(/1.*0\.000\s000\ss.*14 B/);
  await packets.press('ArrowDown');
  await expect(packet).toHaveValue(/^(bb ){14}bb$/);
  await opened.setInputFiles({ name: 'no.pcap', mimeType: '', buffer: Buffer.alloc(40) });
  await expect(page.getByText('no.pcap: unknown file format')).toBeVisible();
  await expect(packet).toHaveValue(/^(bb ){14}bb$/);
  await bench.panel('Maps');
  await bench.drop('dropped.pcap', capture());
  await expect(packet).toHaveValue(/^(aa ){13}aa$/);
  await expect(page.getByText(/2\spackets in dropped\.pcap/)).toBeVisible();
});
