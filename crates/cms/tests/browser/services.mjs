// Both services on a database of their own, with demo content and an editor. The programs are
// taken from the folder that BIN names, the database server from TEST_DATABASE_URL.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, openSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = new URL("../../../../", import.meta.url).pathname;
export const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
const BIN = process.env.BIN ?? join(TARGET, "debug");

export const EDITOR = { username: "sita", password: "a long road to Jomsom", role: "superAdmin", lang: "en" };
export const COLLEAGUE = { username: "maya", password: "a short walk up Poon Hill", role: "superAdmin", lang: "en" };

/** A translator, who works in Nepali. */
export const TRANSLATOR = { username: "gita", password: "the wind over Mustang", role: "contentManager", lang: "ne" };

const url = new URL(process.env.TEST_DATABASE_URL.replace(/^postgres(ql)?:/, "http:"));
const NAME = `browser_${process.pid}`;
const scratch = join(TARGET, "browser");
const running = [];

const psql = (database, ...rest) =>
  execFileSync("psql", ["-qXAt", "-v", "ON_ERROR_STOP=1", "-h", url.hostname, "-p", url.port || "5432",
    "-U", decodeURIComponent(url.username), "-d", database, ...rest.slice(0, -1)], {
    input: rest.at(-1),
    encoding: "utf8",
    env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password), PGOPTIONS: "-c search_path=periodtracker" },
  }).trim();

/** Runs SQL on the database of the services and gives its output. */
export const sql = (statement) => psql(NAME, statement);

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const settings = (ports) => ({
  PATH: process.env.PATH,
  HOME: scratch,
  NODE_ENV: "test",
  RUST_LOG: "info",
  LOG_FORMAT: "text",
  DATABASE_HOST: url.hostname,
  DATABASE_PORT: url.port || "5432",
  DATABASE_USERNAME: decodeURIComponent(url.username),
  DATABASE_PASSWORD: decodeURIComponent(url.password),
  DATABASE_NAME: NAME,
  DATABASE_SSL_MODE: "disable",
  APPLICATION_SECRET: "a secret for the tests in a browser",
  PASSPORT_SECRET: "another secret for the tests in a browser",
  SHUTDOWN_NOTICE_SECONDS: "0",
  LISTEN_ADDRESS: "127.0.0.1",
  API_PORT: String(ports.api),
  CMS_PORT: String(ports.cms),
  SOURCE_URL: "https://example.org/source",
});

const run = (program, environment, port) => {
  const log = join(scratch, `${program}.log`);
  const out = openSync(log, "w");
  const child = spawn(join(BIN, program), [], { cwd: scratch, env: environment, stdio: ["ignore", out, out] });
  running.push({ program, child, log });
  return { base: `http://127.0.0.1:${port}`, log };
};

const ready = async (service) => {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${service.base}/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`not ready within a minute: ${readFileSync(service.log, "utf8").slice(-2000)}`);
};

/** Starts both and gives their addresses. */
export async function start() {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  psql("postgres", `CREATE DATABASE ${NAME}`);
  const ports = { api: await freePort(), cms: await freePort() };
  const environment = settings(ports);
  const cms = (args, input = "") => execFileSync(join(BIN, "cms"), args, { cwd: scratch, env: environment, input, stdio: ["pipe", "ignore", "pipe"] });
  cms(["migrate"]);
  const demo = join(ROOT, "scripts/demo");
  const rows = readdirSync(demo).filter((name) => name.endsWith(".sql")).sort();
  psql(NAME, "--single-transaction", "-o", "/dev/null", rows.map((name) => readFileSync(join(demo, name), "utf8")).join("\n"));
  for (const { username, password, role, lang } of [EDITOR, COLLEAGUE, TRANSLATOR])
    cms(["admin", "create-user", "--username", username, "--role", role, "--lang", lang], `${password}
`);
  const services = { api: run("api", environment, ports.api), cms: run("cms", environment, ports.cms) };
  await Promise.all([ready(services.api), ready(services.cms)]);
  return services;
}

/** Ends both and removes the database. */
export async function stop() {
  for (const { child } of running) child.kill("SIGTERM");
  await Promise.all(running.map(({ child }) => child.exitCode ?? new Promise((resolve) => child.on("exit", resolve))));
  psql("postgres", `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
}

/** What the services have complained about: errors in their logs. */
export const complaints = () =>
  running.flatMap(({ program, log }) =>
    readFileSync(log, "utf8").split("\n").filter((line) => /\bERROR\b/.test(line)).map((line) => `${program}: ${line}`));
