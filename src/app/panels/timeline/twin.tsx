import { useEffect, useRef } from 'react';
import { duration, grouped, moment } from '../../format.ts';
import { theSession } from '../../state/workbench.ts';
import { CpuSquare } from '../../widgets/badge.tsx';
import type { Events, TimelineEvent } from './events.ts';
import { foundNow, useFind } from './find.ts';

/** More rows than these are not put into the page; the caption says so. */
export const MAX_ROWS = 400;

/** The timeline as a table, with the same words: seen when chosen, always there for those who do not see the canvas. */
export function TimelineTable({ events, now, isSeen }: { events: Events; now: number; isSeen: boolean }) {
  const { shown, total } = events;
  const found = useFind(foundNow)?.event;
  return (
    <div className={isSeen ? 'twin' : 'visually-hidden'} tabIndex={isSeen ? 0 : -1} data-timeline-twin>
      <table>
        <caption className={total > shown.length ? 'caption' : 'visually-hidden'}>
          Timeline, the last {grouped(shown.length)} of {grouped(total)} events
        </caption>
        <thead>
          <tr>
            <th className="right">time</th>
            <th>CPU</th>
            <th>context</th>
            <th>event</th>
            <th className="right">lasts</th>
            <th className="right">step</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((event, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: events have no names of their own
              key={`${index} ${event.at}`}
              event={event}
              isAhead={event.at > now}
              isSeen={isSeen}
              isFound={event.at === found?.at && event.text === found.text}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly event: TimelineEvent;
  readonly isAhead: boolean;
  readonly isSeen: boolean;
  readonly isFound: boolean;
}

function Row({ event, isAhead, isSeen, isFound }: RowProps) {
  const { step } = event;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isFound && isSeen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isFound, isSeen]);
  return (
    <tr
      ref={row}
      data-kind={event.kind}
      data-at={event.at}
      className={`${isAhead ? 'dim' : ''} ${isFound ? 'found' : ''}`}
    >
      <td className="mono right">{moment(BigInt(Math.round(event.at)))}</td>
      <td>
        <CpuSquare cpu={event.cpu} />
      </td>
      <td className="soft">{event.context}</td>
      <td>{event.text}</td>
      <td className="mono right">{lastsText(event.lasts)}</td>
      <td className="mono right">
        {step === undefined ? (
          '–'
        ) : (
          <button type="button" tabIndex={isSeen ? 0 : -1} onClick={() => theSession().seek(step)}>
            {grouped(step)}
          </button>
        )}
      </td>
    </tr>
  );
}

function lastsText(lasts: number | undefined): string {
  if (lasts === undefined) return '–';
  return lasts === Number.POSITIVE_INFINITY ? 'goes on' : duration(lasts);
}
