/**
 * Records code caches: `node record.mjs`, the last step of the build. Warms the program up, and writes what V8 compiled of
 * each chunk beside it.
 */
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Chunks, cachePathOf } from './chunks.ts';

// Functions that have not run for a while would lose their bytecode. A cache is good for the flags it was made under:
// at the end they are what they will be.
setFlagsFromString('--no-flush-bytecode');
const chunks = new Chunks(`${import.meta.dirname}/`);
await chunks.load('warm-up.cjs').done;
setFlagsFromString('--flush-bytecode');
for (const [path, script] of chunks.scripts) writeFileSync(cachePathOf(path), script.createCachedData());
