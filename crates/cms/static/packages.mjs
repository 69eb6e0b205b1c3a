// Names the packages of a lock file that is read from standard input, a line for each.
import { readFileSync } from "node:fs";

const lock = JSON.parse(readFileSync(0, "utf8")).packages;
for (const name of Object.keys(lock[""].dependencies).sort()) {
  const { version, integrity } = lock[`node_modules/${name}`];
  console.log(`# ${name} ${version} ${integrity}`);
}
