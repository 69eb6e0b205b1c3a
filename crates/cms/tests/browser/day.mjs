// An editor's day.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reader, watched } from "./browser.mjs";
import { signIn } from "./sign-in.mjs";

export function tests(browser, { cms }) {
  test("an editor signs in, chooses language and theme, and signs out", async () => {
    const context = await reader(browser, cms.base);
    const page = await watched(context);
    await page.goto("/login");
    await signIn(page);
    await page.click(".topbar-end details:has(form[action='/preferences']) summary");
    await Promise.all([page.waitForNavigation(), page.click("button[name=theme][value=dark]")]);
    assert.equal(await page.getAttribute("html", "data-bs-theme"), "dark");
    await page.click(".topbar-end details:has(form[action='/preferences']) summary");
    await Promise.all([page.waitForNavigation(), page.click("button[name=language][value=ne]")]);
    assert.equal(await page.getAttribute("html", "lang"), "ne");
    await page.click(".topbar-end details:has(form[action='/logout']) summary");
    await Promise.all([page.waitForNavigation(), page.click("form[action='/logout'] button")]);
    assert.equal(new URL(page.url()).pathname, "/login");
    await context.close();
    assert.deepEqual(page.problems, []);
  });
}
