import type { EditorRole } from '@/lib/editor-role';

/** Everything that can be done at the desk and not by everybody. */
export const deskVerbs = [
  'viewArticle',
  'createArticle',
  'editArticle',
  'sendArticle',
  'returnArticle',
  'reviewFirst',
  'reviewSecond',
  'reviewFinal',
  'proofread',
  'publishArticle',
  'publishBeforeReview',
  'unpublishArticle',
  'correctArticle',
  'withdrawArticle',
  'deleteDraft',
  'makePreview',
  'viewPictures',
  'addPicture',
  'editPicture',
  'editSections',
  'setReviewRules',
  'handleReports',
  'curateFronts',
  'editStyleRules',
  'editSettings',
  'viewAudit',
  'manageEditors',
] as const;

export type DeskVerb = (typeof deskVerbs)[number];

export const deskVerbLabels: Record<DeskVerb, string> = {
  viewArticle: '查看稿件',
  createArticle: '新建稿件',
  editArticle: '修改稿件',
  sendArticle: '送审',
  returnArticle: '退回',
  reviewFirst: '初审',
  reviewSecond: '复审',
  reviewFinal: '终审签发',
  proofread: '校对',
  publishArticle: '发布',
  publishBeforeReview: '先发后审',
  unpublishArticle: '下线',
  correctArticle: '更正',
  withdrawArticle: '撤稿',
  deleteDraft: '删除草稿',
  makePreview: '生成预览链接',
  viewPictures: '查看图片库',
  addPicture: '上传图片',
  editPicture: '修改图片资料',
  editSections: '管理栏目',
  setReviewRules: '设置审核规则',
  handleReports: '处理读者报错',
  curateFronts: '编排版面',
  editStyleRules: '管理机检规则',
  editSettings: '修改网站设置',
  viewAudit: '查看操作记录',
  manageEditors: '管理人员',
};

/** `own`: only articles that the editor began. */
export type Reach = 'own' | 'any';

/**
 * The one table of rights. What is not in it is forbidden. A role counts in its section and below; verbs
 * about the whole portal (fronts, audit, editors) need a role held for the whole portal, see may().
 */
export const roleVerbs: Record<EditorRole, Partial<Record<DeskVerb, Reach>>> = {
  correspondent: {
    viewArticle: 'own',
    createArticle: 'any',
    editArticle: 'own',
    sendArticle: 'own',
    deleteDraft: 'own',
    addPicture: 'any',
  },
  reporter: {
    viewArticle: 'any',
    createArticle: 'any',
    editArticle: 'own',
    sendArticle: 'own',
    deleteDraft: 'own',
    makePreview: 'own',
    viewPictures: 'any',
    addPicture: 'any',
  },
  editor: {
    viewArticle: 'any',
    createArticle: 'any',
    editArticle: 'any',
    sendArticle: 'any',
    returnArticle: 'any',
    reviewFirst: 'any',
    proofread: 'any',
    deleteDraft: 'own',
    makePreview: 'any',
    viewPictures: 'any',
    addPicture: 'any',
    editPicture: 'any',
    handleReports: 'any',
  },
  proofreader: {
    viewArticle: 'any',
    editArticle: 'any',
    returnArticle: 'any',
    proofread: 'any',
    viewPictures: 'any',
    editStyleRules: 'any',
  },
  departmentHead: {
    viewArticle: 'any',
    createArticle: 'any',
    editArticle: 'any',
    sendArticle: 'any',
    returnArticle: 'any',
    reviewFirst: 'any',
    reviewSecond: 'any',
    proofread: 'any',
    publishBeforeReview: 'any',
    publishArticle: 'any',
    unpublishArticle: 'any',
    correctArticle: 'any',
    deleteDraft: 'any',
    makePreview: 'any',
    viewPictures: 'any',
    addPicture: 'any',
    editPicture: 'any',
    handleReports: 'any',
  },
  chiefEditor: {
    viewArticle: 'any',
    createArticle: 'any',
    editArticle: 'any',
    sendArticle: 'any',
    returnArticle: 'any',
    reviewFirst: 'any',
    reviewSecond: 'any',
    reviewFinal: 'any',
    proofread: 'any',
    publishBeforeReview: 'any',
    publishArticle: 'any',
    unpublishArticle: 'any',
    correctArticle: 'any',
    withdrawArticle: 'any',
    deleteDraft: 'any',
    makePreview: 'any',
    viewPictures: 'any',
    addPicture: 'any',
    editPicture: 'any',
    editSections: 'any',
    setReviewRules: 'any',
    curateFronts: 'any',
    editStyleRules: 'any',
    viewAudit: 'any',
    handleReports: 'any',
  },
  frontEditor: {
    viewArticle: 'any',
    viewPictures: 'any',
    curateFronts: 'any',
  },
  administrator: {
    editSections: 'any',
    viewAudit: 'any',
    manageEditors: 'any',
    editSettings: 'any',
  },
};

/** Roles whose holders must prove a second factor: whoever can change what readers see, or who may. */
export function needsSecondFactor(role: EditorRole): boolean {
  const verbs = roleVerbs[role];
  return (
    verbs.publishArticle !== undefined ||
    verbs.curateFronts !== undefined ||
    verbs.editSections !== undefined ||
    verbs.editSettings !== undefined ||
    verbs.manageEditors !== undefined
  );
}
