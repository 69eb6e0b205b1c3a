// Every page that a link leads to, in both languages, each in both themes and at both widths.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect, LANGUAGES, reader, watched } from "./browser.mjs";
import { COLLEAGUE, complaints, EDITOR } from "./services.mjs";
import { signIn } from "./sign-in.mjs";

/** Most pages that are looked at; many more would mean that addresses are not grouped well. */
const MOST = 180;

/** The address with what differs from row to row left out, so that one page of a kind will do. */
const kind = (address) => {
  const { pathname } = new URL(address, "http://here");
  return pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27,}/gi, "{id}")
    .replace(/\/\d+(?=\/|$)/g, "/{id}")
    .replace(/\/(en|ne)(?=\/|$)/g, "/{lang}");
};

const name = (address) => kind(address).replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "start";

/** Follows links from the first page and calls `visit` on a page of every kind. */
async function crawl(page, first, visit) {
  const seen = new Set();
  const waiting = [first];
  while (waiting.length > 0) {
    const address = waiting.shift();
    if (seen.has(kind(address))) continue;
    seen.add(kind(address));
    assert.ok(seen.size < MOST, `too many kinds of pages: ${[...seen].join(" ")}`);
    const head = await page.request.get(address, { maxRedirects: 0, headers: { accept: "text/html" } });
    if (!(head.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    if (/attachment/.test(head.headers()["content-disposition"] ?? "")) continue;
    await page.goto(address, { waitUntil: "networkidle" });
    await visit(address);
    const links = await page.$$eval("a[href^='/']", (links) => links.map((link) => link.getAttribute("href")));
    waiting.push(...links.filter((link) => !link.startsWith("/static/") && !link.startsWith("/docs")));
  }
  return seen;
}

export function tests(browser, { cms }) {
  // Both languages at once: most of the time goes to measuring contrasts, in two processes.
  describe("pages", { concurrency: true }, () => LANGUAGES.forEach((language) => inLanguage(browser, cms, language)));

  test("nothing in the services' logs is an error", () => {
    assert.deepEqual(complaints(), []);
  });
}

function inLanguage(browser, cms, language) {
  test(`strangers' pages are accessible in ${language}`, async () => {
    const context = await reader(browser, cms.base, { language });
    const page = await watched(context);
    const wrong = [];
    page.expected.add(404);
    for (const [address, title] of [["/login", "sign-in"], ["/no-such-page", "not-found"]]) {
      await page.goto(address, { waitUntil: "networkidle" });
      assert.equal(await page.getAttribute("html", "lang"), language);
      wrong.push(...(await inspect(page, language, title)));
    }
    await context.close();
    assert.deepEqual([...wrong, ...page.problems], []);
  });

  test(`every page is accessible in ${language}`, async () => {
    const context = await reader(browser, cms.base, { language });
    const page = await watched(context);
    // Each language has its editor, since a language that she has chosen is hers everywhere.
    await signIn(page, language === "en" ? EDITOR : COLLEAGUE);
    const wrong = [];
    const menu = await page.$$eval(".menu-item", (links) => links.map((link) => link.getAttribute("href")));
    const seen = await crawl(page, "/encyclopedia", async (address) => {
      assert.equal(await page.getAttribute("html", "lang"), language, address);
      const found = await inspect(page, language, name(address));
      // At once, since the whole takes minutes.
      found.forEach((line) => console.log(line));
      wrong.push(...found);
    });
    for (const address of menu) {
      const answer = await page.request.get(address, { headers: { accept: "text/html" } });
      if (answer.status() !== 200) wrong.push(`${address} of the menu answered ${answer.status()}`);
    }
    console.log(`${language}: ${seen.size} kinds of pages`);
    await context.close();
    assert.deepEqual([...wrong, ...page.problems], []);
  });
}
