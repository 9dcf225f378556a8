/** What the desk tells a person without being asked. Values are stored: rename none, only add. */
export const noticeKinds = ['sent', 'returned', 'due', 'late', 'takenOver', 'missed'] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export const noticeKindLabels: Record<NoticeKind, string> = {
  sent: '交给我',
  returned: '被退回',
  due: '快到时限',
  late: '已超时',
  takenOver: '被接手',
  missed: '漏发',
};
