import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { inviteNewcomer, journeyPassword, openAccount } from '@/e2e/support/open-account';
import { signInAs } from '@/e2e/support/sign-in';

async function violationsOf(page: Page, where: string): Promise<string[]> {
  // A dialog that is still fading in has the contrast of its fading.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`);
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const width of [1280, 768]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}, no page of access breaks a rule of axe or scrolls sideways`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { link } = await inviteNewcomer(['reporter']);
      const outside = ['/desk/sign-in', '/desk/sign-in/code', link, '/desk/invitation/spent'];
      const complaints: string[] = [];
      for (const address of outside) {
        await page.goto(address);
        complaints.push(...(await violationsOf(page, address)));
        expect(await sideways(page), address).toBeLessThanOrEqual(0);
      }
      await signInAs(page, ['administrator', 'chiefEditor']);
      for (const address of ['/desk/account', '/desk/editors', '/desk/editors/roles', '/desk/audit']) {
        await page.goto(address);
        complaints.push(...(await violationsOf(page, address)));
        expect(await sideways(page), address).toBeLessThanOrEqual(0);
      }
      await page.goto('/desk/editors');
      await page.getByRole('button', { name: '邀请同事' }).click();
      complaints.push(...(await violationsOf(page, 'the invitation dialog')));
      expect(complaints).toEqual([]);
    });
  }
}

test('setting up the second factor breaks no rule of axe', async ({ page }) => {
  await openAccount(page, ['reporter']);
  await page.goto('/desk/second-factor');
  const complaints = await violationsOf(page, 'the password');
  await page.getByLabel('先输入您的密码').fill(journeyPassword);
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('img', { name: '两步验证的二维码' })).toBeVisible();
  complaints.push(...(await violationsOf(page, 'the codes')));
  expect(complaints).toEqual([]);
});
