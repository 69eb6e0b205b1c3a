// Chromium, and pages that notice what goes wrong in them.
import { chromium } from "playwright-core";
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { TARGET } from "./services.mjs";

export const WIDTHS = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
export const LANGUAGES = ["en", "ne"];

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** How a page is looked at in a language: in each theme once and at each width once. Both languages
 * together see it in each theme at each width. */
const STATES = {
  en: [["light", "desk"], ["dark", "phone"]],
  ne: [["light", "phone"], ["dark", "desk"]],
};
const shots = join(TARGET, "screenshots");

/** Chromium as Debian installs it; without its sandbox, which root cannot have. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });

/** A reader's browser: her cookies, her language, light or dark. */
export async function reader(browser, base, { language = "en", theme = "light", ...options } = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: WIDTHS.desk, reducedMotion: "reduce", locale: "en-GB", ...options });
  const cookie = (name, value) => ({ name, value, url: base });
  await context.addCookies([cookie("interface", language), cookie("theme", theme)]);
  return context;
}

/** A page whose `problems` are whatever a browser complains about: the console, the policy,
 * scripts, answers of 500 and more. `expected` are states it may be answered with. */
export async function watched(context) {
  const page = await context.newPage();
  page.problems = [];
  page.expected = new Set();
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    const status = message.text().match(/status of (\d+)/)?.[1];
    if (status && page.expected.has(Number(status))) return;
    page.problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.problems.push(`${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) page.problems.push(`${response.url()} answered ${response.status()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (!reason.includes("ERR_ABORTED")) page.problems.push(`${request.url()}: ${reason}`);
  });
  return page;
}

/**
 * What axe finds on the page as it is, a line for each place. The buttons that stay at the lower
 * edge of the window lie at the end of their form meanwhile: what happens to be below them is in
 * sight as soon as somebody scrolls or goes there by keys.
 */
export async function violations(page) {
  const found = await page.evaluate(`(async () => {
    if (!window.axe) { ${axe.source} }
    const bars = [...document.querySelectorAll(".form-actions")];
    bars.forEach((bar) => { bar.style.position = "static"; });
    try {
      return await axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] });
    } finally {
      bars.forEach((bar) => { bar.style.position = ""; });
    }
  })()`);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${node.html.slice(0, 160)} (${[...node.any, ...node.all, ...node.none][0]?.message ?? ""})`));
}

/** What is wider than the window, which would have to be scrolled sideways. */
export const overflow = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const parts = [...document.querySelectorAll("body *")]
      .filter((part) => part.getBoundingClientRect().right > width + 1 && !part.closest("svg"))
      .filter((part, at, parts) => !parts.slice(0, at).some((other) => other.contains(part)));
    return parts.slice(0, 3).map((part) => `wider than the window: ${part.outerHTML.slice(0, 120)}`);
  });

/** Icons that the file of icons does not hold: nothing would be seen in their place. */
export const missingIcons = (page) =>
  page.evaluate(async () => {
    const used = [...document.querySelectorAll("svg use")].map((use) => use.getAttribute("href").split("#"));
    if (used.length === 0) return [];
    const icons = await (await fetch(used[0][0])).text();
    return used.filter(([, name]) => !icons.includes(`id="${name}"`)).map(([, name]) => `there is no icon ${name}`);
  });

/** Keeps a picture for people to look at. */
export async function picture(page, name) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** Looks at the page in both themes and at both widths, and gives what is wrong. */
export async function inspect(page, language, title) {
  const name = `${language}-${title}`;
  const wrong = (await missingIcons(page)).map((line) => `${name}: ${line}`);
  for (const [theme, width] of STATES[language]) {
    await page.evaluate((theme) => (document.documentElement.dataset.bsTheme = theme), theme);
    await page.setViewportSize(WIDTHS[width]);
    const found = [...(await violations(page)), ...(await overflow(page))];
    wrong.push(...found.map((line) => `${name} ${theme} ${width}: ${line}`));
    await picture(page, `${name}-${theme}-${width}`);
  }
  await page.setViewportSize(WIDTHS.desk);
  return wrong;
}
