// Drawing a stretch on a chart of years narrows the page to them; the address says so, and going back undoes it.
"use strict";
(() => {
  let drag = null;
  const place = (svg, event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return Math.min(Math.max(point.x, Number(svg.dataset.left)), Number(svg.dataset.right));
  };
  const period = (svg, x) => {
    const all = svg.dataset.periods.split(" ");
    const share = (x - Number(svg.dataset.left)) / (Number(svg.dataset.right) - Number(svg.dataset.left));
    return all[Math.min(all.length - 1, Math.max(0, Math.floor(share * all.length)))];
  };
  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest("[data-brush] svg[data-periods]");
    if (!svg || event.button !== 0 || event.pointerType === "touch") return;
    drag = { svg, from: place(svg, event), box: null };
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const to = place(drag.svg, event);
    if (!drag.box && Math.abs(to - drag.from) < 6) return;
    if (!drag.box) {
      drag.box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      drag.box.setAttribute("class", "brushed");
      drag.box.setAttribute("y", "0");
      drag.box.setAttribute("height", drag.svg.viewBox.baseVal.height);
      drag.svg.append(drag.box);
    }
    drag.box.setAttribute("x", Math.min(to, drag.from));
    drag.box.setAttribute("width", Math.abs(to - drag.from));
    event.preventDefault();
  });
  document.addEventListener("pointerup", (event) => {
    if (!drag) return;
    const { svg, from, box } = drag;
    drag = null;
    if (!box) return;
    const to = place(svg, event);
    box.remove();
    const [first, last] = [period(svg, Math.min(from, to)), period(svg, Math.max(from, to))];
    const address = new URL(location);
    address.searchParams.set("since", first);
    address.searchParams.set("until", last);
    address.searchParams.delete("page");
    addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
    location.assign(address);
  });
  document.addEventListener("dragstart", (event) => { if (event.target.closest && event.target.closest("[data-brush] svg")) event.preventDefault(); });
})();
