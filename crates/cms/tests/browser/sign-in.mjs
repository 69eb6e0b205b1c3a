// Signing in, as a person does.
import { EDITOR } from "./services.mjs";

export async function signIn(page, { username, password } = EDITOR) {
  await page.goto("/login");
  await page.fill("input[name=username]", username);
  await page.fill("input[name=password]", password);
  await Promise.all([page.waitForNavigation(), page.press("input[name=password]", "Enter")]);
}
