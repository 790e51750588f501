import { expect, type Locator, type Page } from '@playwright/test';

/** The workbench as a user meets it: everything by name and role, nothing by implementation. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page; `fragment` is that of a link. The address asks for the canvas's call log. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`/?canvas-log${fragment}`);
    await expect(this.code).toBeVisible({ timeout: 20_000 });
  }

  /** Monaco's lines. */
  get code(): Locator {
    return this.page.locator('.monaco-editor .view-line').first();
  }

  get status(): Locator {
    return this.page.locator('footer.status');
  }

  /** The strip that says what went wrong with something the user did. */
  get notice(): Locator {
    return this.page.locator('.notice');
  }

  get verdict(): Locator {
    return this.page.locator('[data-panel="verdict"]');
  }

  get log(): Locator {
    return this.page.getByRole('listbox', { name: /Verifier log/ });
  }

  /** The console's rows. */
  get terminal(): Locator {
    return this.page.locator('[data-panel="console"] .xterm-rows');
  }

  /** Opens the console with the focus in its prompt. */
  async toConsole(): Promise<void> {
    await this.panel('Console');
    await expect(this.terminal).toContainText('#');
    await this.page.locator('[data-panel="console"] .xterm-screen').click();
    await expect(this.page.getByRole('textbox', { name: 'Command' })).toBeFocused();
  }

  /** Types a line into what has the focus. */
  async type(line: string): Promise<void> {
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async panel(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** Waits until the text as it stands has its verdict. */
  async verified(verdict: 'accepted' | 'rejected'): Promise<void> {
    await expect(this.status).toContainText(new RegExp(`edit \\d+ ${verdict}`), { timeout: 20_000 });
  }

  async machineStands(): Promise<void> {
    await expect(this.status).toContainText(/step \d+/, { timeout: 20_000 });
    await expect(this.button('Run')).toBeVisible({ timeout: 30_000 });
  }

  async setSpeed(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Speed/ }).click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  async runToEnd(): Promise<void> {
    await this.setSpeed('full speed');
    await this.button('Run').click();
    await expect(this.status).toContainText('Nothing is left to do', { timeout: 30_000 });
  }

  async runHash(): Promise<string> {
    return (await this.page.locator('[data-run-hash]').getAttribute('data-run-hash')) ?? '';
  }

  async step(): Promise<number> {
    const text = await this.status.getByText(/^step \d+/).innerText();
    return Number(text.replace(/\D/g, ''));
  }

  /** Events of a kind in the timeline's table: times in ns. */
  async eventTimes(kind: string): Promise<number[]> {
    const rows = this.page.locator(`[data-timeline-twin] tr[data-kind="${kind}"]`);
    const times = await rows.evaluateAll((found) => found.map((row) => Number(row.getAttribute('data-at'))));
    return times;
  }

  /** Left edges of the rectangles that the painter filled last, as times in ns. */
  async paintedTimes(): Promise<number[]> {
    await this.page.waitForTimeout(100);
    return this.page.evaluate(() => {
      const log = window.__rearmCanvasLog;
      if (log === undefined) return [];
      const scale = (log.window.to - log.window.from) / (log.width - log.left);
      return log.calls
        .filter(([name, x]) => name === 'fillRect' && Number(x) >= log.left)
        .map(([, x]) => log.window.from + (Number(x) - log.left) * scale);
    });
  }

  /** Saves a file of the document's menu and gives its bytes. */
  async save(name: string): Promise<Buffer> {
    await this.page.getByRole('button', { name: /^Document/ }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: new RegExp(`^Save ${name}`) }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk));
    await expect(this.status).toContainText(`${name} saved`);
    return Buffer.concat(chunks);
  }

  /** Opens an example from the gallery. */
  async openExample(title: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+E');
    await this.page.getByRole('dialog').getByRole('button', { name: title }).click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  /** Puts the text cursor at the end of the line that contains a text, with the editor's own search. */
  async goToLine(text: string): Promise<void> {
    await this.page.locator('.monaco-editor .view-lines').first().click();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.press('Control+f');
    await expect(this.page.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    await expect(this.page.locator('.find-widget .matchesCount')).toContainText(' of ');
    await this.page.keyboard.press('Escape');
    await expect(this.page.locator('.find-widget')).not.toHaveClass(/visible/);
    await this.page.keyboard.press('End');
  }

  /** Drops a file onto the window. */
  async drop(name: string, bytes: Uint8Array | Buffer): Promise<void> {
    await this.dropAll([{ name, bytes }]);
  }

  /** Drops files onto the window, all at once. */
  async dropAll(files: readonly { readonly name: string; readonly bytes: Uint8Array | Buffer }[]): Promise<void> {
    const texts = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
    const transfer = await this.page.evaluateHandle((named) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of named) {
        const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        transfer.items.add(new File([data], name));
      }
      return transfer;
    }, texts);
    const target = this.page.locator('.window');
    await target.dispatchEvent('dragover', { dataTransfer: transfer });
    await target.dispatchEvent('drop', { dataTransfer: transfer });
  }
}
