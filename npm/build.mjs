// Makes what the pages ship of what npm brought: `node build.mjs OUT`. Run by hatch_build.py, where node_modules is.
//
// OUT gets the scripts, two typefaces, `world.json` (paths of the world's states, projected here so that no page needs
// a projection), and the licences of all of them.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const modules = join(import.meta.dirname ?? process.cwd(), "node_modules");
const out = process.argv[2];
mkdirSync(out, { recursive: true });

// Scripts
copyFileSync(join(modules, "htmx.org/dist/htmx.min.js"), join(out, "htmx.min.js"));
copyFileSync(join(modules, "cytoscape/dist/cytoscape.min.js"), join(out, "cytoscape.min.js"));

// Typefaces: what of Latin a page needs; other scripts come from the reader's system.
const FACES = [
  ["source-serif-4", "normal"],
  ["source-serif-4", "italic"],
  ["source-sans-3", "normal"],
];
const RANGE = {
  latin: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
};
const css = [];
for (const [face, style] of FACES) {
  for (const [subset, range] of Object.entries(RANGE)) {
    const file = `${face}-${subset}-wght-${style}.woff2`;
    copyFileSync(join(modules, `@fontsource-variable/${face}/files/${file}`), join(out, file));
    const name = face.replace("source-serif-4", "Source Serif 4").replace("source-sans-3", "Source Sans 3");
    css.push(
      `@font-face{font-family:"${name}";font-style:${style};font-weight:200 900;font-display:swap;` +
        `src:url("${file}") format("woff2");unicode-range:${range}}`,
    );
  }
}
writeFileSync(join(out, "faces.css"), css.join("\n") + "\n");

// The world: shapes from the coarse atlas, a dot where a state is too small for it.
const WIDTH = 960;
const atlas = (name) => {
  const topology = JSON.parse(readFileSync(join(modules, `world-atlas/countries-${name}.json`), "utf8"));
  return feature(topology, topology.objects.countries).features;
};
const alpha3 = new Map(
  require("iso-3166-1").all().map((one) => [one.numeric, one.alpha3]),
);
// The atlas gives these no number.
const UNNUMBERED = new Map([["Kosovo", "XKX"]]);
const code = (shape) => alpha3.get(shape.id) ?? UNNUMBERED.get(shape.properties.name) ?? null;
const projection = geoNaturalEarth1().fitWidth(WIDTH, { type: "Sphere" }).precision(0.3);
const path = geoPath(projection).digits(1);
const [[, top], [, bottom]] = path.bounds({ type: "Sphere" });
const shapes = [];
const drawn = new Set();
for (const shape of atlas("110m")) {
  if (shape.id === "010") continue; // Antarctica belongs to no state
  shapes.push({ code: code(shape), name: shape.properties.name, d: path(shape) });
  drawn.add(code(shape));
}
const dots = [];
for (const shape of atlas("50m")) {
  const of = code(shape);
  if (of === null || of === "ATA" || drawn.has(of)) continue;
  const [x, y] = path.centroid(shape);
  dots.push({ code: of, name: shape.properties.name, x: Number(x.toFixed(1)), y: Number(y.toFixed(1)) });
}
const world = {
  width: WIDTH,
  height: Math.ceil(bottom - top),
  sphere: path({ type: "Sphere" }),
  graticule: path(geoGraticule10()),
  shapes: shapes.sort((a, b) => (a.code ?? "~").localeCompare(b.code ?? "~") || a.name.localeCompare(b.name)),
  dots: dots.sort((a, b) => a.code.localeCompare(b.code)),
};
writeFileSync(join(out, "world.json"), JSON.stringify(world) + "\n");

// Licences
const SHIPPED = [
  "htmx.org", "cytoscape", "world-atlas", "@fontsource-variable/source-serif-4", "@fontsource-variable/source-sans-3",
];
const said = SHIPPED.map((name) => {
  const folder = join(modules, name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : about.license;
  return `${name} ${about.version} (${about.license})\n\n${text}\n`;
});
writeFileSync(join(out, "LICENCES.txt"), said.join("\n" + "-".repeat(72) + "\n\n"));

// What tests alone need, where it was installed.
const axe = join(modules, "axe-core/axe.min.js");
if (process.argv[3] && existsSync(axe)) {
  mkdirSync(process.argv[3], { recursive: true });
  copyFileSync(axe, join(process.argv[3], "axe.min.js"));
}
