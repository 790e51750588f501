/** The command `rearm`: what `start/rearm.ts` starts. */
import { EXIT_OK } from './command.ts';
import { rearm } from './commands.ts';
import { processHost } from './host.ts';

// A reader that goes away (`rearm … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT_OK);
});

async function main(): Promise<void> {
  process.exitCode = await rearm(process.argv.slice(2), processHost);
}

void main();
