import type { QueueReach } from '@/features/queue/reach';
import { type ArticleStatus, articleStatuses } from '@/lib/article-status';
import type { Queue } from '@/lib/queue';

/**
 * A queue is asked for in arms: questions of which each is answered by one index in the order of the list.
 * No article lies in two of them, so counts may be added and lists merged.
 */
export type Arm = {
  /** Undefined only where nothing but the time orders: all articles. */
  status: ArticleStatus | undefined;
  /** Only published articles with a text that readers do not see yet. */
  isChanged: boolean;
  /** Only what was published from this instant on. */
  since: Date | undefined;
  createdBy: number | undefined;
  notCreatedBy: number | undefined;
  assigneeId: number | undefined;
  /** Undefined: the whole portal. */
  sectionIds: number[] | undefined;
};

export type ArmsQuestion = {
  queue: Queue;
  editorId: number;
  /** The reach of the queue: for `waiting`, that of reviewing. */
  reach: QueueReach;
  status?: ArticleStatus;
  personId?: number;
  /** Midnight in Beijing. */
  startOfToday: Date;
};

const kinds: Record<Queue, { status: ArticleStatus; isChanged?: boolean; isToday?: boolean }[]> = {
  mine: [{ status: 'draft' }, { status: 'unpublished' }],
  sent: [{ status: 'draft' }, { status: 'inReview' }, { status: 'published', isChanged: true }],
  // Who stands where in the chain, features/queue/review-heaps.ts says; these are the states that can hold them.
  toReview: [{ status: 'inReview' }, { status: 'published' }],
  toSign: [{ status: 'inReview' }, { status: 'published' }],
  overdue: [{ status: 'inReview' }, { status: 'published' }],
  returned: [{ status: 'draft' }, { status: 'unpublished' }, { status: 'published' }],
  unreviewed: [{ status: 'published' }],
  waiting: [{ status: 'inReview' }],
  changed: [{ status: 'published', isChanged: true }],
  scheduled: [{ status: 'scheduled' }],
  today: [{ status: 'published', isToday: true }],
  all: articleStatuses.map((status) => ({ status })),
};

export function armsOf({ queue, editorId, reach, status, personId, startOfToday }: ArmsQuestion): Arm[] {
  const wanted = kinds[queue].filter((kind) => status === undefined || kind.status === status);
  return scopesOf(queue, editorId, personId, reach).flatMap((scope): Arm[] => {
    const isByTime = scope.createdBy === undefined && scope.assigneeId === undefined;
    if (queue === 'all' && status === undefined && isByTime) {
      return [{ ...scope, status: undefined, isChanged: false, since: undefined }];
    }
    return wanted.map(({ status, isChanged = false, isToday = false }) => ({
      ...scope,
      status,
      isChanged,
      since: isToday ? startOfToday : undefined,
    }));
  });
}

type Scope = Pick<Arm, 'createdBy' | 'notCreatedBy' | 'assigneeId' | 'sectionIds'>;

/** Whose articles, and in which sections: first the queue's own person, then the filter's, then the rights. */
function scopesOf(queue: Queue, me: number, personId: number | undefined, reach: QueueReach): Scope[] {
  const nobody: Scope = {
    createdBy: undefined,
    notCreatedBy: undefined,
    assigneeId: undefined,
    sectionIds: undefined,
  };
  const own =
    queue === 'mine'
      ? { ...nobody, createdBy: me }
      : queue === 'sent'
        ? { ...nobody, assigneeId: me }
        : nobody;
  return withPerson(own, personId)
    .flatMap((scope) => withRights(scope, me, reach))
    .filter(({ sectionIds }) => sectionIds === undefined || sectionIds.length > 0);
}

function withPerson(scope: Scope, personId: number | undefined): Scope[] {
  if (personId === undefined) return [scope];
  const began = { ...scope, createdBy: personId };
  const received = { ...scope, notCreatedBy: personId, assigneeId: personId };
  return [
    ...(scope.createdBy === undefined || scope.createdBy === personId ? [began] : []),
    ...(scope.createdBy !== personId && (scope.assigneeId === undefined || scope.assigneeId === personId)
      ? [received]
      : []),
  ];
}

function withRights(scope: Scope, me: number, { any, own, isEverywhere }: QueueReach): Scope[] {
  const everywhere = { ...scope, sectionIds: isEverywhere ? undefined : [...any] };
  if (isEverywhere) return [everywhere];
  if (scope.createdBy === me) return [{ ...scope, sectionIds: [...any, ...own] }];
  if (scope.createdBy !== undefined || scope.notCreatedBy === me) return [everywhere];
  return [everywhere, { ...scope, createdBy: me, sectionIds: [...own] }];
}
