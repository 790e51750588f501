/** Which messages of the verifier were reached, and why the others were not. */
import type { Host } from '../command.ts';
import type { SiteCoverage } from './coverage.ts';
import type { MessageSite } from './message-sites.ts';
import { whyOutOfReach } from './out-of-reach.ts';

export function reportSites(host: Host, coverage: SiteCoverage): void {
  const { sites, unreached } = coverage;
  const reasons = new Map<string, readonly MessageSite[]>();
  for (const site of unreached) {
    const why = whyOutOfReach(site) ?? 'never reached';
    reasons.set(why, [...(reasons.get(why) ?? []), site]);
  }
  const missed = reasons.get('never reached')?.length ?? 0;
  const reachable = sites.length - unreached.length + missed;
  const share = ((100 * (reachable - missed)) / reachable).toFixed(1);
  host.out(`${sites.length} messages; of ${reachable} within reach ${reachable - missed} were reached (${share}%)\n`);
  for (const [why, list] of reasons) {
    host.out(`${list.length} ${why}:\n`);
    for (const { place, text } of list) host.out(`   ${place} ${text}\n`);
  }
}
