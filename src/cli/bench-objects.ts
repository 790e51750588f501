/** `rearm bench objects`: writes the large objects that are made from seeds, for `bench verifier` and for a kernel. */
import { assemble } from '../engine/asm/assemble.ts';
import { LARGE_OBJECTS } from '../large/objects.ts';
import { type Command, EXIT_OK, EXIT_USAGE, usage } from './command.ts';

const USAGE = 'usage: rearm bench objects FOLDER';

export const benchObjects: Command = async ([folder, ...rest], host) => {
  if (folder === undefined || rest.length > 0) return usage(host, 'bench objects: one folder wanted', USAGE);
  for (const { name, about, text } of LARGE_OBJECTS) {
    const assembled = assemble(text(), `${name}.s`);
    if (!assembled.ok) throw new Error(`${name}: ${assembled.error[0].message}`);
    const path = `${folder}/${name}.o`;
    if (!host.writeFile(path, assembled.value.object)) return EXIT_USAGE;
    host.out(`${path}: ${about}\n`);
  }
  return EXIT_OK;
};
