import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, flag, identity, instant, json, reference, words } from '@/db/columns';
import { sections } from '@/db/schema/sections';
import { editorRoles } from '@/lib/editor-role';

/*
 * Who may come in. The columns of editors, logins, credentials, verifications and second_factors are those
 * that better-auth asks for; features/access is the only reader and writer of them.
 */

export const editors = sqliteTable(
  'editors',
  {
    id: identity(),
    name: words('name').notNull(),
    /** Lower case. */
    email: words('email').notNull(),
    emailVerified: flag('email_verified').notNull().default(false),
    image: words('image'),
    twoFactorEnabled: flag('two_factor_enabled').notNull().default(false),
    /** Since then nothing opens for this person. */
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('editors_email_unique').on(table.email),
    check('editors_name_check', sql`${table.name} <> ''`),
    check('editors_email_check', sql`${table.email} = lower(${table.email})`),
  ],
);

/** A role counts for its section and everything below; the root section means the whole portal. */
export const editorRoleScopes = sqliteTable(
  'editor_role_scopes',
  {
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    role: choice('role', editorRoles).notNull(),
    sectionId: reference('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'restrict' }),
  },
  (table) => [
    primaryKey({ columns: [table.editorId, table.role, table.sectionId] }),
    index('editor_role_scopes_section_id_index').on(table.sectionId),
    check(
      'editor_role_scopes_role_check',
      sql`${table.role} in ('correspondent', 'reporter', 'editor', 'proofreader', 'departmentHead', 'chiefEditor', 'frontEditor', 'administrator')`,
    ),
  ],
);

/** A signed-in browser. */
export const logins = sqliteTable(
  'logins',
  {
    id: identity(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    token: words('token').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: words('ip_address'),
    userAgent: words('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('logins_token_unique').on(table.token),
    index('logins_editor_id_index').on(table.editorId),
  ],
);

/** The password of an account. The columns of foreign identity providers stay empty: there are none. */
export const credentials = sqliteTable(
  'credentials',
  {
    id: identity(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    accountId: words('account_id').notNull(),
    providerId: words('provider_id').notNull(),
    password: words('password'),
    accessToken: words('access_token'),
    refreshToken: words('refresh_token'),
    idToken: words('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: words('scope'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [uniqueIndex('credentials_editor_id_provider_id_unique').on(table.editorId, table.providerId)],
);

/** Half-finished sign-ins that wait for the second factor. */
export const verifications = sqliteTable(
  'verifications',
  {
    id: identity(),
    identifier: words('identifier').notNull(),
    value: words('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verifications_identifier_index').on(table.identifier)],
);

export const secondFactors = sqliteTable(
  'second_factors',
  {
    id: identity(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    /** Encrypted with the portal's secret. */
    secret: words('secret').notNull(),
    backupCodes: words('backup_codes').notNull(),
    verified: flag('verified').notNull().default(true),
    failedVerificationCount: count('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (table) => [
    uniqueIndex('second_factors_editor_id_unique').on(table.editorId),
    index('second_factors_secret_index').on(table.secret),
  ],
);

/** A one-time link: to join, or to choose a new password. Only the hash of its token is kept. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: identity(),
    tokenHash: words('token_hash').notNull(),
    purpose: choice('purpose', ['firstAccount', 'join', 'resetPassword']).notNull(),
    /** Empty for the first account, which chooses its own. */
    email: words('email').notNull().default(''),
    name: words('name').notNull().default(''),
    roles: json<{ role: (typeof editorRoles)[number]; sectionId: number }[]>('roles').notNull(),
    /** Null when the command line made it. */
    invitedBy: reference('invited_by').references(() => editors.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    uniqueIndex('invitations_token_hash_unique').on(table.tokenHash),
    index('invitations_email_index').on(table.email),
    check('invitations_purpose_check', sql`${table.purpose} in ('firstAccount', 'join', 'resetPassword')`),
    check('invitations_roles_check', sql`json_valid(${table.roles})`),
  ],
);

/** Failed tries to sign in, counted for each account and each address, so that a restart forgives nothing. */
export const signInTries = sqliteTable(
  'sign_in_tries',
  {
    id: identity(),
    /** `account:<e-mail>`, `address:<IPv4 or IPv6 /64>`; `code:<editor>:<hash>` for a code that was used. */
    key: words('key').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('sign_in_tries_key_at_index').on(table.key, table.at),
    index('sign_in_tries_at_index').on(table.at),
  ],
);
