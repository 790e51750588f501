import { EOPNOTSUPP } from '../../abi/errno.ts';
import { lockStep, unlockStep } from '../lock-steps.ts';
import { NEXT, type Step, step, unless, when } from '../routine.ts';
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
