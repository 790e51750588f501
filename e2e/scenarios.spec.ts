import { expect, test } from '@playwright/test';
import { Workbench } from './page.ts';

/** The scenarios of the gallery by their titles, with what the status says of their assertions in the end. */
const SCENARIOS: readonly [title: string, said: string][] = [
  ['Active after detach', 'the assertion fails'],
  ['A rate, before BPF timers: a process that wakes up', 'all 4 assertions hold'],
  ['A rate, before BPF timers: a sampling event', 'all 5 assertions hold'],
  ['A rate with a BPF timer', 'all 7 assertions hold'],
  ['selftest timer: life of a timer, with every answer of its helpers', 'assertions hold'],
  ['selftest timer: absolute times, and timers that stay on their CPU', 'assertions hold'],
  ['selftest timer_mim: timers in maps of a map', 'assertions hold'],
  ['selftest timer_mim_reject: the timer of one inner map, the pointer of another', 'assertions hold'],
  ['selftest timer_crash: an update must not overwrite a timer', 'assertions hold'],
  ['selftest timer_lockup: two callbacks that cancel each other', 'assertions hold'],
  ['selftest timer_failure: callbacks that the verifier refuses', 'assertions hold'],
  ['selftest timer_interrupt: in which context a callback runs', 'assertions hold'],
];

test('every scenario of the gallery is opened and run; its script says which assertions hold', async ({ page }) => {
  test.setTimeout(240_000);
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.setSpeed('full speed');
  for (const [title, said] of SCENARIOS) {
    await bench.openExample(title);
    await bench.machineStands();
    await bench.button('Run').click();
    await expect(bench.status, title).toContainText(said, { timeout: 30_000 });
  }
});
