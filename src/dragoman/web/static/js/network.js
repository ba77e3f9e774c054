// The pairs of the table as a drawing: thicker for more events, blue above zero, red below, dashed for conflict.
"use strict";
(async () => {
  const frame = document.getElementById("network");
  const pairs = await (await fetch(frame.dataset.source)).json();
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const highest = Math.max(1, ...pairs.map((pair) => pair.events));
  const degree = new Map();
  const names = new Map();
  for (const pair of pairs) {
    names.set(pair.a, pair.name_a);
    names.set(pair.b, pair.name_b);
    for (const code of [pair.a, pair.b]) degree.set(code, (degree.get(code) ?? 0) + pair.events);
  }
  const most = Math.max(1, ...degree.values());
  const style = () => [
    { selector: "node", style: {
      label: "data(label)", "font-family": "Source Sans 3, sans-serif", "font-size": 11, color: colour("--ink"), "text-valign": "bottom",
      "text-margin-y": 3, "background-color": colour("--soft"), width: "data(size)", height: "data(size)",
      "text-outline-color": colour("--sheet"), "text-outline-width": 2 } },
    { selector: "edge", style: { width: "data(width)", "line-color": colour("--even"), opacity: 0.7, "curve-style": "haystack" } },
    { selector: "edge[tone > 0.5]", style: { "line-color": colour("--coop") } },
    { selector: "edge[tone < -0.5]", style: { "line-color": colour("--conf"), "line-style": "dashed" } },
    { selector: ":selected", style: { "background-color": colour("--accent"), "line-color": colour("--accent") } },
  ];
  // Cytoscape would write a style of its own into the page, which its policy forbids: parts.css has what it would say.
  const styled = document.createElement("meta");
  styled.id = "__________cytoscape_stylesheet";
  document.head.append(styled);
  const drawing = cytoscape({
    container: frame,
    elements: [
      ...[...names].map(([code, name]) => ({ data: { id: code, label: name.length > 26 ? code : name, size: 8 + 22 * Math.sqrt(degree.get(code) / most) } })),
      ...pairs.map((pair) => ({ data: { id: `${pair.a} ${pair.b}`, source: pair.a, target: pair.b, tone: pair.mean_score, width: 1 + 7 * Math.sqrt(pair.events / highest) } })),
    ],
    style: style(),
    // The same drawing each time: nothing is left to chance.
    layout: { name: "cose", randomize: false, animate: false, nodeRepulsion: () => 60000, idealEdgeLength: () => 90, nodeOverlap: 20, padding: 24 },
  });
  drawing.on("tap", "edge", (event) => location.assign(`/pair/${encodeURIComponent(event.target.data("source"))}/${encodeURIComponent(event.target.data("target"))}`));
  drawing.on("tap", "node", (event) => location.assign(`/state/${encodeURIComponent(event.target.id())}`));
  document.addEventListener("dragoman:theme", () => drawing.style(style()));
  frame.dataset.drawn = String(pairs.length);
})();
