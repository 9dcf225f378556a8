/** The roles of a Chinese newsroom, each held for a section and everything below it. */
export const editorRoles = [
  'correspondent',
  'reporter',
  'editor',
  'proofreader',
  'departmentHead',
  'chiefEditor',
  'frontEditor',
  'administrator',
] as const;

export type EditorRole = (typeof editorRoles)[number];

export const editorRoleLabels: Record<EditorRole, string> = {
  correspondent: '通讯员',
  reporter: '记者',
  editor: '编辑',
  proofreader: '校对',
  departmentHead: '部门主任',
  chiefEditor: '总编',
  frontEditor: '首页编辑',
  administrator: '管理员',
};
