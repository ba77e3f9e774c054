// Keys, theme, help, copying, charts as PNG. Every page works without.
"use strict";
(() => {
  const root = document.documentElement;
  const dialog = document.getElementById("help");

  const dark = () => root.dataset.theme === "dark" || (root.dataset.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  function theme() {
    const next = dark() ? "light" : "dark";
    root.dataset.theme = next;
    try { localStorage.setItem("dragoman-theme", next); } catch { /* kept for this page alone */ }
    document.dispatchEvent(new CustomEvent("dragoman:theme"));
  }

  // Entries: one is chosen at a time; the others are a key away.
  const entries = () => [...document.querySelectorAll("[data-entry]")].filter((one) => one.offsetParent !== null);
  function choose(step) {
    const all = entries();
    if (!all.length) return;
    const now = all.indexOf(document.querySelector("[data-entry].chosen"));
    const next = all[Math.min(Math.max(now + step, 0), all.length - 1)];
    leave();
    next.classList.add("chosen");
    const link = next.querySelector("a.to") ?? next.querySelector("a[href]");
    if (link) link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    next.dispatchEvent(new CustomEvent("dragoman:chosen", { bubbles: true }));
  }
  function leave() {
    for (const one of document.querySelectorAll("[data-entry].chosen")) one.classList.remove("chosen");
  }

  async function png(button) {
    // The file of the chart is drawn on a canvas at twice its size.
    const image = new Image();
    image.src = button.dataset.svg;
    await image.decode();
    const canvas = document.createElement("canvas");
    const shape = document.querySelector(`svg.chart`).viewBox.baseVal;
    const width = image.naturalWidth || shape.width;
    const height = image.naturalHeight || shape.height;
    const scale = Math.max(1, 1920 / width);
    canvas.width = width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = new URL(button.dataset.svg, location).pathname.split("/").pop().replace(/\.svg$/, ".png");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async function copy(button) {
    const text = document.getElementById(button.dataset.copy).textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(document.getElementById(button.dataset.copy));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      button.textContent = "Selected";
      return;
    }
    button.textContent = "Copied";
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const what = { theme, help: () => dialog.showModal(), png: () => png(button), copy: () => copy(button) }[button.dataset.do];
    if (what) what();
  });

  const typing = (target) => target.closest && target.closest("input, select, textarea, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (typing(event.target)) event.target.blur();
      leave();
      if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur();
      return;
    }
    if (typing(event.target) || dialog.open) return;
    const keys = {
      "/": () => { const field = document.getElementById("big") || document.getElementById("q"); field.focus(); field.select(); },
      j: () => choose(1),
      k: () => choose(-1),
      t: theme,
      "?": () => dialog.showModal(),
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
