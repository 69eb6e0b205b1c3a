// An editor's day.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { press, soon, working as inBrowser } from "./work.mjs";

/** A second of speech. */
const RECORDING = new URL("../it/files/recordings/silence.mp3", import.meta.url).pathname;

const TITLE = "Why walking helps";
const FIELDS = { title: "[name=article_heading]", text: "[name=article_text]" };

const heading = (page) => page.innerText("main h1");
const success = (page) => page.innerText(".flash.alert-success");

export function tests(browser, services) {
  const { cms } = services;

  const working = (name, work, options) => inBrowser(browser, cms, name, work, options);

  const openArticle = async (page) => {
    await page.goto(`/encyclopedia?q=${encodeURIComponent(TITLE)}`);
    await press(page, `tbody a:has-text("${TITLE}")`);
  };

  working("an editor chooses language and theme, and signs out", async (page) => {
    const drop = (action) => `.topbar-end details:has(form[action='${action}']) summary`;
    await page.click(drop("/preferences"));
    await press(page, "button[name=theme][value=dark]");
    assert.equal(await page.getAttribute("html", "data-bs-theme"), "dark");
    await page.click(drop("/preferences"));
    await press(page, "button[name=language][value=ne]");
    assert.equal(await page.getAttribute("html", "lang"), "ne");
    await page.click(drop("/preferences"));
    await press(page, "button[name=language][value=en]");
    await page.click(drop("/preferences"));
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("button[name=theme][value=dark]"), false);
    await page.click(drop("/logout"));
    await press(page, "form[action='/logout'] button");
    assert.equal(new URL(page.url()).pathname, "/login");
  });

  working("she writes an article, and what is wrong stands beside its field", async (page) => {
    await page.goto("/encyclopedia");
    await press(page, "main a[href^='/encyclopedia/new']");
    await page.fill(FIELDS.title, TITLE);
    assert.match(await page.innerText("[data-counter-for=f-article_heading]"), new RegExp(`^${TITLE.length} / \\d+$`));
    page.expected.add(400);
    await Promise.all([page.waitForNavigation(), page.click("button[name=then][value=publish]")]);
    assert.equal(await page.inputValue(FIELDS.title), TITLE, "what was typed is kept");
    assert.ok((await page.$$("[aria-invalid=true]")).length > 0);
    await page.fill(FIELDS.text, "Move a little every day.\n\nIt eases cramps.");
    await page.selectOption("[name=subcategory]", { index: 1 });
    await press(page, "button[name=then][value=stay]");
    assert.equal(await heading(page), TITLE);
    assert.ok(await success(page));
  });

  working("she publishes it, and phones have it at once", async (page) => {
    await page.goto("/encyclopedia");
    await press(page, `#new-drafts a:has-text("${TITLE}")`);
    await press(page, "button[name=then][value=publish]");
    await soon(services, "/mobile/articles/en", (text) => text.includes(TITLE), "the article");
  });

  working("she gives it a voice", async (page) => {
    await openArticle(page);
    await page.setInputFiles("#voice-over input[type=file]", RECORDING);
    await page.click("#voice-over form[enctype] button");
    await page.waitForSelector("#voice-over audio");
    const source = await page.getAttribute("#voice-over audio", "src");
    const file = await page.request.get(source);
    assert.equal(file.status(), 200);
    assert.match(file.headers()["content-type"], /^audio\//);
    const key = source.split("/").pop();
    await soon(services, "/mobile/articles/en", (text) => text.includes(key), "the recording");
  });

  working("she changes the order by dragging and by buttons", async (page) => {
    const order = () => page.$$eval(".order-row .order-heading", (rows) => rows.map((row) => row.innerText.trim()));
    await page.goto("/categories-management");
    await press(page, "main a[href*='order']");
    const before = await order();
    assert.ok(before.length > 2);
    const handle = await (await page.waitForSelector(".can-drag .drag-handle")).boundingBox();
    const rows = await Promise.all((await page.$$(".order-row")).map((row) => row.boundingBox()));
    await page.mouse.move(handle.x + 8, handle.y + 8);
    await page.mouse.down();
    // Row by row, at a person's pace: rows make room with a movement of their own.
    for (const row of rows.slice(1)) {
      await page.mouse.move(handle.x + 8, row.y + row.height - 4, { steps: 8 });
      await sleep(200);
    }
    await page.mouse.up();
    await press(page, ".reorder-bar button");
    const dragged = await order();
    assert.deepEqual(dragged, [...before.slice(1), before[0]]);
    await press(page, ".order-row:nth-child(2) button[value^='up:']");
    assert.deepEqual((await order()).slice(0, 2), [dragged[1], dragged[0]]);
    await soon(services, "/mobile/articles/en", (text) => text.includes(TITLE), "all of it");
  });

  working("she deletes it, and takes that back", async (page) => {
    await openArticle(page);
    await press(page, "main a[href$='/delete']");
    await press(page, "main form[action$='/delete'] .btn-danger");
    await soon(services, "/mobile/articles/en", (text) => !text.includes(TITLE), "the end of the article");
    await press(page, ".flash form button");
    await soon(services, "/mobile/articles/en", (text) => text.includes(TITLE), "its return");
  });

  working("two people who change one article do not overwrite each other", async (page) => {
    await openArticle(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.fill(FIELDS.text, "Somebody else's words.");
    await Promise.all([other.waitForNavigation(), other.click("button[name=then][value=stay]")]);
    await page.fill(FIELDS.text, "My words.");
    page.expected.add(409);
    await Promise.all([page.waitForNavigation(), page.click("button[name=then][value=stay]")]);
    assert.ok(await page.isVisible("#conflict"));
    assert.equal(await page.inputValue(FIELDS.text), "My words.");
  });

  working("a page asks before what was typed is lost", async (page) => {
    await openArticle(page);
    await page.fill(FIELDS.text, "Not saved.");
    const asked = new Promise((resolve) => page.once("dialog", (dialog) => resolve(dialog.type()) ?? dialog.accept()));
    await page.click(".menu-item >> nth=0");
    assert.equal(await asked, "beforeunload");
  });

  working("she reads statistics and takes them along", async (page) => {
    await page.goto("/analytics-management");
    assert.ok(await heading(page));
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("main a[href*='export.csv']")]);
    const figures = readFileSync(await download.path(), "utf8");
    assert.match(figures, /,/);
    const excel = await page.getAttribute("main a[href*='export.xlsx']", "href");
    assert.equal((await (await page.request.get(excel)).body()).subarray(0, 2).toString(), "PK");
  });

  working("she exports the content as a workbook", async (page) => {
    await page.goto("/data");
    assert.ok(await heading(page));
    const answer = await page.request.get("/data/generate-content-sheet");
    assert.equal(answer.status(), 200);
    assert.equal((await answer.body()).subarray(0, 2).toString(), "PK");
    const bundle = await page.request.get("/data/generate-content-ts?live=true");
    assert.ok((await bundle.text()).includes(TITLE));
  });

  working("she switches to the content of another language", async (page) => {
    const rows = () => page.$$eval("tbody th", (cells) => cells.map((cell) => cell.innerText));
    await page.goto("/quiz-management");
    const english = await rows();
    await page.click(".topbar-end details:has(form[action^='/user/change-location']) summary");
    await press(page, "button[name=lang][value=ne]");
    assert.equal(new URL(page.url()).pathname, "/quiz-management");
    assert.equal(await page.getAttribute("html", "lang"), "en", "the pages stay in her own language");
    const nepali = await rows();
    assert.ok(nepali.length > 0 && !nepali.some((heading) => english.includes(heading)));
    await page.click(".topbar-end details:has(form[action^='/user/change-location']) summary");
    await press(page, "button[name=lang][value=en]");
    assert.deepEqual(await rows(), english);
  });

  working(
    "all of it goes without scripts",
    async (page) => {
      await page.goto("/didyouknow-management/new");
      await page.fill("[name=title]", "Water");
      await page.fill("[name=content]", "Drink when you are thirsty.");
      await press(page, "button[name=then][value=publish]");
      assert.ok(await success(page));
      await soon(services, "/mobile/didyouknows/en", (text) => text.includes("Drink when you are thirsty."), "the fact");
      await page.goto("/categories-management");
      await press(page, "main a[href*='order']");
      await press(page, ".order-row:nth-child(2) button[value^='up:']");
      await page.click(".topbar-end details:has(form[action='/logout']) summary");
      await press(page, "form[action='/logout'] button");
      assert.equal(new URL(page.url()).pathname, "/login");
    },
    { javaScriptEnabled: false },
  );
}
