import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '@/e2e/support/sign-in';

async function violationsOf(page: Page, where: string): Promise<string[]> {
  // A dialog that is still fading in has the contrast of its fading.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
  // The preview is a page of the site with landmarks of its own; the reader's journeys check those.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`);
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const width of [1280, 768]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}, sections and fronts break no rule of axe and scroll nowhere sideways`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await signInAs(page, ['chiefEditor']);
      const complaints: string[] = [];
      for (const address of ['/desk/sections', '/desk/fronts', '/desk/fronts/home', '/desk/fronts/article']) {
        await page.goto(address);
        complaints.push(...(await violationsOf(page, address)));
        expect(await sideways(page), address).toBeLessThanOrEqual(0);
      }
      await page.getByRole('button', { name: '放入稿件' }).first().click();
      await page.getByText('最新发布的稿件：').waitFor();
      complaints.push(...(await violationsOf(page, 'the dialog that places')));
      await page.goto('/desk/sections');
      await page.getByRole('button', { name: '民生', exact: true }).click();
      complaints.push(...(await violationsOf(page, 'the dialog of a section')));
      expect(complaints).toEqual([]);
    });
  }
}
