"use strict";
/* Sorts and filters what the page already holds: without it everything is there to read, in the order of the report. */
(() => {
  const language = document.documentElement.lang;
  const words = new Intl.Collator(language, { numeric: true });
  const numbers = new Intl.NumberFormat(language);

  /* A row's key in a column: what the cell says it is sorted by, else its text. Cells without a figure stay at the end. */
  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const inOrder = (column, sign) => (one, other) => {
    const [first, second] = [key(one, column), key(other, column)];
    if (!first || !second) return !first - !second;
    const difference = first - second;
    return sign * (Number.isNaN(difference) ? words.compare(first, second) : difference);
  };

  function sort(table, heading) {
    const ascending = heading.ariaSort !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.ariaSort = ascending ? "ascending" : "descending";
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort(inOrder(heading.cellIndex, ascending ? 1 : -1)));
  }

  /* Each heading that sorts becomes a button, so that the keyboard reaches it. */
  for (const heading of document.querySelectorAll("th.sorts")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading.closest("table"), heading));
    heading.append(button);
  }

  /* "Luc Nam" finds "Lục Nam": people search without the marks, too. */
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "d").toLowerCase().trim();

  /* The lines that a filter is about, rows or whole paragraphs; whose they are stands on them, or on what they are in. */
  function read(over) {
    return [...over.querySelectorAll("[data-target]")].map((line) => {
      const whose = line.closest("[data-level]");
      const name = whose.querySelector(".unit").textContent;
      const { target, status } = line.dataset;
      return { line, target: target.split(" "), status: [status], level: [whose.dataset.level], unit: folded(`${name} ${whose.dataset.code}`) };
    });
  }

  function filter(form, lines) {
    const asked = Object.fromEntries(new FormData(form));
    const unit = folded(asked.unit);
    let shown = 0;
    for (const each of lines) {
      const fits = each.unit.includes(unit) && ["level", "target", "status"].every((name) => !asked[name] || each[name].includes(asked[name]));
      each.line.hidden = !fits;
      shown += fits;
    }
    for (const holder of document.getElementById(form.dataset.over).querySelectorAll("article"))
      holder.hidden = shown < lines.length && !holder.querySelector("[data-target]:not([hidden])");
    const output = form.querySelector("output");
    output.textContent = output.dataset.words
      .replace("{shown}", numbers.format(shown))
      .replace("{total}", numbers.format(lines.length));
    form.classList.toggle("narrows", shown < lines.length);
  }

  const forms = document.querySelectorAll("form.filter");
  for (const form of forms) {
    const lines = read(document.getElementById(form.dataset.over));
    form.hidden = false;
    form.addEventListener("input", () => filter(form, lines));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => filter(form, lines)));
    filter(form, lines); // a browser that goes back to the page may have kept what was typed
  }

  /* A link to what a filter hides shows all again. */
  addEventListener("hashchange", () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place?.closest("[hidden]")) return;
    for (const form of forms) form.reset();
    setTimeout(() => place.scrollIntoView());
  });
})();
