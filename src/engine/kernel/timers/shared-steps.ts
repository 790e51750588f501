import { EOPNOTSUPP } from '../../abi/errno.ts';
import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import { NEXT, type Step, step, unless, when } from '../cpu/routine.ts';
import { timerLock } from './common.ts';

/** Rows that the routines of several generations have in common. */

/** The helpers that take the lock do not work in NMI. */
export const checkContext: Step<never> = when(
  'nmi_check',
  step<never>('check_context', 'if (in_nmi()) return -EOPNOTSUPP', (k, f) => (k.inNmi() ? f.done(-EOPNOTSUPP) : NEXT)),
);

/** T.lock with interrupts off, or on where the switch `irqsave` is off. */
export const lockTimer: Step<'timer'> = when(
  'lock',
  when('irqsave', lockStep('lock', 'spin_lock_irqsave(&T->lock, flags)', timerLock)),
);
export const lockTimerIrqsOn: Step<'timer'> = when(
  'lock',
  unless('irqsave', lockStep('lock', 'spin_lock(&T->lock)', timerLock, { irqsave: false })),
);
export const unlockTimer: Step<'timer'> = when(
  'lock',
  when('irqsave', unlockStep('unlock', 'spin_unlock_irqrestore(&T->lock, flags)', timerLock)),
);
export const unlockTimerIrqsOn: Step<'timer'> = when(
  'lock',
  unless('irqsave', unlockStep('unlock', 'spin_unlock(&T->lock)', timerLock, { irqsave: false })),
);

/** Rows up to v4 without v2.5: the lock is held while waiting for a running callback. */
export const waitsInside = <L extends string>(only: Step<L>): Step<L> =>
  unless('unlock_before_cancel', unless('prog_list', only));

/** The same row from v5 on and in v2.5, after the unlock. */
export const waitsOutside = <L extends string>(only: Step<L>): readonly Step<L>[] => [
  when('unlock_before_cancel', only),
  unless('unlock_before_cancel', when('prog_list', only)),
];

/** Rows of v1 and v2: each start takes a reference of the program. */
export const countsStarts = <L extends string>(only: Step<L>): Step<L> => unless('map_owns', unless('prog_list', only));

/** Rows of v2.5: a program lists the timers that it started, and they hold nothing. */
export const listsTimers = <L extends string>(only: Step<L>): Step<L> => unless('map_owns', when('prog_list', only));
