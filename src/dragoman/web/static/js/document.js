// The text and its margin: a passage in the address is found and marked, tables are toggled without a new page, and the
// margin follows the sentence in view.
"use strict";
(() => {
  const article = document.querySelector("article.text");
  const margin = document.querySelector(".margin");
  const notes = new Map([...document.querySelectorAll(".note-of")].map((one) => [one.dataset.n, one]));

  // Code points, as records count them; the text of a page counts in UTF-16.
  const length = (text) => { let n = 0; for (const _ of text) n += 1; return n; };
  const units = (text, points) => { let at = 0; for (const one of text) { if (points-- <= 0) break; at += one.length; } return at; };

  function mark(start, end) {
    for (const old of article.querySelectorAll(".at")) old.classList.remove("at");
    let first = null;
    for (const piece of [...article.querySelectorAll("[data-s]")]) {
      const from = Number(piece.dataset.s);
      const text = piece.textContent;
      const to = from + length(text);
      if (to <= start || from >= end) continue;
      let inside = piece;
      if (from < start || to > end) inside = split(piece, text, Math.max(start, from) - from, Math.min(end, to) - from, from);
      inside.classList.add("at");
      first ??= inside;
    }
    if (first) first.scrollIntoView({ block: "center" });
    return first;
  }

  // A piece cut in up to three, each as it was; the middle one is given back.
  function split(piece, text, a, b, from) {
    const cuts = [[0, a], [a, b], [b, Infinity]].map(([x, y]) => [x, text.slice(units(text, x), y === Infinity ? undefined : units(text, y))]);
    const parts = cuts.map(([at, words]) => {
      if (!words) return null;
      const part = document.createElement(at === a ? "mark" : piece.tagName);
      for (const { name, value } of piece.attributes) part.setAttribute(name, value);
      part.dataset.s = String(from + at);
      part.textContent = words;
      return part;
    });
    piece.replaceWith(...parts.filter(Boolean));
    return parts[1] ?? parts.find(Boolean);
  }

  function open() {
    const found = /^#(\d+)-(\d+)$/.exec(location.hash);
    if (!found) return;
    const [start, end] = [Number(found[1]), Number(found[2])];
    if (!(start < end)) return;
    const inside = start >= Number(article.dataset.start) && start < Number(article.dataset.end);
    if (!inside && start < Number(article.dataset.length)) {
      // It stands in another part of a long text.
      location.replace(`${article.dataset.href}?at=${start}-${end}${location.hash}`);
      return;
    }
    mark(start, end);
    for (const link of document.querySelectorAll("a[data-cite]")) {
      const to = new URL(link.href);
      to.searchParams.set("at", `${start}-${end}`);
      link.href = to.pathname + to.search;
    }
    near([...notes.values()].find((one) => one.dataset.span === `${start}-${end}`)?.dataset.n);
  }

  // Tables
  for (const toggle of document.querySelectorAll(".toggle")) {
    const name = `t-${toggle.dataset.table}`;
    // What the page was not given it must be asked for.
    if (!toggle.hasAttribute("aria-current")) continue;
    toggle.setAttribute("role", "button");
    toggle.setAttribute("aria-pressed", "true");
    const act = (event) => {
      event.preventDefault();
      const on = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", String(on));
      if (on) toggle.setAttribute("aria-current", "true"); else toggle.removeAttribute("aria-current");
      for (const one of article.querySelectorAll(on ? `.off-${name}` : `mark.${name}`)) {
        one.classList.toggle(name, on);
        one.classList.toggle(`off-${name}`, !on);
      }
      for (const note of notes.values()) {
        for (const one of note.querySelectorAll(`.record.${name}`)) one.hidden = !on;
        note.hidden = ![...note.querySelectorAll(".record")].some((one) => !one.hidden);
      }
    };
    toggle.addEventListener("click", act);
    toggle.addEventListener("keydown", (event) => { if (event.key === " ") act(event); });
  }

  // The margin follows
  function near(number, scroll = true) {
    if (!number || !notes.has(number)) return;
    for (const one of document.querySelectorAll(".near")) one.classList.remove("near");
    margin.classList.add("follows");
    const note = notes.get(number);
    note.classList.add("near");
    for (const one of article.querySelectorAll("mark[data-r]")) {
      if (one.dataset.r.split(" ").includes(number)) one.classList.add("near");
    }
    if (scroll && margin.scrollHeight > margin.clientHeight) {
      margin.scrollTo({ top: note.offsetTop - margin.offsetTop - margin.clientHeight / 3 });
    }
  }
  let waiting = false;
  function follow() {
    waiting = false;
    const line = innerHeight * 0.33;
    let found = null;
    for (const one of article.querySelectorAll("mark[data-r]")) {
      if (!one.dataset.r) continue;
      const box = one.getBoundingClientRect();
      if (box.bottom < 60) continue;
      if (box.top > line && found) break;
      found = one;
      if (box.top > line) break;
    }
    if (found) near(found.dataset.r.split(" ").pop());
  }
  addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
  article.addEventListener("click", (event) => {
    const one = event.target.closest("mark[data-r]");
    if (one && one.dataset.r) near(one.dataset.r.split(" ").pop());
  });
  document.addEventListener("dragoman:chosen", (event) => {
    if (!event.target.matches(".note-of")) return;
    near(event.target.dataset.n, false);
    const first = article.querySelector("mark.near");
    if (first) first.scrollIntoView({ block: "center" });
  });
  addEventListener("hashchange", open);
  open();
})();
