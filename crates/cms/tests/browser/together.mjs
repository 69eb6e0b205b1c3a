// Two who write at once, and text that must not be lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reader, violations, watched } from "./browser.mjs";
import { COLLEAGUE, EDITOR } from "./services.mjs";
import { signIn } from "./sign-in.mjs";

const NEW = "/didyouknow-management/new";
const TITLE = "[name=title]";
const TEXT = "[name=content]";

/** Waits for what the line below the buttons says. */
const state = (page, name) => page.waitForSelector(`#autosave[data-state=${name}]`, { timeout: 20_000 });

/** What a browser says of its own when the network is away. */
const unexpected = (page) =>
  page.problems.filter((line) => !/ERR_INTERNET_DISCONNECTED|htmx:(sendError|afterRequest)/.test(line));

export function tests(browser, { cms }) {
  /** A test with a page of an editor for each of `editors`; what it complains about fails it. */
  const among = (name, editors, work) =>
    test(name, async () => {
      const contexts = [];
      const pages = [];
      try {
        for (const editor of editors) {
          const context = await reader(browser, cms.base);
          contexts.push(context);
          const page = await watched(context);
          page.on("dialog", (dialog) => dialog.accept());
          await signIn(page, editor);
          pages.push(page);
        }
        await work(...pages);
        assert.deepEqual(pages.flatMap(unexpected), []);
      } finally {
        for (const context of contexts) await context.close();
      }
    });

  /** Another page of the same browser, after this one's process died with what had just been
   * typed. A page that is closed is no substitute: it still sends what it has. */
  const crashed = async (page) => {
    const context = page.context();
    const devtools = await context.newCDPSession(page);
    const died = page.waitForEvent("crash");
    devtools.send("Page.crash").catch(() => {}); // Nobody is left to answer.
    await died;
    await page.close();
    const after = await watched(context);
    after.on("dialog", (dialog) => dialog.accept());
    return after;
  };

  /** A new fact that saved itself; the address of its form. */
  const begun = async (page, title) => {
    await page.goto(NEW);
    await page.fill(TITLE, title);
    await state(page, "saved");
    return new URL(page.url()).pathname;
  };

  among("what is typed saves itself, and a form that nobody touched creates nothing", [EDITOR], async (page) => {
    await page.goto(NEW);
    await page.fill(TITLE, "x");
    await page.fill(TITLE, "");
    await page.waitForTimeout(4_000);
    assert.equal(new URL(page.url()).pathname, NEW);
    const address = await begun(page, "Saves itself");
    assert.match(address, /\/didyouknow-management\/[0-9a-f-]{36}\/edit$/);
    await page.fill(TEXT, "Written a little later.");
    await state(page, "saved");
    await page.waitForFunction(() => Object.keys(localStorage).length === 0);
    await page.goto(address);
    assert.equal(await page.inputValue(TEXT), "Written a little later.");
    assert.equal(await page.isVisible("#typed-offer"), false);
    await Promise.all([page.waitForNavigation(), page.click("button[name=then][value=close]")]);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  });

  /** Waits until nothing is left in this browser that the server does not have. */
  const settled = (page) => page.waitForFunction(() => Object.keys(localStorage).length === 0, null, { timeout: 20_000 });

  among("a survey saves itself with the questions that were added, and gets them back after a crash", [EDITOR], async (page) => {
    await page.goto("/survey-management/new");
    await page.fill("#q0", "Which one?");
    await page.fill("#q0-option1", "This");
    await state(page, "saved");
    const address = new URL(page.url()).pathname;
    assert.match(address, /\/survey-management\/[0-9a-f-]{36}\/edit$/);
    await page.click("[name=action][value='add:0']");
    await page.waitForSelector("#q1");
    await page.fill("#q1", "And then?");
    await page.check("#q1-free");
    await settled(page);
    await page.goto(address);
    await page.waitForSelector("#checklist");
    assert.equal(await page.inputValue("#q1"), "And then?");
    assert.equal(await page.isVisible("#typed-offer"), false);
    assert.deepEqual(await violations(page), []);

    await page.click("[name=action][value='add:1']");
    await page.waitForSelector("#q2");
    await page.fill("#q2", "Typed before the power went");
    const after = await crashed(page);
    await after.goto(address);
    await after.waitForSelector("#typed-offer:visible");
    await Promise.all([after.waitForNavigation(), after.click("[data-part=take]")]);
    assert.equal(await after.inputValue("#q2"), "Typed before the power went");
    await after.fill("#q2", "Typed again");
    await after.check("#q2-free");
    await state(after, "saved");
    await settled(after);
    await after.goto(address);
    assert.equal(await after.inputValue("#q2"), "Typed again");
    await Promise.all([after.waitForNavigation(), after.click("form[action$='/discard'] button")]);
    assert.deepEqual(after.problems, []);
  });

  among("two on the terms see each other and neither writes over the other; publishing asks first", [EDITOR, COLLEAGUE], async (sita, maya) => {
    const address = "/terms-and-conditions-management/edit";
    await sita.goto(address);
    await maya.goto(address);
    await maya.waitForSelector("#presence:has-text('sita has this open too')", { timeout: 25_000 });
    await sita.fill("#b0", "Terms as Sita sees them");
    await state(sita, "saved");
    maya.expected.add(409);
    await maya.fill("#b0", "Terms as Maya sees them");
    await state(maya, "conflict");
    await Promise.all([maya.waitForNavigation(), maya.click("#autosave button")]);
    assert.match(await maya.innerText("#conflict"), /Sita[^]*Maya/);
    assert.deepEqual(await violations(maya), []);
    await Promise.all([maya.waitForNavigation(), maya.click(".form-actions button[name=then][value=stay]")]);
    assert.equal(await maya.inputValue("#b0"), "Terms as Maya sees them");
    await Promise.all([maya.waitForNavigation(), maya.click("button[name=then][value=publish]")]);
    assert.match(await maya.innerText("main"), /Publish this\?/);
    assert.deepEqual(await violations(maya), []);
    await maya.goto(address);
    await maya.waitForSelector("#checklist");
    assert.deepEqual(await violations(maya), []);
    await Promise.all([maya.waitForNavigation(), maya.click("form[action$='/discard'] button")]);
  });

  among("two on one item see each other, and none writes over the other unasked", [EDITOR, COLLEAGUE], async (sita, maya) => {
    const address = await begun(sita, "Two on this");
    await maya.goto(address);
    await sita.goto(address);
    await sita.waitForSelector("#presence:has-text('maya has this open too')");
    await maya.waitForSelector("#presence:has-text('sita has this open too')", { timeout: 25_000 });
    assert.deepEqual(await violations(maya), []);
    await sita.fill(TEXT, "What Sita wrote");
    await state(sita, "saved");
    maya.expected.add(409);
    await maya.fill(TEXT, "What Maya wrote");
    await state(maya, "conflict");
    const told = await maya.innerText("#autosave");
    assert.match(told, /^sita saved another version at .*It differs in: Text/);
    assert.deepEqual(await violations(maya), []);
    await Promise.all([maya.waitForNavigation(), maya.click("#autosave button")]);
    assert.match(await maya.innerText("#conflict"), /Sita[^]*Maya/);
    assert.equal(await maya.inputValue(TEXT), "What Maya wrote");
    await Promise.all([maya.waitForNavigation(), maya.click("button[name=then][value=stay]")]);
    assert.deepEqual(await maya.evaluate(() => Object.keys(localStorage)), []);
    await sita.goto("about:blank");
    await maya.goto(address);
    assert.equal(await maya.isVisible("#presence:has-text('sita')"), false, "she has left");
    assert.equal(await maya.inputValue(TEXT), "What Maya wrote");
  });

  among("text outlives the network, a crash and the session, and goes when its editor signs out", [EDITOR], async (page) => {
    const address = await begun(page, "Outlives it all");
    const context = page.context();
    await state(page, "saved");
    await context.setOffline(true);
    await page.fill(TEXT, "Typed without a network");
    await state(page, "offline");
    await context.setOffline(false);
    await state(page, "saved");

    await page.fill(TEXT, "Typed before the power went");
    const after = await crashed(page);
    await after.goto(address);
    await after.waitForSelector("#typed-offer:has-text('It differs in: Text')");
    assert.deepEqual(await violations(after), []);
    await after.click("[data-part=take]");
    assert.equal(await after.inputValue(TEXT), "Typed before the power went");
    await state(after, "saved");

    await context.clearCookies({ name: "session" });
    after.expected.add(401);
    await after.fill(TEXT, "Typed after the session");
    await state(after, "signedOut");
    await signIn(after);
    await after.goto(address);
    await after.click("[data-part=take]");
    assert.equal(await after.inputValue(TEXT), "Typed after the session");
    await state(after, "saved");

    await after.fill(TEXT, "Not for the next one at this computer");
    await after.waitForFunction(() => Object.keys(localStorage).length === 1);
    await after.click(".topbar-end details:has(form[action='/logout']) summary");
    await Promise.all([after.waitForNavigation(), after.click("form[action='/logout'] button")]);
    assert.deepEqual(await after.evaluate(() => Object.keys(localStorage)), []);
  });
}
