// Makes one file of symbols from single icons: `node sprite.mjs FOLDER <NAMES >icons.svg`.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const names = readFileSync(0, "utf8").split("\n").filter(Boolean);

const symbols = names.map((name) => {
  const icon = readFileSync(join(folder, `${name}.svg`), "utf8");
  const box = icon.match(/viewBox="([^"]*)"/)[1];
  const shapes = icon.match(/<svg[^>]*>([^]*)<\/svg>/)[1].replace(/\s*\n\s*/g, "");
  return `<symbol id="${name}" viewBox="${box}" fill="currentColor">${shapes}</symbol>`;
});

process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
