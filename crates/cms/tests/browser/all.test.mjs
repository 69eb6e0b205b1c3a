// Everything, on one pair of services.
import { after } from "node:test";
import * as services from "./services.mjs";
import { launch } from "./browser.mjs";
import * as corners from "./corners.mjs";
import * as day from "./day.mjs";
import * as handbook from "./handbook.mjs";
import * as week from "./week.mjs";
import * as pages from "./pages.mjs";
import * as together from "./together.mjs";

let place;
let browser;
try {
  place = await services.start();
  browser = await launch();
} catch (error) {
  await services.stop().catch(() => {});
  throw error;
}
after(async () => {
  await browser.close();
  await services.stop();
});

// The first two on the demo's own content, before others write and put it into another order.
handbook.tests(browser, place);
week.tests(browser, place);
day.tests(browser, place);
together.tests(browser, place);
corners.tests(browser, place);
pages.tests(browser, place);
