// What every piece of work in the cms is made of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { reader, watched } from "./browser.mjs";
import { signIn } from "./sign-in.mjs";

/** How soon a change must be seen by phones: within two seconds, and a busy machine's share. */
const SOON = 6000;

/** A test with a page of an editor who has signed in; what the page complains about fails it. */
export const working = (browser, cms, name, work, options) =>
  test(name, async () => {
    const context = await reader(browser, cms.base, options);
    const page = await watched(context);
    try {
      await signIn(page);
      await work(page);
      assert.deepEqual(page.problems, []);
    } finally {
      await context.close();
    }
  });

/** Presses a button that posts, and waits for the page it leads to. */
export async function press(page, selector) {
  const [answer] = await Promise.all([page.waitForNavigation(), page.click(selector)]);
  assert.ok(answer.status() < 400, `${selector} led to ${answer.status()}: ${await page.innerText("main")}`);
}

/** Asks both services until `seen` holds for what they answer. */
export async function soon(services, path, seen, what, limit = SOON) {
  const start = Date.now();
  for (const { base } of Object.values(services)) {
    for (;;) {
      const answer = await fetch(base + path);
      if (seen(await answer.text())) break;
      assert.ok(Date.now() - start < limit, `not within ${limit} ms on ${base}${path}: ${what}`);
      await sleep(25);
    }
  }
}
