import {
  Ban,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  Hand,
  LoaderCircle,
  type LucideIcon,
  SkipForward,
} from 'lucide-react';
import { cn } from '#lib/cn.ts';
import { nameOf, type RunStatus, type StageStatus, type Tone, toneOf } from '#lib/statuses.ts';

type Status = RunStatus | StageStatus;

const ICONS: Record<Status, LucideIcon> = {
  queued: CircleDashed,
  pending: CircleDashed,
  running: LoaderCircle,
  retrying: LoaderCircle,
  waiting: Hand,
  paused: CirclePause,
  succeeded: CircleCheck,
  failed: CircleX,
  cancelled: Ban,
  skipped: SkipForward,
};

const COLOURS: Record<Tone, string> = {
  queued: 'text-queued',
  running: 'text-running',
  succeeded: 'text-succeeded',
  failed: 'text-failed',
  waiting: 'text-waiting',
};

const CHIPS: Record<Tone, string> = {
  queued: 'bg-queued-soft text-queued',
  running: 'bg-running-soft text-running',
  succeeded: 'bg-succeeded-soft text-succeeded',
  failed: 'bg-failed-soft text-failed',
  waiting: 'bg-waiting-soft text-waiting',
};

/** Shape and colour of a state; its name is for screen readers unless a chip shows it. */
export function StatusIcon({ status, className }: { status: Status; className?: string }) {
  const Icon = ICONS[status];
  const isTurning = status === 'running' || status === 'retrying';
  return (
    <Icon
      role="img"
      aria-label={nameOf(status)}
      className={cn('size-4 shrink-0', COLOURS[toneOf(status)], isTurning && 'spin', className)}
    />
  );
}

export function StatusChip({ status, className }: { status: Status; className?: string }) {
  const Icon = ICONS[status];
  const isTurning = status === 'running' || status === 'retrying';
  return (
    <Chip tone={toneOf(status)} {...(className !== undefined && { className })}>
      <Icon aria-hidden className={cn('size-3.5', isTurning && 'spin')} />
      {nameOf(status)}
    </Chip>
  );
}

type ChipProps = { tone: Tone; children: React.ReactNode; className?: string };

/** A word or figure on the colour of a state. */
export function Chip({ tone, children, className }: ChipProps) {
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs',
        CHIPS[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
