// The pictures of the handbook. What a page says is kept beside its picture; when a page says
// something else, the picture is out of date and the test fails. With HANDBOOK_PICTURES=true it
// takes them anew instead.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { LANGUAGES, reader, watched } from "./browser.mjs";
import { sql } from "./services.mjs";
import { signIn } from "./sign-in.mjs";

const PICTURES = new URL("../../src/handbook/pictures/", import.meta.url).pathname;
const WORDS = join(PICTURES, "words.json");
const TAKES = process.env.HANDBOOK_PICTURES === "true";

/** Each picture and the page it is of. */
const SHOWN = {
  start: () => "/",
  write: () => `/didyouknow-management/${sql("SELECT id FROM did_you_know WHERE lang = 'en' ORDER BY title LIMIT 1")}/edit`,
  release: () => "/releases",
  translate: () => "/translation",
  spreadsheet: () => "/import",
  nepali: () => "/toolbox",
  find: () => "/search?q=period",
  notify: () => "/notifications-management",
  inbox: () => "/suggestions-management",
  figures: () => "/analytics-management",
};

/** The words of a page that are its own and not of its content: headings of its parts, labels
 * and buttons, without numbers. What is loaded beside a form later is left out. */
const words = (page) =>
  page.$$eval("main h1:not([lang]), main label:not([lang]), main button, main thead th", (parts) => [
    ...new Set(
      parts
        .filter((part) => part.checkVisibility() && !part.closest("tbody, [lang]:not(html), #form-side"))
        .map((part) => part.innerText.replace(/[\d०-९]+/g, "").replace(/\s+/g, " ").trim())
        .filter((text) => text !== ""),
    ),
  ]);

export function tests(browser, { cms }) {
  test("the handbook's pictures show the pages as they are", async () => {
    const kept = TAKES ? {} : JSON.parse(readFileSync(WORDS, "utf8"));
    const seen = {};
    for (const language of LANGUAGES) {
      const context = await reader(browser, cms.base, { language, viewport: { width: 1120, height: 720 } });
      try {
        const page = await watched(context);
        await signIn(page);
        for (const [name, path] of Object.entries(SHOWN)) {
          await page.goto(path(), { waitUntil: "networkidle" });
          seen[`${name}.${language}`] = await words(page);
          if (!TAKES) continue;
          mkdirSync(PICTURES, { recursive: true });
          await page.screenshot({ path: join(PICTURES, `${name}.${language}.jpg`), type: "jpeg", quality: 60 });
        }
        assert.deepEqual(page.problems, []);
      } finally {
        await context.close();
      }
    }
    if (TAKES) writeFileSync(WORDS, `${JSON.stringify(seen, null, 1)}\n`);
    const stale = Object.keys(seen).filter((name) => JSON.stringify(seen[name]) !== JSON.stringify(kept[name]));
    assert.ok(TAKES || stale.length === 0, `HANDBOOK_PICTURES=true scripts/test browser takes these anew: ${stale.join(", ")}`);
  });
}
