/** Logs made comparable. The rules are those of the corpus' README. */

/** Lines of a log without what differs from boot to boot: addresses, ids of kernel functions, run times. */
export function normalise(log: string | readonly string[]): readonly string[] {
  const lines = typeof log === 'string' ? log.split('\n') : [...log];
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines.filter((line) => !line.startsWith('verification time ')).map(normaliseLine);
}

function normaliseLine(line: string): string {
  return line
    .replace(/(\(18\) r\d+ = )0xffff[0-9a-f]{12}\b/g, '$10xADDR')
    .replace(
      /(\(85\) call [A-Za-z_]\w*#)\d{4,}( *)/g,
      (_, call: string, gap: string) => `${call}KFUNC${gap === '' ? '' : ' '}`,
    );
}
