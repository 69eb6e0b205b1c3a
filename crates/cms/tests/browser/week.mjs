// A week of a team of two: Sita works in both languages, Gita in Nepali.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { violations } from "./browser.mjs";
import { TARGET, TRANSLATOR, sql } from "./services.mjs";
import { signIn } from "./sign-in.mjs";
import { press, soon, working } from "./work.mjs";

const FACT = "A fact of this week";

/** What is looked at on every page of the week, beside what the browser complains about. */
async function accessible(page) {
  assert.deepEqual(await violations(page), []);
}

/** Works on the content of another language. */
async function workIn(page, language) {
  await page.click(".topbar-end details:has(form[action^='/user/change-location']) summary");
  await press(page, `button[name=lang][value=${language}]`);
}

/** The workbook with `to` written into the cell for the new text of the one that reads `from`:
 * the last cell that holds it, since the present text stands before it. */
function rewritten(workbook, from, to) {
  const parts = unzipSync(workbook);
  const shared = "xl/sharedStrings.xml";
  const strings = strFromU8(parts[shared]);
  const at = [...strings.matchAll(/<si>(.*?)<\/si>/gs)].map(([, string]) => string);
  const index = at.findIndex((string) => string.includes(`>${from}<`));
  assert.ok(index >= 0, `${from} is in the workbook`);
  parts[shared] = strToU8(strings.replace("</sst>", `<si><t>${to}</t></si></sst>`));
  const cell = `<v>${index}</v>`;
  const name = Object.keys(parts).find((name) => name.startsWith("xl/worksheets/sheet") && strFromU8(parts[name]).includes(cell));
  const sheet = strFromU8(parts[name]);
  const last = sheet.lastIndexOf(cell);
  parts[name] = strToU8(`${sheet.slice(0, last)}<v>${at.length}</v>${sheet.slice(last + cell.length)}`);
  return zipSync(parts);
}

export function tests(browser, services) {
  const { cms } = services;
  const sita = (name, work) => working(browser, cms, name, work);

  describe("a week of the team", () => {
    let imported;

    sita("on Sunday a spreadsheet comes back and becomes drafts", async (page) => {
      [imported] = sql("SELECT title FROM did_you_know WHERE lang = 'en' ORDER BY id LIMIT 1").split("\n");
      await page.goto("/import");
      await page.selectOption("#workbook-lang", "en");
      await page.check("#cells-filled");
      const asked = page.click("form[action='/import/workbook'] button");
      const [download] = await Promise.all([page.waitForEvent("download"), asked]);
      const file = join(TARGET, "browser", "content.xlsx");
      const workbook = new Uint8Array(readFileSync(await download.path()));
      writeFileSync(file, rewritten(workbook, imported, "A better title"));
      await page.goto("/import");
      await page.setInputFiles("#import-file", file);
      await page.click("form[action='/import'] button");
      await page.waitForSelector("form[action$='/apply']", { timeout: 60_000 });
      await press(page, "a.import-filter:has-text('Changed')");
      assert.equal((await page.locator("main ins").allInnerTexts()).join(" "), "A better title");
      await accessible(page);
      await page.click("form[action$='/apply'] button");
      await page.waitForSelector("form[action$='/undo']", { state: "attached", timeout: 60_000 });
      await page.goto("/drafts");
      assert.match(await page.innerText("main"), /A better title/);
      await accessible(page);
    });

    sita("and is undone as a whole", async (page) => {
      await page.goto("/import");
      await press(page, "tbody a");
      await page.click("details.confirm summary");
      await page.click("form[action$='/undo'] button");
      await page.waitForFunction(() => !document.querySelector("form[action$='/undo']"), null, { timeout: 60_000 });
      await page.goto("/drafts");
      assert.doesNotMatch(await page.innerText("main"), /A better title/);
    });

    sita("on Monday the rows of both languages are paired", async (page) => {
      await workIn(page, "ne");
      for (const table of ["category", "subcategory", "did_you_know"]) {
        await page.goto(`/translation/pairing?table=${table}`);
        await accessible(page);
        if (await page.$("button:has([data-selected-count])")) {
          await press(page, "button:has([data-selected-count])");
        }
      }
      assert.ok(Number(sql("SELECT count(*) FROM translation WHERE linked_by <> ''")) > 3);
      await workIn(page, "en");
    });

    sita("she writes a fact and publishes it", async (page) => {
      await page.goto("/didyouknow-management/new");
      await page.fill("[name=title]", FACT);
      await page.fill("[name=content]", "Six glasses a day.");
      await press(page, "button[name=then][value=stay]");
      await page.waitForSelector("#checklist");
      await accessible(page);
      await press(page, "button[name=then][value=publish]");
      await soon(services, "/mobile/didyouknows/en", (text) => text.includes(FACT), "the fact");
    });

    sita("on Tuesday Gita translates it and asks for a second pair of eyes", async (page) => {
      await page.context().clearCookies({ name: /session/ });
      await signIn(page, TRANSLATOR);
      await accessible(page);
      await page.goto("/translation?table=did_you_know&state=missing");
      await press(page, `tbody a:has-text("${FACT}")`);
      assert.match(await page.innerText(".side-source >> nth=1"), /Six glasses/);
      await page.fill("[name=title]", "यो हप्ताको कुरा");
      await page.fill("[name=content]", "दिनमा छ गिलास पानी।");
      await accessible(page);
      await press(page, "button[name=then][value=review]");
      const phones = await fetch(`${services.api.base}/mobile/didyouknows/ne`);
      assert.doesNotMatch(await phones.text(), /छ गिलास/);
    });

    sita("Sita reads what changes, gives it back, and then publishes it", async (page) => {
      await workIn(page, "ne");
      await page.goto("/drafts?state=review");
      await press(page, "tbody a");
      await accessible(page);
      await page.fill("#note", "छ होइन, आठ।");
      await press(page, "form[action$='/give-back'] button");
      await page.goto("/drafts?state=draft");
      await press(page, "tbody a:has-text('यो हप्ताको कुरा')");
      assert.match(await page.innerText("main"), /छ होइन, आठ।/);
      await page.fill("[name=content]", "दिनमा आठ गिलास पानी।");
      await press(page, "button[name=then][value=publish]");
      await soon(services, "/mobile/didyouknows/ne", (text) => text.includes("आठ गिलास"), "the translation");
      await workIn(page, "en");
    });

    sita("on Wednesday she corrects the source, at an appointed time", async (page) => {
      await page.goto(`/didyouknow-management?q=${encodeURIComponent(FACT)}`);
      await press(page, "tbody th a");
      await page.fill("[name=content]", "Eight glasses a day.");
      await press(page, "button[name=then][value=stay]");
      const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 16);
      await page.fill("#at", tomorrow);
      await press(page, "form[action^='/schedule/'] button");
      assert.match(await page.innerText("#schedule"), /20[89]\d/, "the date in Bikram Sambat too");
      // The night passes.
      sql("UPDATE job SET run_after = now() WHERE kind = 'release' AND state = 'queued'");
      await soon(services, "/mobile/didyouknows/en", (text) => text.includes("Eight glasses"), "the correction", 20_000);
      await page.goto("/releases");
      await accessible(page);
    });

    sita("on Thursday the work list says that the source has changed, and it is mended", async (page) => {
      await workIn(page, "ne");
      await page.goto("/translation?table=did_you_know&state=outdated");
      await press(page, `tbody a:has-text("${FACT}")`);
      assert.ok(await page.isVisible(".side-changed"), "what changed is marked");
      await accessible(page);
      await press(page, "form[action$='/still-correct'] button");
      await page.goto("/translation?table=did_you_know&state=outdated");
      assert.equal(await page.$(`tbody a:has-text("${FACT}")`), null);
      await workIn(page, "en");
    });

    sita("a survey and the about text are translated side by side", async (page) => {
      await workIn(page, "ne");
      await page.goto("/translation?table=survey&state=missing");
      if (await page.$("tbody a.row-link")) {
        await press(page, "tbody a.row-link");
        await accessible(page);
        await page.fill(".side-target textarea >> nth=0", "के भयो?");
        await press(page, "button[name=then][value=stay]");
        assert.equal(await page.inputValue(".side-target textarea >> nth=0"), "के भयो?");
      }
      await page.goto("/translation/about/ne");
      await accessible(page);
      await page.fill(".side-target textarea >> nth=0", "हाम्रो नयाँ परिचय");
      await press(page, "button[name=then][value=review]");
      await page.goto("/drafts?state=review");
      await press(page, "tbody a[href^='/about-management/edit']");
      await page.waitForSelector("#checklist");
      await accessible(page);
      await press(page, "form[action$='/discard'] button");
      await workIn(page, "en");
    });

    sita("on Friday the release is taken back, and its text is a draft again", async (page) => {
      await page.goto("/releases");
      await press(page, "tbody th a");
      await accessible(page);
      await press(page, "form[action$='/roll-back'] button");
      await soon(services, "/mobile/didyouknows/en", (text) => text.includes("Six glasses"), "what was before");
      await page.goto("/drafts");
      assert.match(await page.innerText("main"), new RegExp(FACT));
    });
  });
}
