'use client';

import { createContext } from 'react';
import type { StyleChecker } from '@/lib/style-checker';
import type { ContentFinding } from '@/lib/style-content';

/** What fields of the form need to show what was found in them. */
export type StyleCheckContextValue = {
  checker: StyleChecker;
  ignoredKeys: ReadonlySet<string>;
  /** Everything found and not ignored, as of a moment ago. */
  findings: readonly ContentFinding[];
  isReadOnly: boolean;
  fix: (finding: ContentFinding) => void;
};

/** Undefined where no rules come with the form. */
export const StyleCheckContext = createContext<StyleCheckContextValue | undefined>(undefined);
