import { expect, test } from '@playwright/test';
import { signInAs } from '@/e2e/support/sign-in';

test('whoever has a login is led past the sign-in page', async ({ page }) => {
  await page.goto('/desk/sign-in');
  await expect(page).toHaveURL('/desk/sign-in');
  await signInAs(page, ['reporter']);
  await page.goto('/desk/sign-in');
  await expect(page).toHaveURL('/desk');
});
