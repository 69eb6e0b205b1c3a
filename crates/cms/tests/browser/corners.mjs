// What only a browser can show, away from the day's work: signing in with codes, links for a
// password, dragging questions, the keys of the block editor, how far an upload is.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { reader, violations, watched } from "./browser.mjs";
import { signIn } from "./sign-in.mjs";

const RECORDING = new URL("../it/files/recordings/silence.mp3", import.meta.url).pathname;
const PERSON = { username: "bimala", password: "a quiet lake called Rara" };

/** The code of the minute (RFC 6238) for a key as the page shows it. */
function code(key) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replaceAll(" ", "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", bytes).update(step).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

export function tests(browser, { cms }) {
  const alone = (name, work, options) =>
    test(name, async () => {
      const context = await reader(browser, cms.base, options);
      const page = await watched(context);
      page.on("dialog", (dialog) => dialog.accept());
      try {
        await work(page, context);
        assert.deepEqual(page.problems, []);
      } finally {
        await context.close();
      }
    });

  alone("a colleague chooses her password by a link, sets up codes and signs in with one", async (page) => {
    await signIn(page);
    await page.goto("/user-management/new");
    await page.fill("[name=username]", PERSON.username);
    await press(page, "main form .btn-primary");
    const link = (await page.content()).match(/https?:\/\/[^"<\s]*\/reset-password\/[\w-]+/)[0];
    await page.context().clearCookies({ name: "session" });
    await page.goto(link);
    assert.deepEqual(await violations(page), []);
    await page.fill("[name=password]", PERSON.password);
    await press(page, "main form .btn-primary");
    assert.equal(new URL(page.url()).pathname, "/login");
    page.expected.add(404);
    assert.equal((await page.goto(link)).status(), 404, "it was good once");

    await signIn(page, PERSON);
    await page.goto("/account/two-step");
    await page.fill("[name=password]", PERSON.password);
    await press(page, "form[action='/account/two-step/begin'] button");
    assert.deepEqual(await violations(page), []);
    const key = (await page.content()).match(/<code>([A-Z2-7 ]{30,})<\/code>/)[1];
    await page.fill("[name=code]", code(key));
    await Promise.all([page.waitForNavigation(), page.press("[name=code]", "Enter")]);
    const codes = [...(await page.content()).matchAll(/<code>([a-z2-9-]{29})<\/code>/g)].map((found) => found[1]);
    assert.equal(codes.length, 10);
    assert.deepEqual(await violations(page), []);

    await page.context().clearCookies({ name: "session" });
    await signIn(page, PERSON);
    assert.equal(new URL(page.url()).pathname, "/login/code");
    assert.deepEqual(await violations(page), []);
    await page.fill("[name=code]", codes[0]);
    await Promise.all([page.waitForNavigation(), page.press("[name=code]", "Enter")]);
    assert.ok(!page.url().includes("/login"), page.url());
  });

  alone("a survey's questions are dragged, and jumps follow", async (page) => {
    await signIn(page);
    await page.setViewportSize({ width: 1280, height: 2600 });
    await page.goto("/survey-management");
    await press(page, "tbody th a");
    await page.waitForSelector("[data-questions].can-drag");
    const questions = () => page.$$eval(".survey-question textarea", (fields) => fields.map((field) => field.value));
    const before = await questions();
    const [from, to] = await Promise.all([0, 1].map((at) => page.locator(".drag-handle").nth(at).boundingBox()));
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    for (let step = 1; step <= 25; step += 1) {
      await page.mouse.move(from.x + 8, from.y + 8 + ((to.y - from.y + 450) * step) / 25);
      await page.waitForTimeout(30);
    }
    await page.mouse.up();
    await page.waitForFunction((first) => document.querySelector(".survey-question textarea").value !== first, before[0]);
    assert.deepEqual((await questions()).slice(0, 2), [before[1], before[0]]);
  });

  alone("the block editor is worked by keys alone", async (page) => {
    await signIn(page);
    await page.goto("/about-management/edit");
    const count = () => page.locator("[data-block]").count();
    const grown = async (many) => page.waitForFunction((many) => document.querySelectorAll("[data-block]").length === many, many);
    const before = await count();
    const first = page.locator("[data-block] textarea").first();
    await first.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await grown(before + 1);
    await page.waitForFunction(() => document.activeElement.value === "");
    await page.keyboard.press("Backspace");
    await grown(before);
    await first.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowDown");
    const at = await page.evaluate(() => [...document.querySelectorAll("[data-block] textarea")].indexOf(document.activeElement));
    assert.equal(at, 1);
  });

  alone("an upload says how far it is", async (page, context) => {
    await signIn(page);
    await page.goto("/encyclopedia");
    await press(page, "tbody a.row-link");
    const line = await context.newCDPSession(page);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 60_000 });
    const recording = Buffer.concat(Array(12).fill(readFileSync(RECORDING)));
    await page.setInputFiles("#voice-over input[type=file]", { name: "a.mp3", mimeType: "audio/mpeg", buffer: recording });
    const under = page.waitForFunction(() => {
      const bar = document.querySelector("#voice-over progress");
      return bar && !bar.hidden && bar.value > 0 && bar.value < 100;
    }, null, { polling: 20 });
    await page.click("#voice-over form [type=submit], #voice-over form button:not([type])");
    await under;
    await page.waitForSelector("#voice-over audio");
  });
}
